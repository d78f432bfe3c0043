// The summary by area: what each school counts as, and that no small number comes back from what is shown.
import { Coverage } from "@lcqm/testing/arbitraries"
import { areaSummary, areaSummaryOn, type Counts, type Shown, suppressed } from "@lcqm/core"
import {
  type Asked,
  byOffice,
  given,
  onCohort,
  scheme,
  smallWorld,
  type StageName,
  theOffice
} from "@lcqm/testing/given-when-then"
import type { LcqmCommand } from "@lcqm/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const reason = { about: [], text: "As agreed with the school." }

const summaryOf = (story: ReturnType<typeof given>, on = "2018-06-01", threshold = 1) =>
  story.projecting(areaSummary).as((model) => areaSummaryOn(model, { scheme, on, threshold })).answer

const enrol = (urn: string): Asked<LcqmCommand> => ({
  type: "EnrolSchool",
  actor: theOffice,
  data: { scheme, school: urn, cohort: "north", criteriaSet: "small.1", ruleSet: "1" }
})

const launched: Asked<LcqmCommand> = {
  type: "LaunchCohort",
  actor: theOffice,
  data: { scheme, cohort: "north", area: "North", windows: {} }
}

describe("the summary by area", () => {
  it.each<[StageName, string]>([
    ["enrolled", "on the way"],
    ["visited", "on the way"],
    ["deferred", "on the way"],
    ["agreed", "silver"],
    ["withheld", "no award"],
    ["withdrawn", "no award"]
  ])("counts a school that is %s once, as %s", (stage, column) => {
    const { all, areas } = summaryOf(given(smallWorld.at(stage)))
    expect(areas.map(({ area }) => area)).toEqual([undefined])
    expect(Object.entries(all.schools).filter(([, count]) => count !== 0)).toEqual([[column, 1]])
    expect(all.total).toBe(1)
  })

  it("counts a lapsed award and a revoked one as none, and one that is being renewed as held", () => {
    const agreed = given(smallWorld.at("agreed"))
    expect(summaryOf(agreed, "2020-11-22").all.schools.silver).toBe(1)
    expect(summaryOf(agreed, "2020-11-23").all.schools["no award"]).toBe(1)
    expect(summaryOf(agreed.having(byOffice("RevokeAward", { reason }))).all.schools["no award"]).toBe(1)
    const renewing = agreed.having(
      byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" })
    )
    expect(summaryOf(renewing).all.schools.silver).toBe(1)
  })

  it("takes a school's area from its cohort, and puts those without one last", () => {
    const more = ["900002", "900003", "900004", "900005", "900006", "900007"]
    const schools = given(smallWorld.at("enrolled")).having(launched, ...more.map(enrol))
    const { areas } = summaryOf(schools)
    expect(areas.map(({ area, total }) => [area, total])).toEqual([
      ["North", 6],
      [undefined, 1]
    ])
    expect(summaryOf(schools, "2018-06-01", 5).areas.map(({ total }) => total)).toEqual([
      "suppressed",
      "suppressed"
    ])
    expect(summaryOf(schools.having(onCohort("CloseCohort", {})), "2018-06-01", 5).all.total).toBe(7)
  })
})

// Every table that someone who sees what is shown, and knows that a 0 is always shown, can think possible.
const possible = (counts: Counts, { cells, columns, rows, total }: ReturnType<typeof suppressed>) => {
  const places = cells.flatMap((row, i) => row.map((shown, j) => [i, j, shown] as const))
  const most = Math.max(...counts.flat(), 0) + 2
  const found: Array<ReadonlyArray<number>> = []
  const agrees = (shown: Shown, sum: number) => (shown === "suppressed" ? sum > 0 : shown === sum)
  const sumOf = (values: ReadonlyArray<number>, isIn: (i: number, j: number) => boolean) =>
    values.reduce((sum, value, at) => {
      const place = places[at]
      return place !== undefined && isIn(place[0], place[1]) ? sum + value : sum
    }, 0)
  const consistent = (values: ReadonlyArray<number>) =>
    rows.every((shown, row) =>
      agrees(
        shown,
        sumOf(values, (i) => i === row)
      )
    ) &&
    columns.every((shown, column) =>
      agrees(
        shown,
        sumOf(values, (_, j) => j === column)
      )
    ) &&
    agrees(
      total,
      sumOf(values, () => true)
    )
  const fill = (values: ReadonlyArray<number>): void => {
    const next = places[values.length]
    if (next === undefined) {
      if (consistent(values)) found.push(values)
      return
    }
    const [, , shown] = next
    if (shown !== "suppressed") return fill([...values, shown])
    for (let value = 1; value <= most; value += 1) fill([...values, value])
  }
  fill([])
  return found
}

describe("suppression", () => {
  const smallTable = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
    .chain(([height, width]) =>
      fc.array(fc.array(fc.nat({ max: 4 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height
      })
    )

  it("shows no small count, and none of those it hides can be worked out from what it shows", () => {
    const met = new Coverage("cells", ["hidden as small", "hidden for another's sake", "shown"])
    met.assert(
      20,
      fc.property(smallTable, fc.integer({ min: 1, max: 4 }), (counts, threshold) => {
        const shown = suppressed(counts, threshold)
        const tables = possible(counts, shown)
        expect(tables).toContainEqual(counts.flat())
        for (const [at, cell] of shown.cells.flat().entries()) {
          const count = counts.flat()[at] ?? 0
          if (cell === "suppressed") {
            met.count(count < threshold ? "hidden as small" : "hidden for another's sake")
            expect(new Set(tables.map((values) => values[at])).size).toBeGreaterThan(1)
          } else {
            met.count("shown")
            expect(cell).toBe(count)
            expect(count === 0 || count >= threshold).toBe(true)
          }
        }
        for (const sum of [...shown.rows, ...shown.columns, shown.total]) {
          expect(sum === "suppressed" || sum === 0 || sum >= threshold).toBe(true)
        }
      }),
      { numRuns: 200 }
    )
  })

  it("hides nothing where nothing is small", () => {
    const counts = [
      [9, 8],
      [7, 0]
    ]
    expect(suppressed(counts, 5)).toEqual({ cells: counts, rows: [17, 7], columns: [16, 8], total: 24 })
    expect(suppressed([], 5).total).toBe(0)
  })

  it("hides no more than is enough: totals and large counts are shown where they give nothing away", () => {
    const c = "suppressed"
    const counts = [
      [3, 6, 1, 1, 3],
      [1, 9, 4, 0, 1],
      [21, 29, 12, 1, 18]
    ]
    expect(suppressed(counts, 5)).toEqual({
      cells: [
        [c, 6, c, c, c],
        [c, 9, c, 0, c],
        [21, 29, c, c, 18]
      ],
      rows: [14, 15, 81],
      columns: [25, 44, c, c, 22],
      total: 110
    })
  })
})
