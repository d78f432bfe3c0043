// What is drawn is worth as much as what it shrinks to: a failing property is to be told by its plainest case.
import { derive, levels, type RuleSet } from "@lcqm/core"
import {
  anyAwardCase,
  anyCommandSequence,
  anyCriteriaSet,
  anyEventData,
  anyFullDate,
  anyJudgementSet,
  anyPartialDate,
  anyPersonRef,
  anyRuleSetFor,
  anyStampedEvent,
  anyText,
  anyWords,
  type CommandSequence,
  inhabitants
} from "@lcqm/testing/arbitraries"
import { criteriaIn } from "../../src/arbitraries/criteria-set.ts"
import { AwardProposed, presets, sampleCriteriaSet } from "@lcqm/core"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

/** The plainest value that a fault is found with; many seeds, so that luck has no part in it. */
const plainest = <A>(arbitrary: fc.Arbitrary<A>, isFaulty: (value: A) => boolean = () => true): A => {
  const { counterexample } = fc.check(
    fc.property(arbitrary, (value) => !isFaulty(value)),
    { numRuns: 1_000, seed: 7, endOnFailure: false }
  )
  if (counterexample === null) throw new Error("no such value was drawn")
  return counterexample[0]
}

const comesTo =
  (type: string, outcome: string) =>
  (sequence: CommandSequence): boolean =>
    sequence.steps.some(({ command, comesTo }) => command.type === type && comesTo === outcome)

const told = ({ steps }: CommandSequence): ReadonlyArray<string> =>
  steps.filter(({ command }) => !command.id.startsWith("founding.")).map(({ command }) => command.type)

describe("values shrink", () => {
  it("criteria sets to one theme with one plain criterion", () => {
    expect(plainest(anyCriteriaSet({ awkwardIds: true }))).toEqual({
      id: "generated",
      version: "1",
      title: "Generated",
      themes: [
        {
          id: "t0",
          title: "Theme 0",
          criteria: [{ id: "t0.c0", title: "Criterion 0.0", weight: 1, essential: false }]
        }
      ]
    })
    const { themes } = plainest(anyCriteriaSet(), (set) => criteriaIn(set).some(({ essential }) => essential))
    const weights = themes.flatMap(({ criteria }) => criteria.map(({ weight }) => weight))
    expect(weights.length).toBeLessThanOrEqual(4)
    expect(new Set(weights)).toEqual(new Set([1]))
  })

  it("rules to small numbers, and to the parameter at fault", () => {
    const rule = plainest(anyRuleSetFor(sampleCriteriaSet), ({ maxShift }: RuleSet) => maxShift >= 2)
    expect(rule).toMatchObject({ criterionGap: 0, allowBelow: 0, themeGap: 0, maxShift: 2, minEvidence: 0 })
    expect(rule.themeMajority).toEqual(presets["best-fit/1"].themeMajority)
  })

  it("judgements to one level, and to the judgement at fault", () => {
    const rule = presets["best-fit/1"]
    const all = Object.values(plainest(anyJudgementSet(sampleCriteriaSet, rule)))
    expect(new Set(all)).toEqual(new Set(["none"]))
    const one = plainest(anyJudgementSet(sampleCriteriaSet, rule), (set) =>
      Object.values(set).includes("gold")
    )
    expect(Object.values(one).filter((judgement) => judgement === "gold")).toHaveLength(1)
    const aside = plainest(anyJudgementSet(sampleCriteriaSet, rule), (set) =>
      Object.values(set).some((judgement) => typeof judgement === "object")
    )
    expect(Object.values(aside).filter((judgement) => typeof judgement === "object")).toHaveLength(1)
  })

  it("dates to the day nearest to 2017 that is at fault", () => {
    expect(plainest(anyFullDate())).toBe("2017-01-01")
    expect(plainest(anyFullDate(), (date) => date > "2018-02-27")).toBe("2018-02-28")
    expect(plainest(anyPartialDate(), (date) => date.length < 10)).toBe("2017-01")
  })

  it("people, texts and events to the shortest", () => {
    expect(plainest(anyPersonRef())).toBe("p-aaaaaaaa")
    expect(plainest(anyWords(40))).toBe("a")
    expect(plainest(anyText())).toEqual({ about: [], text: "a" })
    expect(plainest(anyText(), ({ text }) => text.includes("\u2028")).text.length).toBeLessThan(20)
    const award = plainest(anyEventData(AwardProposed), ({ reason }) => reason !== undefined)
    expect(award).toMatchObject({ level: "none", advice: [], reason: { about: [], text: "a" } })
    expect(award.basis.facts).toEqual([])
    expect(plainest(anyStampedEvent(), ({ metadata }) => metadata.causationId !== undefined)).toMatchObject({
      revision: 0,
      metadata: { causationId: "00000000-0000-0000-0000-000000000000" }
    })
  })

  it("award cases to the criteria that matter", () => {
    const two = plainest(anyAwardCase({ evidence: false }), (input) => {
      const result = derive(input)
      return Result.isSuccess(result) && result.success.level === "silver"
    })
    expect(criteriaIn(two.criteriaSet)).toHaveLength(1)
    expect(Object.values(two.judgements)).toEqual(["silver"])
  })

  it("sequences of commands to those without which it would not have happened", () => {
    const enrolled = plainest(anyCommandSequence(), comesTo("EnrolSchool", "accepted"))
    expect(told(enrolled)).toEqual(["EnrolSchool"])
    expect(criteriaIn(enrolled.world.criteriaSet)).toHaveLength(1)
    const arranged = plainest(anyCommandSequence(), comesTo("ArrangeVisit", "accepted"))
    expect(told(arranged).length).toBeLessThanOrEqual(12)
    expect(told(arranged)).toContain("TakeAssessment")
    const shown = fc.stringify(arranged).split("\n")
    expect(shown.at(-1)).toContain(`ArrangeVisit by ${inhabitants.office}: accepted`)
  })

  it("and stay what they are: every level is drawn, also after a mapping", () => {
    const drawn = fc.sample(anyAwardCase(), { numRuns: 400, seed: 3 }).flatMap((input) => {
      const result = derive(input)
      return Result.isSuccess(result) && result.success.complete ? [result.success.level] : []
    })
    expect(levels.filter((level) => drawn.filter((each) => each === level).length < 20)).toEqual([])
  })
})
