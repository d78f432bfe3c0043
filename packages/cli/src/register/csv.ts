// The register for a spreadsheet.
import type { AwardOnDay } from "@lcqm/core"
import { csv } from "../telling/csv.ts"

/** The columns of the CSV; `lcqm register --help` says what each holds. */
const columns = [
  "scheme",
  "school",
  "phase",
  "cohort",
  "level",
  "indicated",
  "agreedOn",
  "validUntil",
  "event",
  "standing",
  "held",
  "from",
  "schoolClosed",
  "underAppeal",
  "underReview",
  "toBeModerated",
  "currency"
] as const satisfies ReadonlyArray<keyof AwardOnDay>

const cellOf = (value: AwardOnDay[(typeof columns)[number]]): string | undefined => {
  if (typeof value === "boolean") return value ? "yes" : "no"
  return typeof value === "string" || value === undefined ? value : value.join("; ")
}

/** The register's awards as CSV. */
export const registerCsv = (awards: ReadonlyArray<AwardOnDay>): string =>
  csv(
    columns,
    awards.map((award) => columns.map((column) => cellOf(award[column])))
  )
