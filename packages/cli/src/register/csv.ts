// The register for a spreadsheet.
import type { RegisteredAward } from "@lcqm/core"
import { csv } from "../telling/csv.ts"

/** The columns of the CSV; `lcqm register --help` says what each holds. */
const columns: ReadonlyArray<keyof RegisteredAward> = [
  "scheme",
  "school",
  "phase",
  "cohort",
  "level",
  "indicated",
  "agreedOn",
  "validUntil",
  "event"
]

/** The register's awards as CSV. */
export const registerCsv = (awards: ReadonlyArray<RegisteredAward>): string =>
  csv(
    columns,
    awards.map((award) => columns.map((column) => award[column]))
  )
