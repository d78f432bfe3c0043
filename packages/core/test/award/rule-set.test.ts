import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkRuleAgainst, decodeRuleSet, presets, RuleSet } from "../../src/award/index.ts"
import { sampleCriteriaSet } from "../../src/criteria/index.ts"
import { bestFit, criteriaSetOf } from "./cases.ts"

const problemsOf = (input: unknown) => {
  const read = decodeRuleSet(input)
  return Result.isFailure(read) ? read.failure.problems : []
}

describe("the presets", () => {
  it("are four, each by its own id and version", () => {
    expect(Object.keys(presets)).toEqual([
      "best-fit/1",
      "secure-fit/1",
      "six-of-seven-style/1",
      "two-of-nine-style/1"
    ])
    expect(Object.values(presets).map(({ id, version }) => `${id}/${version}`)).toEqual(Object.keys(presets))
  })
})

describe("a rule from outside", () => {
  it("that says nothing is best-fit/1", () => {
    expect(decodeRuleSet({})).toEqual(Result.succeed(bestFit))
  })

  it("takes the default for each parameter it leaves out", () => {
    for (const left of Object.keys(bestFit)) {
      const rest = Object.fromEntries(Object.entries(bestFit).filter(([key]) => key !== left))
      const read = Result.getOrThrow(decodeRuleSet(rest))
      expect({ ...read, id: bestFit.id }).toEqual(bestFit)
    }
    expect(Result.getOrThrow(decodeRuleSet({ themeMajority: { num: 2, den: 3 } })).themeMajority.strict).toBe(
      true
    )
    expect(
      Result.getOrThrow(decodeRuleSet({ limiters: { cpdShortfall: { cap: "silver" } } })).limiters
    ).toEqual({
      cpdShortfall: { cap: "silver" },
      conflictOfInterest: "block",
      schoolClosed: "block"
    })
  })

  it("that differs from best-fit/1 and has no name is not taken for it", () => {
    expect(Result.getOrThrow(decodeRuleSet({ criterionGap: 1 }))).toMatchObject({
      id: "unnamed",
      version: "1"
    })
    expect(Result.getOrThrow(decodeRuleSet({ version: "2" }))).toMatchObject({ id: "unnamed", version: "2" })
  })

  it.each([
    ["an unknown key", { criterionGaps: 1 }, ["criterionGaps"]],
    ["an unknown key within", { themeMajority: { num: 1, den: 2, of: "weight" } }, ["themeMajority.of"]],
    ["an unknown limiter", { limiters: { weather: "block" } }, ["limiters.weather"]],
    ["a majority over the whole", { themeMajority: { num: 3, den: 2 } }, ["themeMajority.num"]],
    ["a majority over nothing", { themeMajority: { num: 0, den: 0 } }, ["themeMajority.den"]],
    ["more than the whole", { themeMajority: { num: 1, den: 1, strict: true } }, ["themeMajority.strict"]],
    ["at least none of it", { themeMajority: { num: 0, den: 1, strict: false } }, ["themeMajority.num"]],
    ["a criterion gap of four", { criterionGap: 4 }, ["criterionGap"]],
    ["half a criterion gap", { criterionGap: 0.5 }, ["criterionGap"]],
    ["allowing fewer than none below", { allowBelow: -1 }, ["allowBelow"]],
    ["a theme gap of four", { themeGap: 4 }, ["themeGap"]],
    ["a floor of silver", { absoluteFloor: "silver" }, ["absoluteFloor"]],
    ["setting more than all aside", { setAsideCap: { num: 4, den: 3 } }, ["setAsideCap.num"]],
    ["half of a cap", { setAsideCap: { num: 1 } }, ["setAsideCap.den"]],
    ["negative evidence", { minEvidence: -1 }, ["minEvidence"]],
    ["an evidence window without a length", { evidenceWindow: {} }, ["evidenceWindow.monthsBeforeTraining"]],
    ["a shift of four", { maxShift: 4 }, ["maxShift"]],
    ["an action no limiter has", { limiters: { schoolClosed: "ignore" } }, ["limiters.schoolClosed"]],
    ["a cap at no level", { limiters: { schoolClosed: { cap: "platinum" } } }, ["limiters.schoolClosed.cap"]],
    ["an award valid for no time", { validityMonths: 0 }, ["validityMonths"]],
    ["negative grace", { graceMonths: -1 }, ["graceMonths"]],
    ["appeal in negative time", { appealWorkingDays: -1 }, ["appealWorkingDays"]],
    ["another algorithm", { algorithm: "mean/1" }, ["algorithm"]],
    ["an empty id", { id: "" }, ["id"]],
    ["what is no object", [], [""]]
  ])("is refused for %s, at its path", (_, input, paths) => {
    expect(problemsOf(input).map(({ path }) => path)).toEqual(paths)
  })

  it("is told what was expected and what came", () => {
    expect(problemsOf({ criterionGap: 4, limiters: { schoolClosed: "ignore" } })).toEqual([
      { path: "criterionGap", expected: "a whole number from 0 to 3", got: "4" },
      { path: "limiters.schoolClosed", expected: 'advise, block or { "cap": level }', got: '"ignore"' }
    ])
  })

  it("never throws, whatever JSON comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(Result.isResult(decodeRuleSet(input))).toBe(true)
      })
    )
  })
})

describe("a stored rule", () => {
  it("has every parameter filled in", () => {
    const isStored = Schema.is(RuleSet)
    for (const [name, rule] of Object.entries(presets)) {
      expect([name, isStored(rule)]).toEqual([name, true])
      expect(`${rule.id}/${rule.version}`).toBe(name)
      expect(decodeRuleSet(rule)).toEqual(Result.succeed(rule))
      for (const left of Object.keys(rule)) {
        const rest = Object.fromEntries(Object.entries(rule).filter(([key]) => key !== left))
        expect([left, isStored(rest)]).toEqual([left, false])
      }
    }
  })
})

describe("a rule against a criteria set", () => {
  it("goes together with one that has more themes than the rule allows below", () => {
    expect(Result.isSuccess(checkRuleAgainst(bestFit, criteriaSetOf([1, 1])))).toBe(true)
    expect(Result.isSuccess(checkRuleAgainst(presets["two-of-nine-style/1"], sampleCriteriaSet))).toBe(true)
  })

  it("is refused at allowBelow where it allows as many below as there are themes", () => {
    expect(checkRuleAgainst(bestFit, criteriaSetOf([3]))).toEqual(
      Result.fail({
        _tag: "RuleDoesNotFit",
        path: "allowBelow",
        expected: "fewer than the 1 themes of the criteria set",
        got: "1",
        remedy: "Lower allowBelow, or use a criteria set with more themes."
      })
    )
  })
})
