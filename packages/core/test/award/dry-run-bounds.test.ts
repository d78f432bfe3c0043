// A dry run of cases that are not judged to the end: the bounds it tells are kept whatever is judged later.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type DryRunChange, derive, dryRun, type DryRunResult, type Holder } from "../../src/award/index.ts"
import { rankOf } from "../../src/vocabulary/level.ts"
import { awardCase, criteriaOf } from "./cases.ts"

const results = (change: DryRunChange, holders: Iterable<Holder>): ReadonlyArray<DryRunResult> => [
  ...Result.getOrThrow(dryRun(change, holders))
]
describe("a dry run with criteria unjudged", () => {
  it("is bounded by none and by Gold: whatever is judged later, the level lies between", () => {
    const reached = new Coverage("cases", ["undecided", "decided"])
    const partly = awardCase({ setAside: false }).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.subarray(
          criteriaOf(input.criteriaSet).map(({ id }) => id),
          { minLength: 1 }
        )
      )
    )
    reached.assert(
      10,
      fc.property(partly, ([{ criteriaSet, rule, judgements, evidence }, left]) => {
        const known = Object.fromEntries(Object.entries(judgements).filter(([id]) => !left.includes(id)))
        const pinned = { criteriaSet, rule }
        const given = evidence === undefined ? {} : { evidence }
        const [told] = results({ before: pinned, after: pinned }, [
          { holder: "a", judgements: known, ...given }
        ])
        const standing = told !== undefined && "after" in told ? told.after : undefined
        const later = Result.getOrThrow(derive({ ...pinned, judgements, ...given })).level ?? "none"
        expect(rankOf(later)).toBeGreaterThanOrEqual(rankOf(standing?.atLeast ?? "gold"))
        expect(rankOf(later)).toBeLessThanOrEqual(rankOf(standing?.atMost ?? "none"))
        reached.count(told?.verdict === "undecided" ? "undecided" : "decided")
      }),
      { numRuns: 500 }
    )
  })
})
