// The summary by area: a line for each area and one for all of them.
import { areaColumns, type AreaSummary, type Shown } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const linesOf = ({ all, areas }: AreaSummary): ReadonlyArray<readonly [string, ReadonlyArray<Shown>]> => [
  ...areas.map(
    ({ area, schools, total }) =>
      [area ?? "not stated", [...areaColumns.map((column) => schools[column]), total]] as const
  ),
  ["all areas", [...areaColumns.map((column) => all.schools[column]), all.total]]
]

/** The summary as text. A count that is not shown is a `c`, as in published tables of small numbers. */
export const areasText = (summary: AreaSummary, colours: Colours): string => {
  const { areas, on, scheme, threshold } = summary
  const heading = printable(`Schools of ${scheme} by area, as at ${on}`)
  if (areas.length === 0) return `${heading}: none\n`
  const lines = linesOf(summary)
  const hides = lines.some(([, counts]) => counts.includes("suppressed"))
  return [
    `${colours.bold(heading)}\n\n`,
    table(
      [
        { title: "Area", width: 40 },
        { title: "Bronze", align: "right" },
        { title: "Silver", align: "right" },
        { title: "Gold", align: "right" },
        { title: "On the way", align: "right" },
        { title: "No award", align: "right" },
        { title: "Schools", align: "right" }
      ],
      lines.map(([area, counts]) => [area, ...counts.map((count) => (count === "suppressed" ? "c" : count))])
    ),
    hides
      ? `\nc: not shown, since it is below ${threshold}, or since such a count could be worked out from it.\n`
      : ""
  ].join("")
}

/** The summary as CSV; `lcqm areas --help` says what each column holds. */
export const areasCsv = (summary: AreaSummary): string =>
  csv(
    ["area", ...areaColumns, "schools"],
    linesOf(summary).map(([area, counts]) => [area, ...counts])
  )
