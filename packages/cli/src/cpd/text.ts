// CPD coverage: a line for each school.
import { type AsAt, type AttendanceMode, cpdBridgeNotice, type CpdCoverage } from "@lcqm/core"
import { asAtText } from "../given/as-at.ts"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const cameBy = (mode: AttendanceMode): string => {
  if (mode === "direct") return "attended"
  return "deliveredTo" in mode
    ? `delivered to network ${mode.deliveredTo}`
    : `through network ${mode.network}, passed on by ${mode.cascadedBy}`
}

// What did not come by attending is told school by school, and so is what was recorded and does not count.
const throughNetworks = (coverage: ReadonlyArray<CpdCoverage>): string => {
  const lines = coverage.flatMap(({ notCounted, school, throughNetwork }) => [
    ...throughNetwork.map(({ mode, session }) => `School ${school}, session ${session}: ${cameBy(mode)}.`),
    ...notCounted.map(({ session, why }) => `School ${school}, session ${session} does not count: ${why}.`)
  ])
  return lines.length === 0
    ? ""
    : `\n${[cpdBridgeNotice, ...lines].map((line) => `${printable(line)}\n`).join("")}`
}

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
  )}${throughNetworks(coverage)}`
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
