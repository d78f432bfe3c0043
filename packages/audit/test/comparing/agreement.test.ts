// Agreement beyond chance, against examples worked out by hand, and the three judgements side by side.
import { agreementOf, type Pair, partiesAgree, threeJudgements } from "@lcqm/audit"
import type { Level } from "@lcqm/core"
import { byAssessor, given, smallWorld } from "@lcqm/testing/given-when-then"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { historyOf, storeHolding } from "../stores.ts"

const table = (counts: ReadonlyArray<readonly [Level, Level, number]>): ReadonlyArray<Pair> =>
  counts.flatMap(([first, second, count]) => Array.from({ length: count }, (): Pair => [first, second]))

describe("agreement", () => {
  it.each([
    // Observed cost 2 of 5; expected, linear: (2(1·0+3·1+1·2) + 1(1·1+0+1·1) + 2(1·2+3·1+0)) / 25 = 22 / 25.
    {
      name: "five pairs",
      pairs: table([
        ["bronze", "bronze", 1],
        ["bronze", "silver", 1],
        ["silver", "silver", 1],
        ["gold", "gold", 1],
        ["gold", "silver", 1]
      ]),
      raw: 3 / 5,
      linear: 1 - 2 / 5 / (22 / 25),
      quadratic: 1 - 2 / 5 / (30 / 25)
    },
    // Two levels only, so both weights are Cohen's plain kappa: p0 = 35/50, pe = (25·30 + 25·20)/2500 = 1/2.
    {
      name: "fifty pairs of two levels",
      pairs: table([
        ["silver", "silver", 20],
        ["silver", "gold", 5],
        ["gold", "silver", 10],
        ["gold", "gold", 15]
      ]),
      raw: 0.7,
      linear: 0.4,
      quadratic: 0.4
    },
    // Opposite ends always: observed cost is 3 each, expected half of it.
    {
      name: "nothing alike",
      pairs: table([
        ["none", "gold", 1],
        ["gold", "none", 1]
      ]),
      raw: 0,
      linear: -1,
      quadratic: -1
    }
  ])("is what is worked out by hand: $name", ({ linear, pairs, quadratic, raw }) => {
    const statistics = agreementOf(pairs)
    expect(statistics.raw).toBeCloseTo(raw, 12)
    expect(statistics.kappa).toBeCloseTo(quadratic, 12)
    expect(agreementOf(pairs, "linear").kappa).toBeCloseTo(linear, 12)
  })

  it("is not defined where nothing was compared, nor kappa where only one level is ever given", () => {
    expect(agreementOf([])).toEqual({ pairs: 0, same: 0, raw: undefined, kappa: undefined })
    expect(agreementOf([["gold", "gold"]])).toEqual({ pairs: 1, same: 1, raw: 1, kappa: undefined })
  })

  it("is at most 1, is 1 just where all are the same, and does not depend on who is named first", () => {
    const level = fc.constantFrom<Level>("none", "bronze", "silver", "gold")
    fc.assert(
      fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 30 }), (pairs) => {
        const { kappa, pairs: count, same } = agreementOf(pairs)
        const turned = agreementOf(pairs.map(([first, second]): Pair => [second, first]))
        expect(turned.kappa ?? 2).toBeCloseTo(kappa ?? 2, 9)
        if (kappa !== undefined) {
          expect(kappa).toBeLessThanOrEqual(1)
          expect(kappa === 1).toBe(same === count)
        }
      })
    )
  })
})

describe("the three judgements of a school", () => {
  const reason = { about: [], text: "The portfolio shows more than the visit did." }
  const reviewed = given(smallWorld.at("reviewed"))
  const criteria = [...new Set(reviewed.events.flatMap(({ data }) => Object.values(data)))].filter(
    (value) => value === "families.events"
  )
  const history = historyOf(
    storeHolding(
      reviewed.having(
        byAssessor("AgreeJudgement", { criterion: "families.events", judgement: { level: "gold" }, reason })
      ).events
    )
  )

  it("stand side by side, disagreements first and with their reason", () => {
    expect(criteria).toEqual(["families.events"])
    const { assessor, criteria: rows } = threeJudgements(history)
    expect(assessor).toBe("p-assessor0")
    expect(rows[0]).toEqual({
      criterion: "families.events",
      self: "silver",
      assessor: "silver",
      agreed: "gold",
      differ: true,
      reason
    })
    expect(rows.slice(1).every(({ agreed, differ }) => !differ && agreed === undefined)).toBe(true)
  })

  it("count towards the agreement by criterion and by assessor", () => {
    const { all, byAssessor: by, byCriterion } = partiesAgree([threeJudgements(history)])
    expect(all.selfAndAssessor.raw).toBe(1)
    expect(byCriterion.get("families.events")?.selfAndAgreed).toMatchObject({ pairs: 1, same: 0, raw: 0 })
    expect([...by.keys()]).toEqual(["p-assessor0"])
  })
})
