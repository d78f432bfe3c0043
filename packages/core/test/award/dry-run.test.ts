// Before a change is in force: who would gain, lose or stay, and why.
import { Coverage } from "@lcqm/testing/arbitraries"
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
import { type Level, rankOf } from "../../src/vocabulary/level.ts"
import { awardCase, bestFit, criteriaSetOf, ruleFor } from "./cases.ts"

const results = (change: DryRunChange, holders: Iterable<Holder>): ReadonlyArray<DryRunResult> => [
  ...Result.getOrThrow(dryRun(change, holders))
]
const judged = (...levels: ReadonlyArray<Level>): JudgementSet =>
  Object.fromEntries(levels.map((level, c) => [`t0.c${c}`, level]))
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
    const reached = new Coverage("cases", ["gains", "loses", "stays", "refused"])
    const changes = awardCase().chain((input) =>
      ruleFor(input.criteriaSet.themes.length).map((rule) => [input, rule] as const)
    )
    reached.assert(
      5,
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
