// Step 3: the level of a theme. The highest level that the majority of the weight has reached, held back by
// the theme's essential criteria and by its weakest criterion.
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { lowerOf } from "../rank.ts"
import type { RuleSet } from "../rule/rule-set.ts"

/** What step 3 needs to know of a theme: weights are sums over its applicable criteria. */
export interface ThemeTally {
  applicable: number
  atBronze: number
  atSilver: number
  atGold: number
  weakest: Rank
  lowestEssential: Rank
}

/** The tally of a theme without an applicable criterion. */
export const emptyTally = (): ThemeTally => ({
  applicable: 0,
  atBronze: 0,
  atSilver: 0,
  atGold: 0,
  weakest: 3,
  lowestEssential: 3
})

/** Adds an applicable criterion, at the rank it counts as, to a tally under construction. */
export const tallyCriterion = (tally: ThemeTally, rank: Rank, weight: number, essential: boolean): void => {
  tally.applicable += weight
  if (rank >= 1) tally.atBronze += weight
  if (rank >= 2) tally.atSilver += weight
  if (rank >= 3) tally.atGold += weight
  tally.weakest = lowerOf(tally.weakest, rank)
  if (essential) tally.lowestEssential = lowerOf(tally.lowestEssential, rank)
}

/** The parameters of step 3. */
export type ThemeRule = Pick<RuleSet, "themeMajority" | "criterionGap">

/** The weight of the criteria at a rank or above. */
export const weightAt = (tally: ThemeTally, rank: Rank): number =>
  rank === 3 ? tally.atGold : rank === 2 ? tally.atSilver : rank === 1 ? tally.atBronze : tally.applicable

/** Whether the majority of the weight is at a rank or above; compared as products, so that nothing is rounded. */
export const isMajorityAt = (tally: ThemeTally, rank: Rank, { themeMajority }: ThemeRule): boolean => {
  const have = weightAt(tally, rank) * themeMajority.den
  const asked = tally.applicable * themeMajority.num
  return themeMajority.strict ? have > asked : have >= asked
}

/** Whether a theme reaches a rank from 1: all three terms of step 3. Whatever reaches a rank reaches those below. */
export const themeReaches = (tally: ThemeTally, rank: Rank, rule: ThemeRule): boolean =>
  isMajorityAt(tally, rank, rule) &&
  tally.lowestEssential >= rank &&
  tally.weakest + rule.criterionGap >= rank

/** The rank of a theme that has an applicable criterion. */
export const rankOfTheme = (tally: ThemeTally, rule: ThemeRule): Rank =>
  themeReaches(tally, 3, rule) ? 3 : themeReaches(tally, 2, rule) ? 2 : themeReaches(tally, 1, rule) ? 1 : 0

/** An applicable criterion as step 3 sees it. `weight` is 1 and `essential` false where not given. */
export interface WeighedLevel {
  readonly level: Level
  readonly weight?: number
  readonly essential?: boolean
}

/**
 * The level of a theme from its applicable criteria: the highest at or above which there is more than the
 * majority of their weight (a tie falls to the lower level), and no higher than any essential criterion or than
 * the weakest criterion + `criterionGap`. `null` where no criterion applies: the theme takes no part.
 * Source: design, "Award rules", step 3.
 * @example
 * ```ts
 * import { presets, themeLevel } from "@lcqm/core"
 * const rule = presets["best-fit/1"]
 * themeLevel([{ level: "gold" }, { level: "gold" }, { level: "bronze" }, { level: "bronze" }], rule) // => "bronze"
 * themeLevel([{ level: "gold" }, { level: "gold" }, { level: "bronze" }], rule) // => "gold"
 * themeLevel([{ level: "gold" }, { level: "gold" }, { level: "bronze", essential: true }], rule) // => "bronze"
 * ```
 */
export const themeLevel = (criteria: ReadonlyArray<WeighedLevel>, rule: ThemeRule): Level | null => {
  const tally = emptyTally()
  for (const { level, weight = 1, essential = false } of criteria) {
    tallyCriterion(tally, rankOf(level), weight, essential)
  }
  return tally.applicable === 0 ? null : levelOf(rankOfTheme(tally, rule))
}
