// Before a change is in force: who would gain, lose or stay, and why.
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type DryRunChange,
  derive,
  dryRun,
  type DryRunResult,
  type Holder,
  type JudgementSet,
  presets,
  type RuleSet
} from "../../src/award/index.ts"
import type { CriteriaSet } from "../../src/criteria/index.ts"
import { type Level, rankOf } from "../../src/vocabulary/level.ts"
import { awardCase, bestFit, criteriaSetOf, ruleFor } from "./cases.ts"
import { Reached } from "./reached.ts"

const results = (change: DryRunChange, holders: Iterable<Holder>): ReadonlyArray<DryRunResult> => [
  ...Result.getOrThrow(dryRun(change, holders))
]
const judged = (...levels: ReadonlyArray<Level>): JudgementSet =>
  Object.fromEntries(levels.map((level, c) => [`t0.c${c}`, level]))
const renamed = (set: CriteriaSet, names: Readonly<Record<string, string>>): CriteriaSet => ({
  ...set,
  version: "2",
  themes: set.themes.map((theme) => ({
    ...theme,
    criteria: theme.criteria.map((criterion) => ({ ...criterion, id: names[criterion.id] ?? criterion.id }))
  }))
})
const oneTheme: RuleSet = { ...bestFit, allowBelow: 0 }

describe("a dry run of a changed rule", () => {
  it("says who would gain, lose or stay, and why", () => {
    const set = criteriaSetOf([3])
    const before = { criteriaSet: set, rule: { ...oneTheme, criterionGap: 1 } }
    const after = {
      criteriaSet: set,
      rule: { ...oneTheme, themeMajority: { num: 2, den: 3, strict: true }, criterionGap: 2 }
    }
    const told = results({ before, after }, [
      { holder: "all Gold", judgements: judged("gold", "gold", "gold") },
      { holder: "two of three", judgements: judged("gold", "gold", "silver") },
      { holder: "all Silver", judgements: judged("silver", "silver", "silver") }
    ])
    expect(told.map(({ holder, verdict }) => [holder, verdict])).toEqual([
      ["all Gold", "stays"],
      ["two of three", "loses"],
      ["all Silver", "stays"]
    ])
    expect(told[1]).toEqual({
      holder: "two of three",
      verdict: "loses",
      before: { level: "gold", atLeast: "gold", atMost: "gold", unjudged: [] },
      after: { level: "silver", atLeast: "silver", atMost: "silver", unjudged: [] },
      failed: [{ kind: "enough themes", at: "gold", holds: false, have: 0, needed: 1, of: 1, below: ["t0"] }],
      themes: [
        {
          id: "t0",
          from: "gold",
          to: "silver",
          failed: [
            {
              kind: "majority",
              at: "gold",
              holds: false,
              weight: 2,
              of: 3,
              num: 2,
              den: 3,
              strict: true,
              below: ["t0.c2"]
            }
          ]
        }
      ]
    })
    const [gain] = results({ before: after, after: before }, [
      { holder: "back", judgements: judged("gold", "gold", "silver") }
    ])
    expect(gain).toMatchObject({
      verdict: "gains",
      failed: [{ kind: "enough themes", at: "gold" }],
      themes: [{ from: "silver", to: "gold", failed: [{ kind: "majority", num: 2, den: 3 }] }]
    })
  })

  it("agrees with deriving each case on both sides, for every kind of rule", () => {
    const reached = new Reached(["gains", "loses", "stays", "refused"])
    const changes = awardCase().chain((input) =>
      ruleFor(input.criteriaSet.themes.length).map((rule) => [input, rule] as const)
    )
    fc.assert(
      fc.property(changes, ([{ criteriaSet, rule, ...given }, changed]) => {
        const change = { before: { criteriaSet, rule }, after: { criteriaSet, rule: changed } }
        const [told] = results(change, [{ holder: "one", ...given }])
        const before = derive({ criteriaSet, rule, ...given })
        const after = derive({ criteriaSet, rule: changed, ...given })
        const rise =
          Result.isFailure(before) || Result.isFailure(after)
            ? undefined
            : rankOf(after.success.level ?? "none") - rankOf(before.success.level ?? "none")
        const verdict = rise === undefined ? "refused" : rise > 0 ? "gains" : rise < 0 ? "loses" : "stays"
        expect(told?.verdict).toBe(verdict)
        const why = told !== undefined && "failed" in told ? told.failed.length : 0
        expect(why > 0).toBe(verdict === "gains" || verdict === "loses")
        reached.count(verdict)
      }),
      { numRuns: 1_000 }
    )
    reached.expectEach(5)
  })

  it("counts the evidence that the changed rule's window counts, where that is told", () => {
    const set = criteriaSetOf([1])
    const pinned = { criteriaSet: set, rule: oneTheme }
    const shown = { holder: "a", judgements: judged("gold"), evidence: { "t0.c0": 1 } }
    const told = results({ before: pinned, after: pinned }, [
      shown,
      { ...shown, evidenceAfter: { "t0.c0": 0 } },
      { ...shown, evidence: { "t0.c0": 0 }, evidenceAfter: { "t0.c0": 1 } }
    ])
    expect(told.map(({ verdict }) => verdict)).toEqual(["stays", "loses", "gains"])
  })

  it("names who can no longer be judged, and on which side", () => {
    const set = criteriaSetOf([3])
    const judgements = { ...judged("gold", "gold"), "t0.c2": { setAside: "x" } }
    const before = { criteriaSet: set, rule: oneTheme }
    const after = { criteriaSet: set, rule: { ...oneTheme, setAsideCap: { num: 0, den: 1 } } }
    expect(results({ before, after }, [{ holder: "a", judgements }])[0]).toMatchObject({
      verdict: "refused",
      side: "after",
      refusal: { _tag: "SetAsideRefused", path: "judgements.t0.c2" }
    })
    expect(results({ before: after, after: before }, [{ holder: "a", judgements }])[0]).toMatchObject({
      verdict: "refused",
      side: "before"
    })
  })

  it("is refused where the changed rule does not fit its criteria set", () => {
    const set = criteriaSetOf([1, 1])
    const pinned = { criteriaSet: set, rule: bestFit }
    const result = dryRun({ before: pinned, after: { ...pinned, rule: presets["two-of-nine-style/1"] } }, [])
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "RuleDoesNotFit",
      path: "allowBelow"
    })
  })

  it("asks for holders one by one, as results are asked for", () => {
    const set = criteriaSetOf([1])
    const pinned = { criteriaSet: set, rule: oneTheme }
    let asked = 0
    function* endless(): Iterable<Holder> {
      for (;;) {
        asked += 1
        yield { holder: `school ${asked}`, judgements: judged("gold") }
      }
    }
    const seen: Array<string> = []
    for (const { holder } of Result.getOrThrow(dryRun({ before: pinned, after: pinned }, endless()))) {
      seen.push(holder)
      if (seen.length === 3) break
    }
    expect([seen, asked]).toEqual([["school 1", "school 2", "school 3"], 3])
  })
})

describe("a dry run of a changed criteria set", () => {
  const set = criteriaSetOf([3])

  it("is undecided by a new criterion only where the level depends on it", () => {
    const after = { criteriaSet: criteriaSetOf([4]), rule: oneTheme }
    const told = results({ before: { criteriaSet: set, rule: oneTheme }, after }, [
      { holder: "depends", judgements: judged("gold", "gold", "silver") },
      { holder: "cannot matter", judgements: judged("none", "none", "none") },
      { holder: "depends too", judgements: judged("gold", "gold", "none") }
    ])
    expect(told.map(({ holder, verdict }) => [holder, verdict])).toEqual([
      ["depends", "undecided"],
      ["cannot matter", "stays"],
      ["depends too", "undecided"]
    ])
    expect(told[0]).toMatchObject({
      after: { level: null, atLeast: "silver", atMost: "gold", unjudged: ["t0.c3"] }
    })
  })

  it("follows the map from the old criteria to the new", () => {
    const to = renamed(set, { "t0.c0": "new.a", "t0.c1": "new.b", "t0.c2": "new.c" })
    const migration = {
      "t0.c0": { becomes: ["new.a", "new.b"] as const },
      "t0.c1": { becomes: ["new.c"] as const },
      "t0.c2": { noEquivalent: "no longer asked" }
    }
    const [told] = results(
      { before: { criteriaSet: set, rule: oneTheme }, after: { criteriaSet: to, rule: oneTheme }, migration },
      [
        {
          holder: "a",
          judgements: judged("gold", "bronze", "bronze"),
          evidence: { "t0.c0": 1, "t0.c1": 1, "t0.c2": 1 }
        }
      ]
    )
    expect(told).toMatchObject({ verdict: "gains", before: { level: "bronze" }, after: { level: "gold" } })
  })

  it("is undecided where what was not judged yet is no longer asked, though every theme is now at one level", () => {
    const after = { criteriaSet: criteriaSetOf([2]), rule: oneTheme }
    const migration = { "t0.c2": { noEquivalent: "no longer asked" } }
    const [told] = results({ before: { criteriaSet: set, rule: oneTheme }, after, migration }, [
      { holder: "a", judgements: judged("gold", "silver") }
    ])
    expect(told).toMatchObject({
      verdict: "undecided",
      before: { atLeast: "silver", atMost: "gold" },
      after: { level: "silver", atLeast: "silver", atMost: "silver" }
    })
  })

  it("takes a new criterion to be shown as well as can be, where it is asked how far a holder may come", () => {
    const [told] = results(
      {
        before: { criteriaSet: set, rule: oneTheme },
        after: { criteriaSet: criteriaSetOf([4]), rule: oneTheme }
      },
      [
        {
          holder: "a",
          judgements: judged("gold", "gold", "silver"),
          evidence: { "t0.c0": 1, "t0.c1": 1, "t0.c2": 1 }
        }
      ]
    )
    expect(told).toMatchObject({ after: { atLeast: "silver", atMost: "gold" } })
  })

  it("tells the moves of the themes that both sets have, also of one that comes to take part", () => {
    const [both, fewer, other] = [criteriaSetOf([1, 1, 1]), criteriaSetOf([1, 1]), criteriaSetOf([1, 1, 1])]
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const aside = { setAside: "not in our setting" }
    const judgements = { "t0.c0": "gold", "t1.c0": "silver", "t2.c0": aside } as const
    const themesOf = (change: DryRunChange) =>
      results(change, [{ holder: "a", judgements }]).flatMap((told) => ("themes" in told ? told.themes : []))
    expect(
      themesOf({
        before: { criteriaSet: both, rule },
        after: { criteriaSet: fewer, rule },
        migration: { "t2.c0": { noEquivalent: "no longer asked" } }
      })
    ).toEqual([])
    const moved = {
      before: { criteriaSet: other, rule },
      after: { criteriaSet: renamed(other, { "t2.c0": "t2.new" }), rule },
      migration: { "t2.c0": { noEquivalent: "asked otherwise" } }
    }
    expect(themesOf(moved)).toEqual([{ id: "t2", from: null, to: "none", failed: [] }])
    const back = {
      before: { criteriaSet: fewer, rule },
      after: { criteriaSet: renamed(fewer, { "t1.c0": "t1.new" }), rule },
      migration: { "t1.c0": { becomes: ["t1.new"] as const } }
    }
    expect(results(back, [{ holder: "a", judgements: { "t0.c0": "gold", "t1.c0": aside } }])).toMatchObject([
      { themes: [] }
    ])
  })

  it("is refused where a criterion is dropped in silence, or a map names what is not there", () => {
    const to = renamed(criteriaSetOf([2]), {})
    const result = dryRun(
      {
        before: { criteriaSet: set, rule: oneTheme },
        after: { criteriaSet: to, rule: oneTheme },
        migration: { "t0.c1": { becomes: ["t9.c9"] }, "t8.c8": { noEquivalent: "x" } }
      },
      []
    )
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "Malformed",
      problems: [
        { path: "t8.c8", expected: "a criterion of generated 1" },
        { path: "t0.c1.becomes", expected: "criteria of generated 2", got: "t9.c9" },
        { path: "t0.c2", expected: "what it becomes, or that it has no equivalent", got: "nothing" }
      ]
    })
  })
})
