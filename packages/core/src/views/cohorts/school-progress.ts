// The lanes of a cohort's board: how far a school can have come.

/** How far a school has come, as the cohort's board shows it. */
export type SchoolProgress =
  "planned" | "in training" | "assessing" | "awarded" | "withheld" | "deferred" | "withdrawn"

/** How far a school can have come, in the order in which it mostly does. */
export const everyProgress: ReadonlyArray<SchoolProgress> = [
  "planned",
  "in training",
  "assessing",
  "awarded",
  "withheld",
  "deferred",
  "withdrawn"
]
