// Levels, most of them near one: independent levels would almost always give the lowest award.
import { type Level, levels, rankOf } from "@lcqm/core"
import * as fc from "fast-check"

/**
 * Any level, each as likely. Shrinks to none.
 * @example
 * ```ts
 * import { anyLevel } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * new Set(fc.sample(anyLevel(), { seed: 1, numRuns: 100 })).size // => 4
 * ```
 */
export const anyLevel = (): fc.Arbitrary<Level> => fc.constantFrom(...levels)

/**
 * A level that mostly is the one given, sometimes one beside it, seldom any other. Shrinks to the one given.
 * @example
 * ```ts
 * import { anyLevelNear } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyLevelNear("gold"), { seed: 1, numRuns: 200 })
 * drawn.filter((level) => level === "gold").length > 100 && drawn.includes("silver") // => true
 * ```
 */
export const anyLevelNear = (level: Level): fc.Arbitrary<Level> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant(level), weight: 6 },
    {
      arbitrary: fc.constantFrom(...levels.filter((other) => Math.abs(rankOf(other) - rankOf(level)) === 1)),
      weight: 2
    },
    { arbitrary: anyLevel(), weight: 1 }
  )
