// How two rule sets differ: by parameter, and only where they do.
import { anyRuleSetFor } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson } from "@lcqm/ledger"
import {
  diffRuleSets,
  presets,
  type RuleSet,
  ruleSetDifferenceSentences,
  sampleCriteriaSet
} from "../../src/index.ts"

const best = presets["best-fit/1"]

// Writes what a path names, so that the changes can be shown to be all of them.
const written = (at: unknown, [key, ...rest]: ReadonlyArray<string>, to: unknown): unknown =>
  key === undefined ? to : { ...Object(at), [key]: written(Reflect.get(Object(at), key), rest, to) }

describe("the difference of two rule sets", () => {
  it("names every parameter that differs, and no other", () => {
    const anyRule = anyRuleSetFor(sampleCriteriaSet)
    fc.assert(
      fc.property(anyRule, anyRule, (from, to) => {
        const changes = diffRuleSets(from, to)
        const made = changes.reduce<unknown>((rule, { path, to }) => written(rule, path.split("."), to), from)
        expect(canonicalJson(made)).toBe(canonicalJson(to))
        expect(diffRuleSets(from, structuredClone(from))).toEqual([])
        expect(ruleSetDifferenceSentences(changes)).toHaveLength(changes.length)
      }),
      { numRuns: 100 }
    )
  })

  it("is told parameter by parameter", () => {
    const other: RuleSet = {
      ...best,
      allowBelow: 0,
      themeMajority: { num: 2, den: 3, strict: false },
      limiters: { ...best.limiters, cpdShortfall: { cap: "bronze" } }
    }
    expect(ruleSetDifferenceSentences(diffRuleSets(best, other))).toEqual([
      "themeMajority.num was 1 and is 2.",
      "themeMajority.den was 2 and is 3.",
      "themeMajority.strict was true and is false.",
      "allowBelow was 1 and is 0.",
      'limiters.cpdShortfall was advise and is {"cap":"bronze"}.'
    ])
  })
})
