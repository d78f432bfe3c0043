// These names are the stored format. A school appeals against a decision; another assessor looks at the original
// evidence, and the office decides by what they find.
import { Schema } from "effect"
import { Basis } from "../../../deciding/declaring/basis.ts"
import { eventType } from "../../../event-store/index.ts"
import { EventId, FullDate, KeptText, Level, PersonRef } from "../../../vocabulary/index.ts"

/** What kind of decision is appealed. */
export const AppealableKind = Schema.Literals(["award", "award withheld", "award revoked"]).annotate({
  identifier: "AppealableKind",
  description: "What kind of decision is appealed."
})
export type AppealableKind = typeof AppealableKind.Type

/** The school lodged an appeal against a decision. Stored as `AppealLodged.v1`. */
export const AppealLodged = eventType("AppealLodged", 1, "The school lodged an appeal against a decision.", {
  against: EventId,
  decision: AppealableKind,
  /** The last day on which it could be lodged, by the calendar of working days; absent where there is none. */
  lastDay: Schema.optionalKey(FullDate),
  grounds: KeptText
})

/** The appeal was decided, by what another assessor found in the original evidence. Stored as `AppealDecided.v1`. */
export const AppealDecided = eventType(
  "AppealDecided",
  1,
  "The appeal was decided, by what another assessor found in the original evidence.",
  {
    against: EventId,
    decision: AppealableKind,
    outcome: Schema.Literals(["confirmed", "changed"]),
    /** The level from now on: none where there is no award. */
    level: Level,
    /** The other assessor, whose finding it is. */
    assessor: PersonRef,
    reason: KeptText,
    basis: Basis
  }
)

/** The event types of this concern, newest versions. */
export const appealEvents = [AppealLodged, AppealDecided] as const
