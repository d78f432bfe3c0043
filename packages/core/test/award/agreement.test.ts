import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  derive,
  deriveEach,
  furtherWork,
  mayAgree,
  type Outcome,
  reopens,
  type RuleSet
} from "../../src/award/index.ts"
import type { Level } from "../../src/vocabulary/level.ts"
import { bestFit, criteriaOf, criteriaSetOf } from "./cases.ts"

const set = criteriaSetOf([1, 1])
const all = (level: Level) => Object.fromEntries(criteriaOf(set).map(({ id }) => [id, level]))
const at = (level: Level, more: Partial<AwardCase> = {}) =>
  Result.getOrThrow(derive({ criteriaSet: set, rule: bestFit, judgements: all(level), ...more }))
const because = { rule: bestFit, reason: "strong since the visit" }
const tagOf = (result: ReturnType<typeof mayAgree>) =>
  Result.isFailure(result) ? result.failure._tag : undefined

describe("the three judgement sets", () => {
  it("each indicate a level; the agreed set recommends the award", () => {
    const each = deriveEach({
      criteriaSet: set,
      rule: bestFit,
      self: { judgements: all("gold") },
      assessor: { judgements: all("gold"), evidence: { "t0.c0": 1 } },
      agreed: { judgements: all("silver") }
    })
    const level = (result: typeof each.self) =>
      result !== null && Result.isSuccess(result) ? result.success.level : undefined
    expect([level(each.self), level(each.assessor), level(each.agreed)]).toEqual(["gold", "none", "silver"])
    expect(each.recommended).toBe("silver")
  })

  it("recommend nothing while the agreed set is missing, incomplete or refused, and do not spoil each other", () => {
    const pinned = { criteriaSet: set, rule: bestFit, self: { judgements: all("gold") } }
    expect(deriveEach(pinned)).toMatchObject({ assessor: null, agreed: null, recommended: null })
    expect(deriveEach({ ...pinned, agreed: { judgements: {} } }).recommended).toBeNull()
    const refused = deriveEach({ ...pinned, agreed: { judgements: { "t0.c0": { setAside: "x" } } } })
    expect(refused.recommended).toBeNull()
    expect(refused.self?._tag).toBe("Success")
    expect(refused.agreed?._tag).toBe("Failure")
  })
})

describe("the two parties", () => {
  it("may agree the indicated level without more", () => {
    expect(mayAgree(at("silver"), "silver", { rule: bestFit })).toEqual(
      Result.succeed({ level: "silver", indicated: "silver", shift: 0 })
    )
  })

  it("may agree a level lower with a written reason", () => {
    expect(tagOf(mayAgree(at("silver"), "bronze", { rule: bestFit }))).toBe("ReasonMissing")
    expect(tagOf(mayAgree(at("silver"), "bronze", { rule: bestFit, reason: " \n" }))).toBe("ReasonMissing")
    expect(mayAgree(at("silver"), "bronze", because)).toEqual(
      Result.succeed({ level: "bronze", indicated: "silver", shift: -1 })
    )
  })

  it("may agree a level higher with a written reason and a second assessor", () => {
    expect(tagOf(mayAgree(at("silver"), "gold", because))).toBe("SecondAssessorMissing")
    expect(tagOf(mayAgree(at("silver"), "gold", { rule: bestFit, secondAssessor: true }))).toBe(
      "ReasonMissing"
    )
    expect(mayAgree(at("none"), "bronze", { ...because, secondAssessor: true })).toEqual(
      Result.succeed({ level: "bronze", indicated: "none", shift: 1 })
    )
  })

  it("may not agree further away than the rule permits", () => {
    const second = { ...because, secondAssessor: true }
    expect(tagOf(mayAgree(at("gold"), "bronze", second))).toBe("ShiftTooLarge")
    expect(tagOf(mayAgree(at("bronze"), "gold", second))).toBe("ShiftTooLarge")
    expect(mayAgree(at("bronze"), "gold", { ...second, rule: { maxShift: 2 } })._tag).toBe("Success")
    expect(tagOf(mayAgree(at("silver"), "bronze", { ...because, rule: { maxShift: 0 } }))).toBe(
      "ShiftTooLarge"
    )
  })

  it("may not agree while criteria are unjudged, an award is blocked, or above a cap, nor agree on none", () => {
    const incomplete = Result.getOrThrow(
      derive({ criteriaSet: set, rule: bestFit, judgements: { "t0.c0": "gold" } })
    )
    const result = mayAgree(incomplete, "gold", { rule: bestFit })
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "Incomplete",
      got: "unjudged: t1.c0"
    })
    expect(tagOf(mayAgree(at("gold", { limiters: { schoolClosed: true } }), "gold", { rule: bestFit }))).toBe(
      "Blocked"
    )
    const twice = at("gold", { limiters: { conflictOfInterest: true, schoolClosed: true } })
    expect(mayAgree(twice, "gold", { rule: bestFit })).toMatchObject({
      failure: { got: "conflictOfInterest, schoolClosed" }
    })
    const rule: RuleSet = { ...bestFit, limiters: { ...bestFit.limiters, cpdShortfall: { cap: "bronze" } } }
    const capped = at("gold", { rule, limiters: { cpdShortfall: true } })
    expect(tagOf(mayAgree(capped, "silver", { ...because, secondAssessor: true }))).toBe("AboveCap")
    expect(mayAgree(capped, "bronze", { rule })._tag).toBe("Success")
    expect(tagOf(mayAgree(at("bronze"), "none", because))).toBe("NoAward")
  })
})

describe("an outcome", () => {
  it("of further work names criteria of the set, each once, and a day", () => {
    expect(furtherWork(set, ["t0.c0", "t0.c0"], "2018-09-30")).toEqual(
      Result.succeed({ _tag: "FurtherWork", criteria: ["t0.c0"], by: "2018-09-30" })
    )
    const none = furtherWork(set, [], "2018-09-30")
    expect(Result.isFailure(none) && none.failure).toMatchObject({
      _tag: "NoCriterionNamed",
      path: "criteria"
    })
    const unknown = furtherWork(set, ["t0.c0", "t9.c9"], "2018-09-30")
    expect(Result.isFailure(unknown) && unknown.failure).toMatchObject({
      _tag: "UnknownCriterion",
      got: '"t9.c9"'
    })
  })

  it("re-opens the criteria that further work names, and nothing else does", () => {
    const outcomes: ReadonlyArray<Outcome> = [
      { _tag: "Agreed", level: "gold", indicated: "gold", shift: 0 },
      { _tag: "FurtherWork", criteria: ["t0.c0"], by: "2018-09-30" },
      { _tag: "Withheld", reason: "no evidence" },
      { _tag: "Withdrawn", reason: "the school asked" }
    ]
    expect(outcomes.map((outcome) => reopens(outcome, "t0.c0"))).toEqual([false, true, false, false])
    expect(outcomes.map((outcome) => reopens(outcome, "t1.c0"))).toEqual([false, false, false, false])
  })
})
