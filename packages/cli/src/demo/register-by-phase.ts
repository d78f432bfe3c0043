// The register by cohort and phase: how many schools of which phase are where. Where the source gives no phase it is
// unknown, and stays so.
import type { CohortProgress, Level, Phase, RegisteredAward, SchoolProgress } from "@lcqm/core"
import { cohortsSoFar } from "@lcqm/story-so-far"

/** One row: the schools of one cohort that are of one phase. */
export interface RegisterRow {
  readonly cohort: string
  readonly phase: Phase | "unknown"
  /** How many schools the page counts here; null where it counts none. */
  readonly page: number | null
  readonly schools: number
  /** Awards agreed, by level. */
  readonly awards: Readonly<Record<Level, number>>
  /** Schools without an award, by how far they have come. */
  readonly others: Readonly<Record<Exclude<SchoolProgress, "awarded">, number>>
}

const phases = ["primary", "secondary", "special", "unknown"] as const

const onThePage = (cohort: string, phase: Phase | "unknown"): number | null => {
  const page = cohortsSoFar.find(({ label }) => label === cohort)
  if (page === undefined) return null
  if (page.phases === undefined) return phase === "unknown" ? page.schools : null
  return phase === "unknown" ? null : page.phases[phase]
}

/** The rows, cohort by cohort; a phase that neither the page nor the cohort has is left out. */
export const registerByPhase = (
  cohorts: ReadonlyArray<CohortProgress>,
  register: ReadonlyArray<RegisteredAward>
): ReadonlyArray<RegisterRow> => {
  const levelOfSchool = new Map(register.map(({ level, school }) => [school, level]))
  return cohorts.flatMap(({ cohort, schools: members }) =>
    phases.flatMap((phase) => {
      const here = members.filter((school) => (school.phase ?? "unknown") === phase)
      const page = onThePage(cohort, phase)
      if (here.length === 0 && page === null) return []
      const awards = { none: 0, bronze: 0, silver: 0, gold: 0 }
      const others = { planned: 0, "in training": 0, assessing: 0, withheld: 0, deferred: 0, withdrawn: 0 }
      for (const { progress, school } of here) {
        const level = levelOfSchool.get(school)
        if (progress !== "awarded") others[progress] += 1
        else if (level !== undefined) awards[level] += 1
      }
      return [{ cohort, phase, page, schools: here.length, awards, others }]
    })
  )
}
