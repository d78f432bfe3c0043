// Laws are worth what they catch: rules that are wrong by one line, and the laws that must find each.
import { closedForm, explain, levelFromLeaves, presets, type RuleSet } from "@lcqm/core"
import { describe, expect, it } from "vitest"
import { checkAwardLaws, type LawName, type RuleToTest } from "../../src/award/index.ts"
import { ruleOf } from "./rules/steps.ts"

const bestFit = presets["best-fit/1"]
const broken = (tested: RuleToTest, runs = 400): ReadonlyArray<LawName> =>
  checkAwardLaws(tested, { runs }).laws.flatMap(({ law, outcome }) => (outcome === "broken" ? law : []))

interface Broken {
  readonly what: string
  readonly tested: RuleToTest
  readonly by: ReadonlyArray<LawName>
}

// A registry that knows one version of each rule, the last it was shown.
const lastShown = () => {
  const shown = new Map<string, RuleSet>()
  return (rule: RuleSet): RuleSet => {
    if (rule.version.startsWith("later")) shown.set(rule.id, rule)
    return shown.get(rule.id) ?? rule
  }
}

const of = (changed: Parameters<typeof ruleOf>[0], rule: RuleSet = bestFit): RuleToTest => ({
  derive: ruleOf(changed),
  rule,
  ...(rule === bestFit ? { closedForm: closedForm } : {})
})

describe("a rule that is wrong by one line is caught, by the law meant for it and by no law not listed with it", () => {
  const rules: ReadonlyArray<Broken> = [
    { what: "the good rule", tested: of({}), by: [] },
    {
      what: "criteria above a level do not count for it",
      tested: of({ isAt: (one, rank) => one.rank === rank }),
      by: ["monotone"]
    },
    {
      what: "more evidence than was asked for does not count",
      tested: of({ enough: (items, { minEvidence }) => items === minEvidence }),
      by: ["monotone", "stricterNeverHigher"]
    },
    {
      what: "a theme of one criterion is never Gold",
      tested: of({ mostOfTheme: (criteria) => (criteria === 1 ? 2 : 3) }),
      by: ["unanimity", "closedForm"]
    },
    {
      what: "more than all of the weight is asked for",
      tested: of(
        { majority: (at, all, { themeMajority: { den, num } }) => at * den > all * num },
        presets["secure-fit/1"]
      ),
      by: ["unanimity"]
    },
    {
      what: "the gap between themes is forgotten",
      tested: of({ permitted: () => 1 }),
      by: ["bounds", "closedForm"]
    },
    {
      what: "the floor is forgotten",
      tested: of({ permitted: (rank, { themeGap }) => Math.max(0, rank - themeGap) }),
      by: ["bounds", "closedForm"]
    },
    {
      what: "the first theme must be at the level",
      tested: of({ must: (themes) => themes.slice(0, 1) }),
      by: ["orderIrrelevant", "closedForm"]
    },
    {
      what: "what weighs 10 is essential",
      tested: of({ isEssential: ({ essential, weight }) => essential || weight >= 10 }),
      by: ["weightScaling"]
    },
    {
      what: "one theme too few is asked for",
      tested: of({ needed: (themes, { allowBelow }) => Math.max(1, themes - allowBelow - 1) }),
      by: ["closedForm"]
    },
    { what: "what is set aside counts as none", tested: of({ setAside: 0 }), by: ["notApplicableIsRemoved"] },
    { what: "what is set aside counts as Gold", tested: of({ setAside: 3 }), by: ["notApplicableIsRemoved"] },
    {
      what: "the gap between criteria is turned round",
      tested: of({ aboveWeakest: (weakest, { criterionGap }) => weakest + 3 - criterionGap }),
      by: ["stricterNeverHigher"]
    },
    {
      what: "the last version shown is used for every case",
      tested: of({ ruleFor: lastShown() }),
      by: ["bounds", "unchangedByLaterRules"]
    }
  ]
  it.each(rules)("$what", ({ by, tested }) => {
    expect(broken(tested)).toEqual(by)
  })

  it("the share of the weight is rounded to whole percent: its explanation says another level", () => {
    const rounded = ruleOf({
      majority: (at, all, { themeMajority: { den, num } }) =>
        Math.round((100 * at) / all) > Math.round((100 * num) / den)
    })
    const { laws } = checkAwardLaws({ derive: rounded, rule: bestFit, explain, levelFromLeaves })
    expect(laws.flatMap(({ law, outcome }) => (outcome === "broken" ? law : []))).toEqual(["levelFromLeaves"])
  })
})
