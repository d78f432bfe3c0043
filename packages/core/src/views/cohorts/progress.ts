// How far each cohort and each of its schools has come. A cohort's size is a value at a date, counted here and
// stored nowhere; where a school's phase is not stated it is counted as unknown.
import { cohortStream, type CohortWindows, type DatesWarning } from "../../cohort/index.ts"
import { schoolOfStream } from "../../enrolment/index.ts"
import type { Phase } from "../../vocabulary/index.ts"
import type { CohortsModel, SchoolSeen } from "./projection.ts"
import { everyProgress, type SchoolProgress } from "./school-progress.ts"

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

/** How far a school has come: deferred and in training among it. */
export const progressOf = ({ attended, deferred, progress }: SchoolSeen): SchoolProgress => {
  if (deferred !== undefined && progress !== "withdrawn") return "deferred"
  return progress === "planned" && attended.size > 0 ? "in training" : progress
}

/** A school of a cohort: its stream, and what is known of it. */
export type Member = readonly [stream: string, school: SchoolSeen]

/** The schools of each cohort, by the cohort's scheme and label; each cohort's by URN. */
export const membersByCohort = ({ schools }: CohortsModel): ReadonlyMap<string, ReadonlyArray<Member>> => {
  const members = new Map<string, Array<Member>>()
  for (const member of [...schools].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const key = cohortStream(member[1].scheme, member[1].cohort)
    const known = members.get(key)
    if (known === undefined) members.set(key, [member])
    else known.push(member)
  }
  return members
}

/** A school's place in its cohort. */
export const inCohort = ([stream, school]: Member): SchoolInCohort => ({
  school: schoolOfStream(stream) ?? "",
  phase: school.phase,
  progress: progressOf(school)
})

/** The cohorts with their schools, in the order they were launched. */
export const cohortsOf = (model: CohortsModel): ReadonlyArray<CohortProgress> => {
  const members = membersByCohort(model)
  return [...model.cohorts].map(([stream, cohort]) => {
    const schools = (members.get(stream) ?? []).map(inCohort)
    return {
      ...cohort,
      status: statusOf(schools),
      schools,
      progress: tally(
        everyProgress,
        schools.map(({ progress }) => progress)
      ),
      phases: tally(
        ["primary", "secondary", "special", "unknown"],
        schools.map(({ phase }) => phase ?? "unknown")
      )
    }
  })
}
