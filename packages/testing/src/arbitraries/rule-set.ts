// Rule sets that are valid by construction: nothing drawn is thrown away, and what is shrunk stays valid.
import { type CriteriaSet, type LimiterAction, levels, presets, type RuleSet } from "@lcqm/core"
import * as fc from "fast-check"

const bestFit = presets["best-fit/1"]

// Any share of the whole but the two that say nothing about a case: more than all, and at least none.
const anyMajority = (): fc.Arbitrary<RuleSet["themeMajority"]> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(bestFit.themeMajority), weight: 2 },
    {
      arbitrary: fc
        .record({ num: fc.nat({ max: 12 }), den: fc.integer({ min: 1, max: 12 }), strict: fc.boolean() })
        .map(({ den, num, strict }) => {
          const part = Math.min(num, den)
          return { num: part, den, strict: part === 0 || (part < den && strict) }
        }),
      weight: 3
    }
  )

const anyShare = (): fc.Arbitrary<RuleSet["setAsideCap"]> =>
  fc.oneof(
    { withCrossShrink: true },
    fc.constant(bestFit.setAsideCap),
    fc
      .record({ num: fc.nat({ max: 6 }), den: fc.integer({ min: 1, max: 6 }) })
      .map(({ den, num }) => ({ num: Math.min(num, den), den }))
  )

const anyAction = (usual: LimiterAction): fc.Arbitrary<LimiterAction> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(usual), weight: 3 },
    { arbitrary: fc.constantFrom("advise" as const, "block" as const), weight: 1 },
    { arbitrary: fc.constantFrom(...levels).map((cap) => ({ cap })), weight: 1 }
  )

/**
 * Any rule set that goes together with a criteria set: every parameter drawn over its whole range of meaning,
 * `allowBelow` below the number of themes. Id `generated`, version 1. Shrinks towards plain small numbers.
 * @example
 * ```ts
 * import { checkRuleAgainst, decodeRuleSet, sampleCriteriaSet } from "@lcqm/core"
 * import { anyRuleSetFor } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyRuleSetFor(sampleCriteriaSet), { seed: 1, numRuns: 100 })
 * drawn.every((rule) => decodeRuleSet(rule)._tag === "Success") // => true
 * drawn.every((rule) => checkRuleAgainst(rule, sampleCriteriaSet)._tag === "Success") // => true
 * ```
 */
export const anyRuleSetFor = ({ themes }: Pick<CriteriaSet, "themes">): fc.Arbitrary<RuleSet> =>
  fc
    .record({
      themeMajority: anyMajority(),
      criterionGap: fc.nat({ max: 3 }),
      allowBelow: fc.nat({ max: Math.min(3, themes.length - 1) }),
      themeGap: fc.nat({ max: 3 }),
      absoluteFloor: fc.constantFrom("none" as const, "bronze" as const),
      setAsideCap: anyShare(),
      minEvidence: fc.nat({ max: 2 }),
      evidenceWindow: fc
        .constantFrom(12, 0, 1, 120)
        .map((monthsBeforeTraining) => ({ monthsBeforeTraining })),
      maxShift: fc.nat({ max: 3 }),
      limiters: fc
        .tuple(anyAction("advise"), anyAction("block"), anyAction("block"))
        .map(([cpdShortfall, conflictOfInterest, schoolClosed]) => ({
          cpdShortfall,
          conflictOfInterest,
          schoolClosed
        })),
      validityMonths: fc.constantFrom(36, 1, 12, 1200),
      graceMonths: fc.constantFrom(0, 3),
      appealWorkingDays: fc.constantFrom(10, 0, 260)
    })
    .map((parameters) => ({ ...bestFit, id: "generated", ...parameters }))
