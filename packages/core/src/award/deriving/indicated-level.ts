// Step 4: the level of the whole. Enough themes at the level, and none too far below it.
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { lowerOf, nearestRank } from "../rank.ts"
import type { RuleSet } from "../rule/rule-set.ts"

/** The parameters of step 4. */
export type AwardRule = Pick<RuleSet, "allowBelow" | "themeGap" | "absoluteFloor">

/**
 * How many of `n` themes must be at a level. `n` counts the themes that take part, so a school whose theme was
 * set aside whole is still allowed as many below; but one theme at least must be at the level, or a rule that
 * allows as many below as are left would give every school Gold.
 */
export const themesNeeded = (n: number, { allowBelow }: Pick<AwardRule, "allowBelow">): number =>
  Math.max(1, n - allowBelow)

/** The lowest rank any theme may have for an award at `rank`. */
export const lowestPermitted = (rank: Rank, { themeGap, absoluteFloor }: AwardRule): Rank => {
  const byGap = nearestRank(rank - themeGap)
  return byGap === 0 && absoluteFloor === "bronze" ? 1 : byGap
}

/** The rank of the whole, from the ranks of the themes that take part; 0 where there are none. */
export const rankOfAward = (themes: ReadonlyArray<Rank>, rule: AwardRule): Rank => {
  let atBronze = 0
  let atSilver = 0
  let atGold = 0
  let lowest: Rank = 3
  for (const rank of themes) {
    if (rank >= 1) atBronze += 1
    if (rank >= 2) atSilver += 1
    if (rank >= 3) atGold += 1
    lowest = lowerOf(lowest, rank)
  }
  const needed = themesNeeded(themes.length, rule)
  if (atGold >= needed && lowest >= lowestPermitted(3, rule)) return 3
  if (atSilver >= needed && lowest >= lowestPermitted(2, rule)) return 2
  if (atBronze >= needed && lowest >= lowestPermitted(1, rule)) return 1
  return 0
}

/**
 * The indicated level from the levels of the themes that take part: the highest L such that at least
 * n − `allowBelow` themes (and at least one) are at L or above, and none is below max(L − `themeGap`,
 * `absoluteFloor`). `none` where no theme takes part. Source: design, "Award rules", step 4.
 * @example
 * ```ts
 * import { indicatedLevel, presets } from "@lcqm/core"
 * const themes = ["gold", "gold", "gold", "gold", "gold", "bronze"] as const
 * indicatedLevel(themes, presets["best-fit/1"]) // => "silver"
 * indicatedLevel(themes, presets["secure-fit/1"]) // => "bronze"
 * indicatedLevel(themes, presets["six-of-seven-style/1"]) // => "gold"
 * ```
 */
export const indicatedLevel = (themeLevels: ReadonlyArray<Level>, rule: AwardRule): Level =>
  levelOf(rankOfAward(themeLevels.map(rankOf), rule))

/**
 * The indicated level under the defaults (`best-fit/1`) in closed form, themes sorted ascending s0 ≤ s1 ≤ …:
 * none if s0 is none, else min(s1, s0 + 1); of one theme, s0; of no theme, none.
 * Source: design, "Award rules", step 4.
 * @example
 * ```ts
 * import { closedForm } from "@lcqm/core"
 * closedForm(["gold", "gold", "gold", "gold", "gold", "bronze"]) // => "silver"
 * ```
 */
export const closedForm = (themeLevels: ReadonlyArray<Level>): Level => {
  const [s0 = 0, s1 = s0] = themeLevels.map(rankOf).toSorted((a, b) => a - b)
  return levelOf(s0 === 0 ? 0 : lowerOf(s1, nearestRank(s0 + 1)))
}
