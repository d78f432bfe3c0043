// The cohorts' boards: for a person a table for each cohort, for a spreadsheet a line for each school.
import { type CohortBoard, everyProgress, levelTitle, type SchoolOnBoard } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { csv } from "../telling/csv.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const onBoard = ({ lanes }: CohortBoard): ReadonlyArray<SchoolOnBoard> =>
  everyProgress.flatMap((lane) => lanes[lane])

const boardText = (board: CohortBoard, colours: Colours): string => {
  const { area, cohort, lanes, scheme, status } = board
  const where = area === undefined ? "" : `, ${area}`
  const heading = colours.bold(printable(`Cohort ${cohort} of ${scheme}${where}`))
  const schools = onBoard(board)
  if (schools.length === 0) return `${heading}: ${status}, no schools\n`
  const counts = everyProgress
    .filter((lane) => lanes[lane].length > 0)
    .map((lane) => `${lanes[lane].length} ${lane}`)
  return `${heading}: ${status}, ${counted(schools.length, "school")}: ${counts.join(", ")}\n\n${table(
    [
      { title: "Lane" },
      { title: "School" },
      { title: "Phase" },
      { title: "Since" },
      { title: "CPD", align: "right" },
      { title: "Visit" },
      { title: "Level" }
    ],
    schools.map(({ attendances, level, phase, progress, school, since, visitOn }) => [
      progress,
      school,
      phase ?? "not stated",
      since,
      attendances,
      visitOn ?? "",
      level === undefined ? "" : levelTitle(level)
    ])
  )}`
}

/** The boards as text. */
export const boardsText = (boards: ReadonlyArray<CohortBoard>, colours: Colours): string =>
  boards.length === 0
    ? "No cohort has been launched.\n"
    : boards.map((board) => boardText(board, colours)).join("\n")

/** The boards as CSV; `lcqm cohort board --help` says what each column holds. */
export const boardCsv = (boards: ReadonlyArray<CohortBoard>): string =>
  csv(
    ["scheme", "cohort", "area", "school", "phase", "progress", "since", "attendances", "visitOn", "level"],
    boards.flatMap((board) =>
      onBoard(board).map(({ attendances, level, phase, progress, school, since, visitOn }) => {
        const { area, cohort, scheme } = board
        return [scheme, cohort, area, school, phase, progress, since, attendances, visitOn, level]
      })
    )
  )
