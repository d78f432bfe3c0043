// Why the two parties may not agree a level, and why further work is refused: what is said is part of the refusal.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AgreedWith,
  type AwardCase,
  derive,
  furtherWork,
  type JudgementSet,
  mayAgree,
  type RuleSet
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
const indicated = (more: Partial<AwardCase> = {}) => Result.getOrThrow(derive(caseOf(more)))

describe("the two parties are told why they may not agree a level", () => {
  const because = { rule: bestFit, reason: "strong since the visit" }
  const capped: RuleSet = { ...bestFit, limiters: { ...bestFit.limiters, cpdShortfall: { cap: "bronze" } } }

  it.each<readonly [string, Partial<AwardCase>, Level, AgreedWith, object]>([
    [
      "while criteria are unjudged",
      { judgements: {} },
      "silver",
      because,
      {
        _tag: "Incomplete",
        path: "judgements",
        expected: "every applicable criterion judged",
        got: "unjudged: t0.c0, t1.c0",
        remedy: "Judge them."
      }
    ],
    [
      "while an award is blocked",
      { limiters: { schoolClosed: true, conflictOfInterest: true } },
      "silver",
      because,
      {
        _tag: "Blocked",
        path: "limiters",
        expected: "nothing that blocks an award",
        got: "conflictOfInterest, schoolClosed",
        remedy: "Make no award while this holds; ask the scheme's office."
      }
    ],
    [
      "at none",
      {},
      "none",
      because,
      {
        _tag: "NoAward",
        path: "level",
        expected: "bronze, silver or gold",
        got: "none",
        remedy: "Withhold the award, or ask for further work."
      }
    ],
    [
      "above a cap",
      { rule: capped, limiters: { cpdShortfall: true } },
      "silver",
      { ...because, secondAssessor: true },
      {
        _tag: "AboveCap",
        path: "level",
        expected: "at most bronze (cpdShortfall)",
        got: "silver",
        remedy: "Agree Bronze at most."
      }
    ],
    [
      "above the lowest of several caps",
      {
        rule: {
          ...bestFit,
          limiters: {
            cpdShortfall: { cap: "silver" },
            conflictOfInterest: { cap: "bronze" },
            schoolClosed: "block"
          }
        },
        limiters: { cpdShortfall: true, conflictOfInterest: true }
      },
      "silver",
      { ...because, secondAssessor: true },
      {
        _tag: "AboveCap",
        path: "level",
        expected: "at most bronze (cpdShortfall, conflictOfInterest)",
        got: "silver",
        remedy: "Agree Bronze at most."
      }
    ],
    [
      "too far away",
      { judgements: all("gold") },
      "bronze",
      because,
      {
        _tag: "ShiftTooLarge",
        path: "level",
        expected: "at most 1 from gold",
        got: "bronze",
        remedy: "Agree a nearer level, or agree other judgements."
      }
    ],
    [
      "without a reason",
      {},
      "bronze",
      { rule: bestFit },
      {
        _tag: "ReasonMissing",
        path: "reason",
        expected: "a reason in words",
        got: "none",
        remedy: "Write why the award differs."
      }
    ],
    [
      "upward without a second assessor",
      {},
      "gold",
      because,
      {
        _tag: "SecondAssessorMissing",
        path: "secondAssessor",
        expected: "the support of a second assessor",
        got: "none",
        remedy: "Ask a second assessor to support the shift."
      }
    ]
  ])("%s", (_, more, level, agreedWith, refusal) => {
    expect(failureOf(mayAgree(indicated(more), level, agreedWith))).toEqual(refusal)
  })

  it("for the first of several reasons, from what is missing to what is too much", () => {
    const limiters = { schoolClosed: true }
    expect(failureOf(mayAgree(indicated({ judgements: {}, limiters }), "none", because))?._tag).toBe(
      "Incomplete"
    )
    expect(failureOf(mayAgree(indicated({ limiters }), "none", because))?._tag).toBe("Blocked")
  })
})

describe("further work is refused", () => {
  it("where it names nothing, or what is not there", () => {
    expect(failureOf(furtherWork(set, [], "2018-09-30"))).toEqual({
      _tag: "NoCriterionNamed",
      path: "criteria",
      expected: "at least one criterion",
      got: "none",
      remedy: "Name what to work on."
    })
    expect(failureOf(furtherWork(set, ["t9.c9"], "2018-09-30"))).toEqual({
      _tag: "UnknownCriterion",
      path: "criteria",
      expected: "a criterion of generated 1",
      got: '"t9.c9"',
      remedy: "Name criteria of the criteria set that the school is judged by."
    })
  })
})
