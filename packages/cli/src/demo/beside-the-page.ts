// The cohorts as they stand at the page's own date, beside what the page prints of them.
import { type CohortProgress, type DatesWarning, datesWarningSentence } from "@lcqm/core"
import { type CohortSoFar, cohortsSoFar } from "@lcqm/story-so-far"

/** A number as the page prints it and as the events give it. */
export interface BesideThePage<A> {
  readonly page: A
  readonly events: A
}

/** One cohort beside the page. */
export interface CohortBesideThePage {
  readonly cohort: string
  readonly printed: CohortSoFar["printed"]
  readonly schools: BesideThePage<number>
  readonly status: BesideThePage<string>
  readonly agrees: boolean
}

/** What is odd about a cohort's dates as they are printed: said, never put right. */
export interface DatesWarningTold {
  readonly cohort: string
  readonly warning: DatesWarning
  readonly says: string
  readonly printed: string
}

const samePhases = ({ phases, schools }: CohortSoFar, events: CohortProgress["phases"]): boolean =>
  phases === undefined
    ? events.unknown === schools
    : phases.primary === events.primary &&
      phases.secondary === events.secondary &&
      phases.special === events.special &&
      events.unknown === 0

/** The six cohorts, in the page's order. */
export const besideThePage = (cohorts: ReadonlyArray<CohortProgress>): ReadonlyArray<CohortBesideThePage> =>
  cohortsSoFar.map((page) => {
    const found = cohorts.find(({ cohort }) => cohort === page.label)
    const schools = { page: page.schools, events: found?.schools.length ?? 0 }
    const status = { page: page.status, events: found?.status ?? "not launched" }
    const agrees =
      found !== undefined &&
      schools.page === schools.events &&
      status.page === status.events &&
      samePhases(page, found.phases)
    return { cohort: page.label, printed: page.printed, schools, status, agrees }
  })

/** What must be said about the cohorts' dates. */
export const warningsOf = (cohorts: ReadonlyArray<CohortProgress>): ReadonlyArray<DatesWarningTold> =>
  cohorts.flatMap(({ cohort, warnings }) =>
    warnings.map((warning) => ({
      cohort,
      warning,
      says: datesWarningSentence(warning),
      printed: cohortsSoFar.find(({ label }) => label === cohort)?.printed.line ?? ""
    }))
  )
