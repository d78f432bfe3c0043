// CPD coverage by cohort: how many of its Champions attended how many of the four sessions.
import type { CpdCoverage } from "@lcqm/core"

/** The coverage of a cohort. */
export interface CohortCpd {
  readonly cohort: string
  readonly schools: number
  /** From none to four; the index is the number of sessions. */
  readonly bySessions: readonly [number, number, number, number, number]
}

/** The coverage by cohort, in the order of the cohorts given. */
export const cpdByCohort = (
  coverage: ReadonlyArray<CpdCoverage>,
  cohorts: ReadonlyArray<string>
): ReadonlyArray<CohortCpd> =>
  cohorts.map((cohort) => {
    const here = coverage.filter((school) => school.cohort === cohort)
    const attending = (sessions: number): number =>
      here.filter(({ attended }) => attended.length === sessions).length
    return {
      cohort,
      schools: here.length,
      bySessions: [attending(0), attending(1), attending(2), attending(3), attending(4)]
    }
  })
