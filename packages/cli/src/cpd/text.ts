// CPD coverage: a line for each school.
import type { AsAt, CpdCoverage } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

/** The coverage as text. */
export const cpdText = (
  scheme: string,
  coverage: ReadonlyArray<CpdCoverage>,
  asAt: AsAt,
  colours: Colours
): string => {
  const whole = coverage.filter(({ missing }) => missing.length === 0).length
  const heading = printable(
    `CPD of ${scheme}${asAtText(asAt)}: ${counted(coverage.length, "school")}, ${whole} with all sessions`
  )
  if (coverage.length === 0) return `${heading}\n`
  return `${colours.bold(heading)}\n\n${table(
    [
      { title: "School" },
      { title: "Cohort" },
      { title: "Champion" },
      { title: "Attended" },
      { title: "Missing" }
    ],
    coverage.map(({ attended, champion, cohort, missing, school }) => [
      school,
      cohort,
      champion ?? "not appointed",
      attended.join(", ") || "none",
      missing.join(", ") || "none"
    ])
  )}`
}

/** The coverage as CSV; `lcqm cpd --help` says what each column holds. */
export const cpdCsv = (coverage: ReadonlyArray<CpdCoverage>): string =>
  csv(
    ["scheme", "school", "cohort", "champion", "attended", "missing"],
    coverage.map(({ attended, champion, cohort, missing, scheme, school }) => [
      scheme,
      school,
      cohort,
      champion,
      attended.join(" "),
      missing.join(" ")
    ])
  )
