// The cohorts' board: a lane for how far a school can have come, and in each lane the schools that stand there, since
// when, and what is known of each at a glance.
import { cohortStream, type CohortWindows } from "../../cohort/index.ts"
import type { Level, PartialDate } from "../../vocabulary/index.ts"
import type { CohortsModel, SchoolSeen } from "./projection.ts"
import {
  type CohortProgress,
  cohortsOf,
  inCohort,
  type Member,
  membersByCohort,
  progressOf,
  type SchoolInCohort
} from "./progress.ts"
import type { SchoolProgress } from "./school-progress.ts"

/** A school on the board. */
export interface SchoolOnBoard extends SchoolInCohort {
  /** When it came into its lane. */
  readonly since: PartialDate
  /** How many attendances of CPD sessions are recorded for it in this enrolment. */
  readonly attendances: number
  /** When the assessor is to come, or came. */
  readonly visitOn: PartialDate | undefined
  /** The level awarded. */
  readonly level: Level | undefined
}

/** A cohort's board. */
export interface CohortBoard extends Pick<CohortProgress, "scheme" | "cohort" | "title" | "area" | "status"> {
  readonly windows: CohortWindows
  /** The schools by how far they have come; each lane by URN. */
  readonly lanes: Readonly<Record<SchoolProgress, ReadonlyArray<SchoolOnBoard>>>
}

const sinceOf = (school: SchoolSeen): PartialDate => {
  const { attended, deferred, since } = school
  const progress = progressOf(school)
  if (progress === "deferred") return deferred ?? since
  const [first] = attended.values()
  return progress === "in training" ? (first ?? since) : since
}

const onBoard = (member: Member): SchoolOnBoard => {
  const [, school] = member
  const { attended, level, visitOn } = school
  return { ...inCohort(member), since: sinceOf(school), attendances: attended.size, visitOn, level }
}

/**
 * The boards of the cohorts, in the order they were launched. A school that has left for another cohort stands on that
 * one's board only.
 * @example
 * ```ts
 * import { boardsOf, cohortProgress, project } from "@lcqm/core"
 * boardsOf(project(cohortProgress, [])) // => []
 * ```
 */
export const boardsOf = (model: CohortsModel): ReadonlyArray<CohortBoard> => {
  const members = membersByCohort(model)
  return cohortsOf(model).map(({ area, cohort, scheme, status, title, windows }) => {
    const schools = (members.get(cohortStream(scheme, cohort)) ?? []).map(onBoard)
    const lane = (of: SchoolProgress) => schools.filter(({ progress }) => progress === of)
    const lanes = {
      planned: lane("planned"),
      "in training": lane("in training"),
      assessing: lane("assessing"),
      awarded: lane("awarded"),
      withheld: lane("withheld"),
      deferred: lane("deferred"),
      withdrawn: lane("withdrawn")
    }
    return { scheme, cohort, title, area, status, windows, lanes }
  })
}
