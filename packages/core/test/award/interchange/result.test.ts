// A result says all there is to say of a case, and has no key for what there is nothing to say of.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  derive,
  explain,
  type LimiterAction,
  toInterchange
} from "../../../src/award/index.ts"
import { awardCase } from "../cases.ts"

const action = fc.constantFrom<LimiterAction>("advise", "block", { cap: "bronze" }, { cap: "gold" })

const limited: fc.Arbitrary<AwardCase> = fc
  .record({
    given: awardCase(),
    actions: fc.record({ cpdShortfall: action, conflictOfInterest: action, schoolClosed: action }),
    limiters: fc.record({
      cpdShortfall: fc.boolean(),
      conflictOfInterest: fc.boolean(),
      schoolClosed: fc.boolean()
    }),
    left: fc.nat()
  })
  .map(({ actions, given, left, limiters }) => {
    const ids = Object.keys(given.judgements)
    return {
      ...given,
      rule: { ...given.rule, limiters: actions },
      limiters,
      judgements: Object.fromEntries(
        Object.entries(given.judgements).filter(([id]) => left % 3 > 0 || id !== ids[left % ids.length])
      )
    }
  })

describe("the result of a case", () => {
  it("holds what was derived, and a key for what is unjudged and for what limiters did only where there is some", () => {
    const reached = new Coverage("cases", ["unjudged", "advisedBy", "cappedBy", "blockedBy", "none of them"])
    reached.assert(
      5,
      fc.property(limited, (input) => {
        const derived = derive(input)
        const tree = explain(input)
        fc.pre(Result.isSuccess(derived) && Result.isSuccess(tree))
        const { complete, level, limits, themes } = derived.success
        const told = {
          unjudged: derived.success.complete ? [] : derived.success.unjudged,
          advisedBy: limits.advisedBy,
          cappedBy: limits.cappedBy,
          blockedBy: limits.blockedBy
        }
        const some = Object.entries(told).filter(([, names]) => names.length > 0)
        const result = { level, complete, themes, ...Object.fromEntries(some) }
        expect(toInterchange(derived.success)).toStrictEqual(result)
        expect(toInterchange(derived.success, tree.success)).toStrictEqual({
          ...result,
          reasons: tree.success
        })
        if (some.length === 0) reached.count("none of them")
        if (told.unjudged.length > 0) reached.count("unjudged")
        if (told.advisedBy.length > 0) reached.count("advisedBy")
        if (told.cappedBy.length > 0) reached.count("cappedBy")
        if (told.blockedBy.length > 0) reached.count("blockedBy")
      }),
      { numRuns: 300 }
    )
  })
})
