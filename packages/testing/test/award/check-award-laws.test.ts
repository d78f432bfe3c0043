import {
  decodeRuleSet,
  derive,
  levels,
  mostEvidence,
  presets,
  type RuleSet,
  sampleCriteriaSet
} from "@lcqm/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyAwardCase } from "../../src/arbitraries/award-case.ts"
import {
  awardLaws,
  checkAwardLaws,
  type LawReport,
  lawsOfPreset,
  presetNames,
  reportSentences,
  type RuleToTest,
  stricterRules,
  violationOf
} from "../../src/award/index.ts"
import { ruleOf } from "./rules/steps.ts"

const bestFit = presets["best-fit/1"]
const named = (laws: ReadonlyArray<LawReport>, name: string) => laws.find(({ law }) => law === name)

describe("the shipped presets", () => {
  it.each(presetNames)("hold every law, with every class of cases met: %s", (preset) => {
    const { holds, laws } = lawsOfPreset(preset, { runs: 600 })
    expect(laws.map(({ law, number, outcome }) => `${number} ${law} ${outcome}`)).toEqual(
      Object.values(awardLaws).map(({ name, number }) => `${number} ${name} held`)
    )
    expect(holds).toBe(true)
    for (const report of laws) {
      if (report.outcome === "not put") continue
      expect(report.cases).toBe(report.law === "closedForm" ? 4_096 : 600)
      for (const level of levels) expect(report.reached[level]).toBeGreaterThan(0)
    }
  })
})

describe("a report", () => {
  it("is the same for the same seed, and another for another", () => {
    const report = (seed: number) => lawsOfPreset("best-fit/1", { runs: 200, seed })
    expect(report(7)).toEqual(report(7))
    expect(report(8)).not.toEqual(report(7))
  })

  it("names the laws in their order, each with its promise", () => {
    const laws = Object.entries(awardLaws)
    expect(laws.map(([name, law]) => [name, law.number])).toEqual(
      laws.map(([, law], index) => [law.name, index + 1])
    )
    for (const [, { promise }] of laws) expect(promise).toMatch(/^[A-Z].*\.$/)
  })

  it("says of a law whose companion is absent that it was not put, and what is lacking", () => {
    const { holds, laws } = checkAwardLaws(
      { derive: () => "silver", setAside: false, evidence: false },
      { runs: 5 }
    )
    const lacking = laws.flatMap((report) =>
      report.outcome === "not put" ? [`${report.law}: ${report.lacks}`] : []
    )
    expect(lacking).toEqual([
      "closedForm: closedForm",
      "notApplicableIsRemoved: setAside",
      "whatIfSoundAndMinimal: whatIf",
      "stricterNeverHigher: rule or stricter",
      "levelFromLeaves: explain and levelFromLeaves",
      "unchangedByLaterRules: rule"
    ])
    expect(holds).toBe(false)
    expect(reportSentences({ runs: 5, seed: 1, holds, laws })).toContain(
      "8 whatIfSoundAndMinimal: not put: it needs whatIf, which is not given."
    )
  })

  it("says of a law that met no case of some class that it is vacuous, never that it held", () => {
    const tested: RuleToTest = { derive: () => null, rule: bestFit }
    const { holds, laws } = checkAwardLaws(tested, { runs: 20 })
    expect(laws.map(({ outcome }) => outcome).filter((outcome) => outcome === "held")).toEqual([])
    expect(holds).toBe(false)
    expect(named(laws, "bounds")).toMatchObject({
      outcome: "vacuous",
      missing: ["an award at none", "an award at Bronze", "an award at Silver", "an award at Gold"]
    })
  })

  it("finds a rule that looks at nothing vacuous in what it says it reads", () => {
    const { laws } = checkAwardLaws({
      derive: ({ judgements }) => (Object.values(judgements).includes("gold") ? "gold" : "none")
    })
    expect(named(laws, "monotone")).toMatchObject({
      outcome: "vacuous",
      missing: ["an award at Bronze", "an award at Silver", "more evidence raised the award"]
    })
  })

  it("finds that a rule which never changes with its rule set is vacuous under stricter and later ones", () => {
    const fixed = ruleOf({ ruleFor: () => bestFit })
    const { laws } = checkAwardLaws({ derive: fixed, rule: bestFit })
    expect(named(laws, "unchangedByLaterRules")?.outcome).toBe("vacuous")
    expect(named(laws, "stricterNeverHigher")?.outcome).toBe("vacuous")
  })
})

describe("a rule that misbehaves", () => {
  it("by throwing breaks every law, and the smallest case that makes it throw is shown", () => {
    const { laws } = checkAwardLaws(
      {
        derive: ({ judgements }) => {
          if (Object.values(judgements).includes("gold")) throw new Error("Gold is not sold here")
          return "none"
        }
      },
      { runs: 50 }
    )
    const report = named(laws, "orderIrrelevant")
    expect(report).toMatchObject({
      outcome: "broken",
      counterExample: {
        change: { kind: "threw" },
        sentences: ["Theme 0: Criterion 0.0 at Gold.", "The rule threw: Gold is not sold here."]
      }
    })
  })

  it.each<[answer: unknown, shown: string]>([
    ["platinum", '"platinum"'],
    [3, "3"],
    [{ level: "Gold" }, '{"level":"Gold"}'],
    [
      { level: "gold", themes: [{ id: "t0", level: "best" }] },
      '{"level":"gold","themes":[{"id":"t0","level":"best"}]}'
    ],
    [Promise.resolve("gold"), "a Promise"]
  ])("by answering what is no answer is told so, and what it answered: %s", (answer, shown) => {
    const unsure: RuleToTest = { derive: () => "gold" }
    Reflect.set(unsure, "derive", () => answer)
    const { laws } = checkAwardLaws(unsure, { runs: 20 })
    expect(named(laws, "monotone")).toMatchObject({
      outcome: "broken",
      counterExample: {
        change: { kind: "no answer" },
        sentences: [
          "Theme 0: Criterion 0.0 at none.",
          `The rule answered ${shown}; a rule answers none, bronze, silver, gold, null, or { level, themes? }.`
        ]
      }
    })
  })

  it("by changing the case that is put to it breaks law 11", () => {
    const { laws } = checkAwardLaws(
      {
        derive: (input) => {
          Reflect.deleteProperty(input.judgements, "t0.c1")
          return derive(input)
        },
        rule: { ...bestFit, allowBelow: 0 }
      },
      { runs: 50 }
    )
    const report = named(laws, "unchangedByLaterRules")
    expect(report?.outcome === "broken" && report.counterExample.sentences.at(-1)).toMatch(
      /The rule changed the case/
    )
  })
})

describe("cases", () => {
  it("may be on a criteria set of one's own, and a counter-example is then in its words", () => {
    const { laws } = checkAwardLaws(
      { derive: ruleOf({ isAt: (one, rank) => one.rank === rank }), rule: bestFit },
      { runs: 300, criteriaSet: sampleCriteriaSet }
    )
    const report = named(laws, "monotone")
    const sentences = report?.outcome === "broken" ? report.counterExample.sentences : []
    expect(sentences[0]).toMatch(/^[A-Z][-a-z ]+: /)
    expect(sentences.join(" ")).not.toMatch(/Criterion \d|Theme \d/)
    expect(sentences.at(-1)).toMatch(/ it fell\.$/)
  })

  it("are as large as asked for", () => {
    const seen = new Set<number>()
    checkAwardLaws(
      {
        derive: ({ criteriaSet: { themes } }) => {
          for (const { criteria } of themes) seen.add(criteria.length)
          seen.add(-themes.length)
          return "none"
        }
      },
      { runs: 100, mostThemes: 2, mostCriteria: 3 }
    )
    expect([...seen].toSorted((a, b) => a - b)).toEqual([-2, -1, 1, 2, 3])
  })
})

describe("laws", () => {
  it("may be asked for by name, and are then the only ones put", () => {
    const { laws } = checkAwardLaws({ derive }, { runs: 10, laws: ["bounds", "monotone"] })
    expect(laws.map(({ law }) => law)).toEqual(["monotone", "bounds"])
  })
})

describe("the stricter versions of a rule set", () => {
  it("are one for each parameter that can ask for more, and two for the majority", () => {
    const names = (rule: RuleSet) => stricterRules(rule).map(({ name }) => name)
    expect(names(bestFit)).toEqual([
      "themeMajority 2/3",
      "themeMajority 1/1",
      "criterionGap 1",
      "allowBelow 0",
      "themeGap 0",
      "minEvidence 2"
    ])
    expect(names({ ...presets["six-of-seven-style/1"], minEvidence: mostEvidence })).toEqual([
      "themeMajority 2/3",
      "themeMajority 1/1",
      "criterionGap 1",
      "allowBelow 0",
      "themeGap 2",
      "absoluteFloor bronze"
    ])
    const majority = (num: number, den: number, strict: boolean) =>
      names({ ...presets["secure-fit/1"], themeMajority: { num, den, strict } })
    expect(majority(2, 3, false)).toEqual(["themeMajority 1/1", "minEvidence 2"])
    expect(majority(4, 6, true)).toEqual(["themeMajority 1/1", "minEvidence 2"])
    expect(majority(1, 1, false)).toEqual(["minEvidence 2"])
  })

  it("differ from it in that parameter and the version", () => {
    for (const { name, parameter, rule } of stricterRules(bestFit)) {
      expect(name.startsWith(parameter)).toBe(true)
      expect({ ...rule, [parameter]: bestFit[parameter], version: bestFit.version }).toEqual(bestFit)
      expect(decodeRuleSet(rule)._tag).toBe("Success")
    }
  })
})

describe("one law and one case", () => {
  it("can be put in a property test of one's own", () => {
    for (const law of Object.values(awardLaws)) {
      fc.assert(
        fc.property(anyAwardCase(), (input) => {
          expect(violationOf(law, { derive, rule: "any" }, input)).toBeNull()
        }),
        { numRuns: 50 }
      )
    }
  })
})
