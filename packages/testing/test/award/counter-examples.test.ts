// The rules that many think of first, and the smallest cases that show what is wrong with them.
import { describe, expect, it } from "vitest"
import {
  checkAwardLaws,
  type CounterExample,
  type LawName,
  reportSentences,
  type RuleToTest
} from "../../src/award/index.ts"
import { mean } from "./rules/mean.ts"
import { mode } from "./rules/mode.ts"
import { sum } from "./rules/sum.ts"

const counterExample = (tested: RuleToTest, law: LawName, seed = 1): CounterExample | undefined => {
  const report = checkAwardLaws(tested, { runs: 1_000, seed }).laws.find((each) => each.law === law)
  return report?.outcome === "broken" ? report.counterExample : undefined
}

const outcomes = (tested: RuleToTest): ReadonlyArray<string> =>
  checkAwardLaws(tested).laws.map(({ law, outcome }) => `${law}: ${outcome}`)

describe("the mode", () => {
  it("is not monotone: the smallest counter-example has three criteria", () => {
    const found = counterExample({ derive: mode }, "monotone")
    expect(found?.sentences).toEqual([
      "Theme 0: Criterion 0.0 at none, Criterion 0.1 at Bronze and Criterion 0.2 at Bronze.",
      "Criterion 0.1 is raised from Bronze to Silver.",
      "The award was Bronze and is now none: it fell."
    ])
    expect(found).toMatchObject({
      input: { judgements: { "t0.c0": "none", "t0.c1": "bronze", "t0.c2": "bronze" } },
      change: { kind: "criterion raised", criterion: "t0.c1", from: "bronze", to: "silver" },
      before: "bronze",
      after: "none",
      theme: null
    })
  })

  it("has as small a counter-example whatever the seed", () => {
    for (const seed of [2, 3, 4]) {
      const found = counterExample({ derive: mode }, "monotone", seed)
      expect(found?.input.criteriaSet.themes.flatMap(({ criteria }) => criteria)).toHaveLength(3)
    }
  })

  it("breaks the bounds too, and no law of order, scale or setting aside", () => {
    expect(outcomes({ derive: mode, evidence: false })).toEqual([
      "monotone: broken",
      "unanimity: held",
      "bounds: broken",
      "orderIrrelevant: held",
      "weightScaling: held",
      "closedForm: not put",
      "notApplicableIsRemoved: held",
      "whatIfSoundAndMinimal: not put",
      "stricterNeverHigher: not put",
      "levelFromLeaves: not put",
      "unchangedByLaterRules: not put"
    ])
  })
})

describe("the mean", () => {
  it("lets one theme pay for an empty one: two criteria show it", () => {
    const found = counterExample({ derive: mean }, "bounds")
    expect(found?.sentences).toEqual([
      "Theme 0: Criterion 0.0 at none.",
      "Theme 1: Criterion 1.0 at Silver.",
      "The award is Bronze. One theme is at none, and the floor is Bronze: no theme may be empty, so there should be no award."
    ])
    expect(found).toMatchObject({ change: { kind: "nothing" }, before: null, after: "bronze" })
  })

  it("lets Gold stand two levels above the lowest theme, where no floor is asked for", () => {
    const bounds = { themeGap: 1, absoluteFloor: "none" } as const
    const found = counterExample({ derive: mean, bounds }, "bounds")
    expect(found?.sentences.at(-1)).toMatch(
      /^The award is Silver\. The lowest theme is at none, so the award should be at most Bronze\.$/
    )
  })

  it("is monotone and unanimous", () => {
    expect(outcomes({ derive: mean, evidence: false }).filter((each) => each.endsWith(": broken"))).toEqual([
      "bounds: broken"
    ])
  })
})

describe("a counter-example", () => {
  it("is a case that can be put to the rule again", () => {
    const found = counterExample({ derive: mode }, "monotone")
    const again: CounterExample = JSON.parse(JSON.stringify(found))
    expect(again).toEqual(found)
    expect(mode(again.input)).toBe(again.before)
    expect(mode({ judgements: { ...again.input.judgements, "t0.c1": "silver" } })).toBe(again.after)
  })

  it("stands under its law in the report", () => {
    const lines = reportSentences(checkAwardLaws({ derive: mode, evidence: false }))
    expect(lines.slice(0, 6)).toEqual([
      "1 monotone: broken. Raising a judgement, or adding accepted evidence, never lowers a theme or the award.",
      "  The smallest counter-example found:",
      "  Theme 0: Criterion 0.0 at none, Criterion 0.1 at Bronze and Criterion 0.2 at Bronze.",
      "  Criterion 0.1 is raised from Bronze to Silver.",
      "  The award was Bronze and is now none: it fell.",
      expect.stringMatching(/^2 unanimity: held over 1,000 cases/)
    ])
  })
})

describe("the sum", () => {
  it("gives an award for heavier weights: the counter-example has the smallest factor that does", () => {
    for (const seed of [1, 2, 3]) {
      const found = counterExample({ derive: sum }, "weightScaling", seed)
      expect(found?.sentences).toEqual([
        "Theme 0: Criterion 0.0 at Bronze.",
        "Every weight is multiplied by 5.",
        "The award was none and is now Bronze."
      ])
    }
  })
})
