// A refusal is read by the person who must put it right: what it says is part of what it is.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  derive,
  type JudgementSet,
  mostCriteriaForWhatIf,
  type RuleSet,
  whatIf
} from "../../src/award/index.ts"
import type { Level } from "../../src/vocabulary/level.ts"
import { bestFit, criteriaOf, criteriaSetOf } from "./cases.ts"

const failureOf = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined
const set = criteriaSetOf([1, 1])
const all = (level: Level, of = set): JudgementSet =>
  Object.fromEntries(criteriaOf(of).map(({ id }) => [id, level]))
const caseOf = (more: Partial<AwardCase> = {}): AwardCase => ({
  criteriaSet: set,
  rule: bestFit,
  judgements: all("silver"),
  ...more
})

describe("the rule, where it cannot judge a case, says where, what was expected, what came and what to do", () => {
  const aside = { setAside: "x" }
  const three = criteriaSetOf([3], (criterion) => ({ ...criterion, essential: criterion.id === "t0.c0" }))
  const ofThree = { criteriaSet: three, rule: { ...bestFit, allowBelow: 0 } }
  const stranger = {
    _tag: "UnknownCriterion",
    expected: "a criterion of generated 1",
    got: '"t9.c9"',
    remedy: "Name a criterion of the criteria set that the case is judged by."
  }

  it.each<readonly [string, Partial<AwardCase>, object]>([
    [
      "a rule that asks for nothing of so few themes",
      { rule: { ...bestFit, allowBelow: 2 } },
      {
        _tag: "RuleDoesNotFit",
        path: "allowBelow",
        expected: "fewer than the 2 themes of the criteria set",
        got: "2",
        remedy: "Lower allowBelow, or use a criteria set with more themes."
      }
    ],
    [
      "a judgement of a stranger",
      { judgements: { "t9.c9": "gold" } },
      { ...stranger, path: "judgements.t9.c9" }
    ],
    ["evidence for a stranger", { evidence: { "t9.c9": 1 } }, { ...stranger, path: "evidence.t9.c9" }],
    [
      "an essential criterion set aside",
      { ...ofThree, judgements: { ...all("gold", three), "t0.c0": aside } },
      {
        _tag: "SetAsideRefused",
        path: "judgements.t0.c0",
        expected: "a level: an essential criterion is never set aside",
        got: '{"setAside":"x"}',
        remedy: "Judge the criterion at a level; none is one."
      }
    ],
    [
      "too much set aside",
      { ...ofThree, judgements: { ...all("gold", three), "t0.c1": aside, "t0.c2": aside } },
      {
        _tag: "SetAsideRefused",
        path: "judgements.t0.c2",
        expected: "at most 1 of the 3 criteria of t0 set aside (1/3)",
        got: "2 set aside: t0.c1, t0.c2",
        remedy: "Judge more of the theme's criteria at a level."
      }
    ],
    [
      "nothing left to judge",
      {
        rule: { ...bestFit, setAsideCap: { num: 1, den: 1 } },
        judgements: { "t0.c0": aside, "t1.c0": aside }
      },
      {
        _tag: "NothingApplies",
        path: "judgements",
        expected: "at least one criterion that applies",
        got: "every criterion of every theme set aside",
        remedy: "Judge at least one criterion at a level."
      }
    ]
  ])("for %s", (_, more, refusal) => {
    expect(failureOf(derive(caseOf(more)))).toEqual(refusal)
    expect(failureOf(whatIf(caseOf(more), { target: "gold" }))).toEqual(refusal)
  })
})

describe("a what-if says why it has no answer", () => {
  it("where a theme is too large", () => {
    const criteriaSet = criteriaSetOf([1, mostCriteriaForWhatIf + 1])
    expect(failureOf(whatIf(caseOf({ criteriaSet, judgements: {} }), { target: "gold" }))).toEqual({
      _tag: "TooManyCriteria",
      path: "criteriaSet.t1",
      expected: "at most 100 criteria in a theme",
      got: "101",
      remedy: "Ask of a criteria set with smaller themes."
    })
    const largest = criteriaSetOf([1, mostCriteriaForWhatIf])
    expect(failureOf(whatIf(caseOf({ criteriaSet: largest, judgements: {} }), { target: "bronze" }))).toBe(
      undefined
    )
  })

  it("where a cap is in the way, and what caps", () => {
    const cap = { cap: "silver" } as const
    const rule: RuleSet = {
      ...bestFit,
      limiters: { cpdShortfall: cap, conflictOfInterest: "block", schoolClosed: cap }
    }
    const limiters = { cpdShortfall: true, schoolClosed: true }
    expect(failureOf(whatIf(caseOf({ rule, limiters }), { target: "gold" }))).toEqual({
      _tag: "OutOfReach",
      path: "target",
      expected: "at most silver (cpdShortfall, schoolClosed)",
      got: "gold",
      remedy: "Deal with what caps the level first."
    })
    expect(failureOf(whatIf(caseOf({ rule, limiters }), { target: "silver" }))).toBe(undefined)
  })
})
