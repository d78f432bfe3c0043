// What is no rule, no judgements and no evidence is told by its path, with what was expected and what came.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  decodeEvidence,
  decodeJudgements,
  decodeMigration,
  decodeRuleSet,
  dryRun,
  largestDenominator,
  longestAppealDays,
  longestMonths,
  mostEvidence
} from "../../src/award/index.ts"
import { bestFit, criteriaSetOf } from "./cases.ts"

const failureOf = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined
const set = criteriaSetOf([1, 1])

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
