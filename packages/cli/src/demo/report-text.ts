// What the demo tells, for a person to read from top to bottom.
import type { Level, SchoolProgress } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"
import { wrapped } from "../telling/wrapped.ts"
import { explainedText } from "./explained-text.ts"
import type { DemoReport, RegisterAsAt } from "./report.ts"

// A zero is a place where nothing is: quieter than a figure.
const figure = (count: number): string => (count === 0 ? "·" : String(count))

const counted = (count: number): string => count.toLocaleString("en-GB")

const lines = (...texts: ReadonlyArray<string>): string =>
  texts.map((text) => `${wrapped(printable(text))}\n`).join("")

const besideText = ({ cohorts, date }: DemoReport["asAtThePage"]): string =>
  table(
    [
      { title: "Cohort" },
      { title: "The page prints", width: 48 },
      { title: "Schools", align: "right" },
      { title: `As at ${date}`, width: 16 },
      { title: "Agrees" }
    ],
    cohorts.map(({ agrees, cohort, printed, schools, status }) => [
      cohort,
      printed.line,
      schools.events,
      status.events,
      agrees ? "yes" : `no: page has ${schools.page}, ${status.page}`
    ])
  )

const awardColumns: ReadonlyArray<readonly [Level, string]> = [
  ["gold", "Gold"],
  ["silver", "Silver"],
  ["bronze", "Bronze"],
  ["none", "No level"]
]

const otherColumns: ReadonlyArray<readonly [Exclude<SchoolProgress, "awarded">, string]> = [
  ["withheld", "Withheld"],
  ["assessing", "Assessing"],
  ["in training", "Training"],
  ["planned", "Planned"],
  ["deferred", "Deferred"],
  ["withdrawn", "Withdrawn"]
]

/** The register by cohort and phase; a column that is empty throughout is left out. */
const registerText = ({ rows }: RegisterAsAt): string => {
  const sum = (of: (row: RegisterAsAt["rows"][number]) => number): number =>
    rows.reduce((total, row) => total + of(row), 0)
  const awards = awardColumns.filter(([level]) => sum((row) => row.awards[level]) > 0)
  const others = otherColumns.filter(([progress]) => sum((row) => row.others[progress]) > 0)
  const total = [
    "all",
    "",
    sum(({ page }) => page ?? 0),
    sum(({ schools }) => schools),
    ...awards.map(([level]) => sum((row) => row.awards[level])),
    ...others.map(([progress]) => sum((row) => row.others[progress]))
  ]
  return table(
    [
      { title: "Cohort" },
      { title: "Phase" },
      { title: "Page", align: "right" },
      { title: "Schools", align: "right" },
      ...awards.map(([, title]) => ({ title, align: "right" }) as const),
      ...others.map(([, title]) => ({ title, align: "right" }) as const)
    ],
    [
      ...rows.map((row) => [
        row.cohort,
        row.phase,
        row.page === null ? "·" : row.page,
        figure(row.schools),
        ...awards.map(([level]) => figure(row.awards[level])),
        ...others.map(([progress]) => figure(row.others[progress]))
      ]),
      total
    ]
  )
}

const cpdText = (cpd: DemoReport["cpd"]): string =>
  table(
    [
      { title: "Cohort" },
      { title: "Schools", align: "right" },
      { title: "All four", align: "right" },
      { title: "Three", align: "right" },
      { title: "Two", align: "right" },
      { title: "One", align: "right" },
      { title: "None", align: "right" }
    ],
    cpd.map(({ bySessions: [none, one, two, three, four], cohort, schools }) => [
      cohort,
      schools,
      ...[four, three, two, one, none].map(figure)
    ])
  )

// `NotTheChampion` as a person reads it.
const inWords = (name: string): string =>
  name
    .replaceAll(/(?<!^)([A-Z])/g, " $1")
    .toLowerCase()
    .replace("champion", "Champion")
    .replace("cpd", "CPD")

const named = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${inWords(name)} ${count}`)
    .join(", ")

// Two columns of outcomes: there are more of them than a screen has lines.
const outcomesText = ({ outcomes, story }: DemoReport): string => {
  const counts = Object.entries(outcomes)
  const half = Math.ceil(counts.length / 2)
  const rows = counts
    .slice(0, half)
    .map(([name, count], index) => [count, name, ...(counts[half + index]?.toReversed() ?? ["", ""])])
  return (
    table(
      [
        { title: "Times", align: "right" },
        { title: "What" },
        { title: "Times", align: "right" },
        { title: "What" }
      ],
      rows
    ) + lines(`Refused by the rules, and nothing written: ${named(story.refused)}.`)
  )
}

const writtenText = ({ written }: DemoReport): string =>
  written === undefined
    ? ""
    : `\n${lines(
        `${counted(written.events)} events, ${counted(written.bytes)} bytes, in ${written.file}`,
        `SHA-256 ${written.sha256}`
      )}`

const keptText = ({ kept }: DemoReport): string =>
  kept === undefined
    ? ""
    : `\n${lines(`The story is kept in ${kept.store}: ${counted(kept.events)} events.`, `Root ${kept.root}`)}`

/** The report as text. */
export const reportText = (report: DemoReport, colours: Colours): string => {
  const { asAtThePage, atTheEnd, explained, labels, next, story, warnings } = report
  const heading = (text: string): string => `\n${colours.bold(printable(text))}\n`
  return [
    `${colours.bold(`The Liverpool Counts Quality Mark: the story so far (seed ${story.seed})`)}\n`,
    lines(labels.source, labels.simulation, labels.schools, labels.criteria),
    `${counted(story.schools)} schools, ${counted(story.commands)} commands, ${counted(story.events)} events.\n`,
    heading(`The source's page, and the state as at its own date, ${asAtThePage.date}`),
    besideText(asAtThePage),
    heading("A warning about dates"),
    ...warnings.map(({ cohort, printed, says }) =>
      lines(`Cohort ${cohort}: ${says}. So it is printed ("${printed}"), and so it is kept, not repaired.`)
    ),
    heading(`The register by cohort and phase as at ${asAtThePage.date}`),
    registerText(asAtThePage),
    heading(`The register by cohort and phase at the end of the simulation, ${atTheEnd.date}`),
    registerText(atTheEnd),
    lines("A school counts in the cohort it is in by then; a transfer takes it to another."),
    heading("What became of them"),
    outcomesText(report),
    heading("CPD: how many of the four sessions the Champions attended"),
    cpdText(report.cpd),
    heading(`One award explained: school ${explained.school} (synthetic), cohort ${explained.cohort}`),
    explainedText(explained, colours),
    writtenText(report),
    keptText(report),
    heading("What to try next"),
    ...next.map(({ command, why }) => `  ${command}\n      ${colours.dim(why)}\n`)
  ].join("")
}
