// What it takes to bring the whole to a level: which themes to bring to it, and which only as far as the rule
// permits a theme to stay below.
import type { Theme } from "../../criteria/set/criteria-set.ts"
import type { Rank } from "../../vocabulary/level.ts"
import type { AwardCase } from "../deriving/derive.ts"
import { lowestPermitted, themesNeeded } from "../deriving/indicated-level.ts"
import {
  type Cost,
  raisableIn,
  reachesWith,
  type Upgrade,
  type Upgrades,
  upgradesOfTheme
} from "./theme-upgrades.ts"

// A theme's ways: to the level itself, or only to the lowest that is permitted for it. `reaches` tells whether a
// way of the second kind happens to be one of the first.
interface Options {
  readonly high: Upgrades
  readonly low: Upgrades
  readonly reaches: (set: ReadonlyArray<Upgrade>) => boolean
}

// The cheapest cost of the themes from here on, by how many of them must still reach the level.
type Costs = ReadonlyArray<Cost>

// A theme and those after it; where `theme` is null there are no more.
type Themes =
  | { readonly costs: Costs; readonly theme: null }
  | { readonly costs: Costs; readonly theme: Options; readonly after: Themes }

// How many must still reach the level once one more has.
const oneLess = (missing: number): number => Math.max(0, missing - 1)

const costAt = (costs: Costs, missing: number): Cost => costs[missing] ?? Number.POSITIVE_INFINITY

const chained = (themes: ReadonlyArray<Options>, needed: number): Themes =>
  themes.reduceRight<Themes>(
    (after, theme) => ({
      costs: after.costs.map((cost, missing) =>
        Math.min(theme.high.cost + costAt(after.costs, oneLess(missing)), theme.low.cost + cost)
      ),
      theme,
      after
    }),
    { costs: [0, ...Array.from({ length: needed }, () => Number.POSITIVE_INFINITY)], theme: null }
  )

// Each set once: a theme's sets that reach the level are given as such, the others where they suffice. At every
// theme only what can still be completed at the cheapest cost is followed.
function* smallest(themes: Themes, needed: number, cost: Cost): Iterable<ReadonlyArray<Upgrade>> {
  if (themes.theme === null) {
    yield []
    return
  }
  const { after } = themes
  const { high, low, reaches } = themes.theme
  const left = oneLess(needed)
  if (high.cost + costAt(after.costs, left) === cost) {
    for (const set of high.sets()) {
      for (const more of smallest(after, left, cost - high.cost)) yield [...set, ...more]
    }
  }
  if (low.cost + costAt(after.costs, needed) === cost) {
    for (const set of low.sets()) {
      if (reaches(set)) continue
      for (const more of smallest(after, needed, cost - low.cost)) yield [...set, ...more]
    }
  }
}

const optionsOf = (theme: Theme, rank: Rank, input: AwardCase): ReadonlyArray<Options> => {
  const criteria = raisableIn(theme, input)
  if (criteria.length === 0) return []
  const { rule } = input
  return [
    {
      high: upgradesOfTheme(criteria, rank, rule),
      low: upgradesOfTheme(criteria, lowestPermitted(rank, rule), rule),
      reaches: (set) => reachesWith(criteria, set, rank, rule)
    }
  ]
}

/** All the cheapest ways for a case to reach a rank, made one by one as they are asked for. */
export const upgradesOfAward = (rank: Rank, input: AwardCase): Upgrades => {
  const options = input.criteriaSet.themes.flatMap((theme) => optionsOf(theme, rank, input))
  const needed = themesNeeded(options.length, input.rule)
  const themes = chained(options, needed)
  const cost = costAt(themes.costs, needed)
  return { cost, sets: () => smallest(themes, needed, cost) }
}
