// A refusal is read by the person who must put it right: what it says is part of what it is.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AgreedWith,
  type AwardCase,
  decodeEvidence,
  decodeJudgements,
  decodeMigration,
  decodeRuleSet,
  derive,
  dryRun,
  furtherWork,
  type JudgementSet,
  largestDenominator,
  longestAppealDays,
  longestMonths,
  mayAgree,
  mostCriteriaForWhatIf,
  mostEvidence,
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
const indicated = (more: Partial<AwardCase> = {}) => Result.getOrThrow(derive(caseOf(more)))

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

describe("what is no file of ours is told", () => {
  const told = (result: Result.Result<unknown, { readonly what: string; readonly message: string }>) =>
    failureOf(result)

  it("as a whole, under the name of what it was to be", () => {
    expect(told(decodeRuleSet([]))?.what).toBe("rule set")
    expect(told(decodeMigration([]))?.what).toBe("migration map")
    for (const wrong of [null, 7, "x", []]) {
      expect(told(decodeJudgements(wrong, set, bestFit))).toMatchObject({
        what: "set of judgements",
        problems: [{ path: "", expected: "judgements by criterion id", got: JSON.stringify(wrong) }]
      })
      expect(told(decodeEvidence(wrong, set))).toMatchObject({
        what: "set of evidence counts",
        problems: [{ path: "", expected: "counts by criterion id", got: JSON.stringify(wrong) }]
      })
    }
    expect(told(decodeJudgements({ "t0.c0": 7 }, set, bestFit))?.what).toBe("set of judgements")
    expect(told(decodeEvidence({ "t0.c0": -1 }, set))?.what).toBe("set of evidence counts")
  })

  it("by the parameter of a rule, with its range; the ends of the range are in it", () => {
    const ranges: ReadonlyArray<readonly [(value: number) => object, string, number, number]> = [
      [(den) => ({ themeMajority: { num: 0, den } }), "themeMajority.den", 1, largestDenominator],
      [
        (num) => ({ themeMajority: { num, den: largestDenominator, strict: num < largestDenominator } }),
        "themeMajority.num",
        0,
        largestDenominator
      ],
      [(criterionGap) => ({ criterionGap }), "criterionGap", 0, 3],
      [(allowBelow) => ({ allowBelow }), "allowBelow", 0, 99],
      [(themeGap) => ({ themeGap }), "themeGap", 0, 3],
      [
        (num) => ({ setAsideCap: { num, den: largestDenominator } }),
        "setAsideCap.num",
        0,
        largestDenominator
      ],
      [(den) => ({ setAsideCap: { num: 0, den } }), "setAsideCap.den", 1, largestDenominator],
      [(minEvidence) => ({ minEvidence }), "minEvidence", 0, mostEvidence],
      [
        (monthsBeforeTraining) => ({ evidenceWindow: { monthsBeforeTraining } }),
        "evidenceWindow.monthsBeforeTraining",
        0,
        longestMonths
      ],
      [(maxShift) => ({ maxShift }), "maxShift", 0, 3],
      [(validityMonths) => ({ validityMonths }), "validityMonths", 1, longestMonths],
      [(graceMonths) => ({ graceMonths }), "graceMonths", 0, longestMonths],
      [(appealWorkingDays) => ({ appealWorkingDays }), "appealWorkingDays", 0, longestAppealDays]
    ]
    for (const [file, path, least, most] of ranges) {
      for (const inside of [least, most]) {
        expect([path, inside, Result.isSuccess(decodeRuleSet(file(inside)))]).toEqual([path, inside, true])
      }
      for (const outside of [least - 1, most + 1]) {
        expect(failureOf(decodeRuleSet(file(outside)))?.problems).toEqual([
          { path, expected: `a whole number from ${least} to ${most}`, got: String(outside) }
        ])
      }
    }
  })

  it("by the share that is none, and why", () => {
    const problems = (file: object) => failureOf(decodeRuleSet(file))?.problems
    expect(problems({ themeMajority: { num: 3, den: 2 } })).toEqual([
      {
        path: "themeMajority.num",
        expected: "at most the denominator (2): no weight is more than the whole",
        got: "3"
      }
    ])
    expect(problems({ themeMajority: { num: 2, den: 2 } })).toEqual([
      {
        path: "themeMajority.strict",
        expected: "false where the majority is the whole: no weight is more than the whole",
        got: "nothing"
      }
    ])
    expect(problems({ themeMajority: { num: 0, den: 2, strict: false } })).toEqual([
      {
        path: "themeMajority.num",
        expected: "at least 1 where the majority is not strict: otherwise no weight would do",
        got: "0"
      }
    ])
    expect(problems({ setAsideCap: { num: 3, den: 2 } })).toEqual([
      {
        path: "setAsideCap.num",
        expected: "at most the denominator (2): a share is at most the whole",
        got: "3"
      }
    ])
    expect(problems({ setAsideCap: { num: 2, den: 2 } })).toBe(undefined)
    expect(problems({ themeMajority: { num: 2, den: 2, strict: false } })).toBe(undefined)
  })

  it("by the name of a rule that is none, or too long", () => {
    const problems = (id: string) => failureOf(decodeRuleSet({ id }))?.problems
    expect(problems("")).toEqual([
      { path: "id", expected: "a rule's id of at least one character", got: '""' }
    ])
    expect(problems("x".repeat(101))?.[0].expected).toBe("a rule's id of at most 100 characters")
    expect(problems("x".repeat(100))).toBe(undefined)
  })

  it("by the reason that is missing or too long", () => {
    const aside = (setAside: string) =>
      failureOf(decodeJudgements({ "t0.c0": { setAside } }, criteriaSetOf([3]), bestFit))?.problems
    expect(aside(" ")?.[0]).toEqual({ path: "t0.c0.setAside", expected: "a reason in words", got: '" "' })
    expect(aside("x".repeat(2_001))?.[0].expected).toBe("a reason of at most 2000 characters")
    expect(aside("x".repeat(2_000))).toBe(undefined)
    const none = (noEquivalent: string) =>
      failureOf(decodeMigration({ "old.one": { noEquivalent } }))?.problems
    expect(none(" ")).toContainEqual({
      path: "old.one.noEquivalent",
      expected: "a reason in words",
      got: '" "'
    })
    expect(none("x".repeat(2_001))?.map(({ expected }) => expected)).toContain(
      "a reason of at most 2000 characters"
    )
    expect(none("x".repeat(2_000))).toBe(undefined)
    expect(failureOf(decodeMigration({ "old.one": { becomes: [] } }))?.problems[0]).toEqual({
      path: "old.one.becomes",
      expected: "at least one criterion that it becomes",
      got: "[]"
    })
  })

  it("by the criterion of a map that is not there", () => {
    const from = criteriaSetOf([2])
    const pinned = { rule: { ...bestFit, allowBelow: 0 } }
    const result = dryRun(
      {
        before: { ...pinned, criteriaSet: from },
        after: { ...pinned, criteriaSet: { ...criteriaSetOf([1]), version: "2" } },
        migration: { "t9.c9": { noEquivalent: "x" }, "t0.c0": { becomes: ["t8.c8"] } }
      },
      []
    )
    expect(failureOf(result)).toMatchObject({
      what: "migration map",
      problems: [
        { path: "t9.c9", expected: "a criterion of generated 1", got: "no such criterion" },
        { path: "t0.c0.becomes", expected: "criteria of generated 2", got: "t8.c8" },
        { path: "t0.c1", expected: "what it becomes, or that it has no equivalent", got: "nothing" }
      ]
    })
  })
})
