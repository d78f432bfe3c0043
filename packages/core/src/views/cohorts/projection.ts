// How cohorts and the places of their schools come to be known, event by event.
import type { CohortWindows, DatesWarning } from "../../cohort/index.ts"
import type { LcqmEvent } from "../../domain.ts"
import { schemeOfStream, schoolStream } from "../../enrolment/index.ts"
import type { Recorded } from "../../event-store/index.ts"
import { projectionOf } from "../../projecting/index.ts"
import type { EventId, Level, PartialDate, Phase } from "../../vocabulary/index.ts"
import type { SchoolProgress } from "./school-progress.ts"

/** A cohort as it was launched, with its dates as they are now. */
export interface CohortSeen {
  scheme: string
  cohort: string
  title: string | undefined
  area: string | undefined
  windows: CohortWindows
  warnings: ReadonlyArray<DatesWarning>
}

/** A school in its current enrolment. */
export interface SchoolSeen {
  readonly scheme: string
  cohort: string
  phase: Phase | undefined
  /** Where the school stands when it is not deferred; in training is a planned one that has attended. */
  progress: Exclude<SchoolProgress, "deferred" | "in training">
  /** When it came there. */
  since: PartialDate
  /** The attendances recorded for it in this enrolment, but those struck out, and when they were. */
  readonly attended: Map<EventId, PartialDate>
  /** Since when it is deferred; undefined where it is not. */
  deferred: PartialDate | undefined
  /** When the assessor is to come, or came. */
  visitOn: PartialDate | undefined
  /** The level awarded in this enrolment. */
  level: Level | undefined
}

/** The read model of cohorts and their schools. */
export interface CohortsModel {
  readonly cohorts: Map<string, CohortSeen>
  readonly schools: Map<string, SchoolSeen>
  readonly attendances: Map<EventId, SchoolSeen>
}

const begun = (scheme: string, cohort: string, phase: Phase | undefined, since: PartialDate): SchoolSeen => ({
  scheme,
  cohort,
  phase,
  progress: "planned",
  since,
  attended: new Map(),
  deferred: undefined,
  visitOn: undefined,
  level: undefined
})

const changed = (
  { schools }: CohortsModel,
  { stream }: Pick<Recorded, "stream">,
  change: (school: SchoolSeen) => void
): void => {
  const school = schools.get(stream)
  if (school !== undefined) change(school)
}

const moved = (
  model: CohortsModel,
  event: Recorded,
  progress: SchoolSeen["progress"],
  told: Partial<Pick<SchoolSeen, "visitOn" | "level">> = {}
): void =>
  changed(model, event, (school) => {
    // Who is visited on the day that was arranged has been with the assessor since it was arranged.
    if (school.progress !== progress) school.since = event.metadata.occurredOn
    school.progress = progress
    Object.assign(school, told)
  })

/** The read model of cohorts and their schools. */
export const cohortProgress = projectionOf<CohortsModel, LcqmEvent>(
  {
    name: "cohort-progress",
    version: 4,
    empty: () => ({ cohorts: new Map(), schools: new Map(), attendances: new Map() })
  },
  {
    "CohortLaunched.v1": ({ cohorts }, { data, stream }) => {
      const { area, cohort, scheme, title, warnings, windows } = data
      cohorts.set(stream, { scheme, cohort, title, area, windows, warnings })
    },
    "CohortWindowsChanged.v1": ({ cohorts }, { data, stream }) => {
      const cohort = cohorts.get(stream)
      if (cohort !== undefined) {
        cohort.windows = data.windows
        cohort.warnings = data.warnings
      }
    },
    "CpdAttended.v1": ({ attendances, schools }, { data, id, metadata }) => {
      const school = schools.get(schoolStream(data.scheme, data.school))
      if (school === undefined) return
      school.attended.set(id, metadata.occurredOn)
      attendances.set(id, school)
    },
    "CpdAttendanceCorrected.v1": ({ attendances }, { data: { corrects } }) => {
      attendances.get(corrects)?.attended.delete(corrects)
    },
    "SchoolEnrolled.v1": ({ schools }, { data: { cohort, phase, scheme }, metadata, stream }) => {
      schools.set(stream, begun(scheme, cohort, phase, metadata.occurredOn))
    },
    "RenewalBegun.v1": ({ schools }, { data: { cohort }, metadata, stream }) => {
      const known = schools.get(stream)
      const scheme = known?.scheme ?? schemeOfStream(stream)
      schools.set(stream, begun(scheme, cohort, known?.phase, metadata.occurredOn))
    },
    "EnrolmentTransferred.v1": (model, event) =>
      changed(model, event, (school) => {
        school.cohort = event.data.to
      }),
    "EnrolmentDeferred.v1": (model, event) =>
      changed(model, event, (school) => {
        school.deferred = event.metadata.occurredOn
      }),
    "EnrolmentResumed.v1": (model, event) =>
      changed(model, event, (school) => {
        school.deferred = undefined
      }),
    "VisitArranged.v1": (model, event) => moved(model, event, "assessing", { visitOn: event.data.on }),
    "VisitMoved.v1": (model, event) =>
      changed(model, event, (school) => {
        school.visitOn = event.data.to
      }),
    "AssessorReplaced.v1": (model, event) =>
      changed(model, event, (school) => {
        school.visitOn = event.data.on
      }),
    "VisitHeld.v1": (model, event) =>
      moved(model, event, "assessing", { visitOn: event.metadata.occurredOn }),
    "VisitCancelled.v1": (model, event) => moved(model, event, "planned", { visitOn: undefined }),
    "EnrolmentWithdrawn.v1": (model, event) => moved(model, event, "withdrawn"),
    "AwardAgreed.v1": (model, event) => moved(model, event, "awarded", { level: event.data.level }),
    "AwardWithheld.v1": (model, event) => moved(model, event, "withheld"),
    "AppealDecided.v1": (model, event) => {
      const { decision, level } = event.data
      if (decision === "award withheld" && level !== "none") moved(model, event, "awarded", { level })
    }
  }
)
