// The six cohorts of "The Story so Far", as the scheme's page prints them: the printed words, and beside them
// the same as data. Nothing is filled in that is not printed, and nothing odd is put right.
import type { CohortStatus, CohortWindows, FullDate, Phase } from "@lcqm/core"

/** The scheme the story is about: the Liverpool Counts Quality Mark. */
export const scheme = "lcqm"

/**
 * A day on which the page can have been read: the last before the launch of cohort 4, which it says is to come.
 *
 * The page has no date. What it says follows from each other only in mid 2017: cohort 4's "launch July 17" and
 * cohort B's "training from Sept 17" are to come, so it is before July 2017; cohort 3's "assessments begin in
 * November" has no year and so means the next November, in a year when "training taking place now" can lead to
 * it: the year is 2017; and cohort 2's "assessments taking place now" is term time.
 */
export const pageDate: FullDate = "2017-06-30"

/** A cohort as the page prints it. */
export interface CohortSoFar {
  readonly label: string
  /** What the page calls it beside its label, where it does. */
  readonly title?: string
  /** Where its schools are, where the page says it. */
  readonly area?: string
  /** How many schools it has. */
  readonly schools: number
  /** How many of which phase; absent where the page gives only their number. */
  readonly phases?: Readonly<Record<Phase, number>>
  /** The dates, as given. */
  readonly windows: CohortWindows
  /** How far it has come, in the words of the cohort progress view. */
  readonly status: CohortStatus
  /** The page's own words: the heading, and the line under it. */
  readonly printed: { readonly heading: string; readonly line: string }
}

/**
 * The cohorts, in the page's order. Source: Liverpool Counts Quality Mark, "The Story so Far".
 * @example
 * ```ts
 * import { cohortsSoFar } from "@lcqm/story-so-far"
 * cohortsSoFar.map(({ label, schools }) => `${label}: ${schools}`) // => ["1: 26", "2: 20", "3: 30", "A: 14", "B: 15", "4: 5"]
 * ```
 */
export const cohortsSoFar: ReadonlyArray<CohortSoFar> = [
  {
    label: "1",
    title: "LCQM Pilot",
    schools: 26,
    phases: { primary: 17, secondary: 7, special: 2 },
    windows: {},
    status: "assessed",
    printed: {
      heading: "Cohort 1 ( LCQM Pilot )",
      line: "17 primary , 7 secondary and 2 special – all assessed"
    }
  },
  {
    label: "2",
    schools: 20,
    phases: { primary: 16, secondary: 2, special: 2 },
    windows: {},
    status: "being assessed",
    printed: {
      heading: "Cohort 2",
      line: "16 primary , 2 secondary , 2 special – assessments taking place now"
    }
  },
  {
    label: "3",
    schools: 30,
    phases: { primary: 21, secondary: 7, special: 2 },
    windows: { assessment: { from: "--11" } },
    status: "in training",
    printed: {
      heading: "Cohort 3",
      line: "21 primary , 7 secondary , 2 special – training taking place now , assessments begin in November"
    }
  },
  {
    label: "A",
    area: "Knowsley South",
    schools: 14,
    // Assessments before training: so it is printed, and so it is kept. The library accepts it with a warning.
    windows: { training: { from: "2018-04" }, assessment: { from: "2018-02" } },
    status: "planned",
    printed: {
      heading: "Cohort A Knowsley South",
      line: "14 schools – training begins April 18 , assessments Feb 18"
    }
  },
  {
    label: "B",
    area: "Knowsley Central",
    schools: 15,
    windows: { training: { from: "2017-09" }, assessment: { from: "2018-04" } },
    status: "planned",
    printed: {
      heading: "Cohort B Knowsley Central",
      line: "15 schools  – training from Sept 17 , assessing in April 18"
    }
  },
  {
    label: "4",
    schools: 5,
    windows: { launch: "2017-07", training: { from: "2017-09" }, assessment: { from: "2018-04" } },
    status: "planned",
    printed: {
      heading: "Cohort 4",
      line: "5 schools at present – launch July 17 , training Sept 17 , assessing April 18"
    }
  }
]
