// How far each cohort and each of its schools has come. A cohort's size is a value at a date, counted here and
// stored nowhere; where a school's phase is not stated it is counted as unknown.
import type { CohortWindows, DatesWarning } from "../cohort/index.ts"
import type { LcqmEvent } from "../domain.ts"
import { schemeOfStream, schoolOfStream, schoolStream } from "../enrolment/index.ts"
import { projectionOf } from "../projecting/index.ts"
import type { EventId, Phase } from "../vocabulary/index.ts"

/** How far a school has come, as the cohort's board shows it. */
export type SchoolProgress =
  "planned" | "in training" | "assessing" | "awarded" | "withheld" | "deferred" | "withdrawn"

/** How far a cohort has come: the source's own words. */
export type CohortStatus = "planned" | "in training" | "being assessed" | "assessed"

/** A school's place in its cohort. */
export interface SchoolInCohort {
  readonly school: string
  readonly phase: Phase | undefined
  readonly progress: SchoolProgress
}

/** A cohort and its schools. */
export interface CohortProgress {
  readonly scheme: string
  readonly cohort: string
  readonly title: string | undefined
  readonly area: string | undefined
  readonly windows: CohortWindows
  readonly warnings: ReadonlyArray<DatesWarning>
  readonly status: CohortStatus
  readonly schools: ReadonlyArray<SchoolInCohort>
  /** How many schools have come how far. */
  readonly progress: Readonly<Record<SchoolProgress, number>>
  /** How many schools are of which phase. */
  readonly phases: Readonly<Record<Phase | "unknown", number>>
}

interface CohortSeen {
  scheme: string
  cohort: string
  title: string | undefined
  area: string | undefined
  windows: CohortWindows
  warnings: ReadonlyArray<DatesWarning>
}

interface SchoolSeen {
  scheme: string
  cohort: string
  phase: Phase | undefined
  /** Where the school stands when it is not deferred; in training is a planned one that has attended. */
  progress: Exclude<SchoolProgress, "deferred" | "in training">
  /** The attendances recorded for it in this enrolment, but those struck out. */
  readonly attended: Set<EventId>
  deferred: boolean
}

interface Model {
  readonly cohorts: Map<string, CohortSeen>
  readonly schools: Map<string, SchoolSeen>
  readonly attendances: Map<EventId, SchoolSeen>
}

const changed = (
  { schools }: Model,
  { stream }: { readonly stream: string },
  change: (school: SchoolSeen) => void
): void => {
  const school = schools.get(stream)
  if (school !== undefined) change(school)
}

const reached =
  (progress: SchoolSeen["progress"]) =>
  (model: Model, event: { readonly stream: string }): void =>
    changed(model, event, (school) => {
      school.progress = progress
    })

/** The read model of cohorts and their schools. */
export const cohortProgress = projectionOf<Model, LcqmEvent>(
  {
    name: "cohort-progress",
    version: 3,
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
    "CpdAttended.v1": ({ attendances, schools }, { data, id }) => {
      const school = schools.get(schoolStream(data.scheme, data.school))
      if (school === undefined) return
      school.attended.add(id)
      attendances.set(id, school)
    },
    "CpdAttendanceCorrected.v1": ({ attendances }, { data: { corrects } }) => {
      attendances.get(corrects)?.attended.delete(corrects)
    },
    "SchoolEnrolled.v1": ({ schools }, { data: { cohort, phase, scheme }, stream }) => {
      schools.set(stream, {
        scheme,
        cohort,
        phase,
        progress: "planned",
        attended: new Set(),
        deferred: false
      })
    },
    "RenewalBegun.v1": (model, { data: { cohort }, stream }) => {
      const known = model.schools.get(stream)
      model.schools.set(stream, {
        scheme: known?.scheme ?? schemeOfStream(stream),
        cohort,
        phase: known?.phase,
        progress: "planned",
        attended: new Set(),
        deferred: false
      })
    },
    "EnrolmentTransferred.v1": (model, event) =>
      changed(model, event, (school) => {
        school.cohort = event.data.to
      }),
    "EnrolmentDeferred.v1": (model, event) =>
      changed(model, event, (school) => {
        school.deferred = true
      }),
    "EnrolmentResumed.v1": (model, event) =>
      changed(model, event, (school) => {
        school.deferred = false
      }),
    "VisitArranged.v1": reached("assessing"),
    "VisitHeld.v1": reached("assessing"),
    "VisitCancelled.v1": reached("planned"),
    "EnrolmentWithdrawn.v1": reached("withdrawn"),
    "AwardAgreed.v1": reached("awarded"),
    "AwardWithheld.v1": reached("withheld"),
    "AppealDecided.v1": (model, event) => {
      const { decision, level } = event.data
      if (decision === "award withheld" && level !== "none") reached("awarded")(model, event)
    }
  }
)

const statusOf = (schools: ReadonlyArray<SchoolInCohort>): CohortStatus => {
  const counted = schools.filter(({ progress }) => progress !== "withdrawn" && progress !== "deferred")
  const done = counted.filter(({ progress }) => progress === "awarded" || progress === "withheld")
  if (counted.length > 0 && done.length === counted.length) return "assessed"
  if (done.length > 0 || counted.some(({ progress }) => progress === "assessing")) return "being assessed"
  return counted.some(({ progress }) => progress === "in training") ? "in training" : "planned"
}

const tally = <Key extends string>(keys: ReadonlyArray<Key>, found: Iterable<Key>): Record<Key, number> => {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const key of found) counts[key] += 1
  return counts
}

const everyProgress: ReadonlyArray<SchoolProgress> = [
  "planned",
  "in training",
  "assessing",
  "awarded",
  "withheld",
  "deferred",
  "withdrawn"
]

const progressOf = ({ attended, deferred, progress }: SchoolSeen): SchoolProgress => {
  if (deferred && progress !== "withdrawn") return "deferred"
  return progress === "planned" && attended.size > 0 ? "in training" : progress
}

/** The cohorts with their schools, in the order they were launched. */
export const cohortsOf = ({ cohorts, schools }: Model): ReadonlyArray<CohortProgress> => {
  const bySchool = [...schools].map(([stream, school]) => ({ stream, ...school }))
  return [...cohorts.values()].map((cohort) => {
    const members = bySchool
      .filter((each) => each.scheme === cohort.scheme && each.cohort === cohort.cohort)
      .map((each): SchoolInCohort => ({
        school: schoolOfStream(each.stream) ?? "",
        phase: each.phase,
        progress: progressOf(each)
      }))
      .toSorted((a, b) => (a.school < b.school ? -1 : 1))
    return {
      ...cohort,
      status: statusOf(members),
      schools: members,
      progress: tally(
        everyProgress,
        members.map(({ progress }) => progress)
      ),
      phases: tally(
        ["primary", "secondary", "special", "unknown"],
        members.map(({ phase }) => phase ?? "unknown")
      )
    }
  })
}
