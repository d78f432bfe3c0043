// Cohorts for a person: a line each, or one with its schools.
import { type CohortProgress, datesWarningSentence, type GivenWindow } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

const windowText = (window: GivenWindow | undefined): string =>
  window === undefined ? "" : `${window.from ?? ""}..${window.to ?? ""}`

const tallied = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ")

/** The cohorts, a line each. */
export const cohortsText = (cohorts: ReadonlyArray<CohortProgress>): string =>
  cohorts.length === 0
    ? "No cohort has been launched.\n"
    : table(
        [
          { title: "Cohort" },
          { title: "Status" },
          { title: "Schools", align: "right" },
          { title: "Training" },
          { title: "Assessment" },
          { title: "Of them" }
        ],
        cohorts.map(({ cohort, progress, schools, status, windows }) => [
          cohort,
          status,
          schools.length,
          windowText(windows.training),
          windowText(windows.assessment),
          tallied(progress)
        ])
      )

/** One cohort and its schools. */
export const cohortText = (cohort: CohortProgress, colours: Colours): string => {
  const { area, phases, schools, status, title, warnings, windows } = cohort
  const given = [
    ...(title === undefined ? [] : [title]),
    ...(area === undefined ? [] : [area]),
    ...(windows.launch === undefined ? [] : [`launched ${windows.launch}`]),
    ...(windows.training === undefined ? [] : [`training ${windowText(windows.training)}`]),
    ...(windows.assessment === undefined ? [] : [`assessment ${windowText(windows.assessment)}`])
  ]
  return [
    `${colours.bold(printable(`Cohort ${cohort.cohort} of ${cohort.scheme}`))}: ${status}\n`,
    given.length === 0 ? "" : `${printable(given.join("; "))}\n`,
    ...warnings.map((warning) => `Odd, and kept as given: ${datesWarningSentence(warning)}.\n`),
    `${counted(schools.length, "school")}${schools.length === 0 ? "" : `: ${tallied(phases)}`}\n`,
    schools.length === 0
      ? ""
      : `\n${table(
          [{ title: "School" }, { title: "Phase" }, { title: "Progress" }],
          schools.map(({ phase, progress, school }) => [school, phase ?? "not stated", progress])
        )}`
  ].join("")
}
