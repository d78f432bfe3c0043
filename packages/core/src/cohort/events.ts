// These names are the stored format. What has happened to a cohort.
import { Schema } from "effect"
import { type BodyOf, eventType } from "../event-store/index.ts"
import {
  CohortLabel,
  KeptText,
  longestIdentifier,
  PartialDate,
  SchemeId,
  SessionNumber
} from "../vocabulary/index.ts"
import { CohortWindows, DatesWarning } from "./windows.ts"

const Warnings = Schema.Array(DatesWarning)

/** A place or a title of the scheme's own, as "Knowsley South": never a person's name. */
export const SchemeName = Schema.String.check(
  Schema.isMinLength(1),
  Schema.isMaxLength(longestIdentifier)
).annotate({ holds: "scheme word" })

/** A cohort was launched. Stored as `CohortLaunched.v1`. */
export const CohortLaunched = eventType("CohortLaunched", 1, "A cohort was launched.", {
  scheme: SchemeId,
  cohort: CohortLabel,
  title: Schema.optionalKey(SchemeName),
  area: Schema.optionalKey(SchemeName),
  windows: CohortWindows,
  warnings: Warnings
})

/** A cohort's dates were changed. Stored as `CohortWindowsChanged.v1`. */
export const CohortWindowsChanged = eventType("CohortWindowsChanged", 1, "A cohort's dates were changed.", {
  windows: CohortWindows,
  warnings: Warnings,
  reason: Schema.optionalKey(KeptText)
})

/** A CPD session was scheduled. Stored as `CpdSessionScheduled.v1`. */
export const CpdSessionScheduled = eventType("CpdSessionScheduled", 1, "A CPD session was scheduled.", {
  session: SessionNumber,
  on: PartialDate
})

/** A CPD session was moved to another date. Stored as `CpdSessionMoved.v1`. */
export const CpdSessionMoved = eventType("CpdSessionMoved", 1, "A CPD session was moved to another date.", {
  session: SessionNumber,
  from: PartialDate,
  to: PartialDate
})

/** A CPD session was cancelled. Stored as `CpdSessionCancelled.v1`. */
export const CpdSessionCancelled = eventType("CpdSessionCancelled", 1, "A CPD session was cancelled.", {
  session: SessionNumber,
  reason: Schema.optionalKey(KeptText)
})

/** A cohort was closed: no school joins it any more. Stored as `CohortClosed.v1`. */
export const CohortClosed = eventType(
  "CohortClosed",
  1,
  "A cohort was closed: no school joins it any more.",
  {
    reason: Schema.optionalKey(KeptText)
  }
)

/** The event types of this concern, newest versions. */
export const cohortEvents = [
  CohortLaunched,
  CohortWindowsChanged,
  CpdSessionScheduled,
  CpdSessionMoved,
  CpdSessionCancelled,
  CohortClosed
] as const
/** An event of this concern: its stored type and its data. */
export type CohortEvent = BodyOf<(typeof cohortEvents)[number]>
