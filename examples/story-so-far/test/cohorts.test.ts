// The page's data: what is printed, and that nothing is added to it.
import { datesWarnings } from "@lcqm/core"
import { expect, test } from "vitest"
import { cohortsSoFar, pageDate, syntheticSchools, syntheticUrns } from "../src/index.ts"

test("the six cohorts have 26, 20, 30, 14, 15 and 5 schools, 110 in all", () => {
  expect(cohortsSoFar.map(({ label, schools }) => [label, schools])).toEqual([
    ["1", 26],
    ["2", 20],
    ["3", 30],
    ["A", 14],
    ["B", 15],
    ["4", 5]
  ])
})

test("every number of the data is printed in the line beside it", () => {
  for (const { phases, printed, schools } of cohortsSoFar) {
    const numbers = phases === undefined ? [schools] : Object.values(phases)
    for (const number of numbers) expect(printed.line).toMatch(new RegExp(`\\b${number}\\b`))
    expect(schools).toBe(phases === undefined ? schools : numbers.reduce((sum, number) => sum + number))
  }
})

test("the dates are as printed: a month, a month without a year, or nothing", () => {
  const windows = Object.fromEntries(cohortsSoFar.map((cohort) => [cohort.label, cohort.windows]))
  expect(windows).toEqual({
    "1": {},
    "2": {},
    "3": { assessment: { from: "--11" } },
    A: { training: { from: "2018-04" }, assessment: { from: "2018-02" } },
    B: { training: { from: "2017-09" }, assessment: { from: "2018-04" } },
    "4": { launch: "2017-07", training: { from: "2017-09" }, assessment: { from: "2018-04" } }
  })
})

test("the library warns of cohort A's dates, which are kept as printed, and of no others", () => {
  const warned = cohortsSoFar.flatMap(({ label, windows }) =>
    datesWarnings(windows).map((warning) => [label, warning])
  )
  expect(warned).toEqual([["A", "AssessmentBeforeTraining"]])
})

test("the page's date is before everything it says is to come", () => {
  const toCome = cohortsSoFar.flatMap(({ status, windows }) =>
    status === "planned"
      ? [windows.launch, windows.training?.from, windows.assessment?.from].filter(
          (date) => date !== undefined
        )
      : []
  )
  expect(toCome).toHaveLength(7)
  for (const date of toCome) expect(pageDate < date).toBe(true)
})

test("the schools are made up under URNs of one synthetic range, each once, with a phase only where one is printed", () => {
  const urns = syntheticSchools.map(({ urn }) => urn)
  expect(new Set(urns).size).toBe(110)
  expect([urns[0], urns.at(-1)]).toEqual([syntheticUrns.first, syntheticUrns.last])
  for (const { label, phases, schools } of cohortsSoFar) {
    const own = syntheticSchools.filter(({ cohort }) => cohort === label)
    expect(own).toHaveLength(schools)
    for (const phase of ["primary", "secondary", "special"] as const) {
      expect(own.filter((school) => school.phase === phase)).toHaveLength(phases?.[phase] ?? 0)
    }
  }
})
