// What it takes to bring the whole to a level: which themes to bring to it, and which only as far as the rule
// permits a theme to stay below.
import type { Theme } from "../../criteria/criteria-set.ts"
import type { Rank } from "../../vocabulary/level.ts"
import type { AwardCase } from "../deriving/derive.ts"
import { lowestPermitted, themesNeeded } from "../deriving/indicated-level.ts"
import {
  type Cost,
  reachesWith,
  type ThemeUpgrades,
  type Upgrade,
  upgradesOfTheme
} from "./theme-upgrades.ts"

// A theme's ways: to the level itself, or only to the lowest that is permitted for it. `reaches` tells whether a
// way of the second kind happens to be one of the first.
interface Options {
  readonly high: ThemeUpgrades
  readonly low: ThemeUpgrades
  readonly reaches: (set: ReadonlyArray<Upgrade>) => boolean
}

// The cheapest cost of the themes from each on, by how many of them must still reach the level.
type CostTable = ReadonlyArray<ReadonlyArray<Cost>>

const costTable = (themes: ReadonlyArray<Options>, needed: number): CostTable => {
  const table: Array<ReadonlyArray<Cost>> = [
    Array.from({ length: needed + 1 }, (_, missing) => (missing === 0 ? 0 : Number.POSITIVE_INFINITY))
  ]
  for (const { high, low } of themes.toReversed()) {
    const rest = table[0] ?? []
    table.unshift(
      rest.map((cost, missing) =>
        Math.min(high.cost + (rest[Math.max(0, missing - 1)] ?? 0), low.cost + cost)
      )
    )
  }
  return table
}

// Each set once: a theme's sets that reach the level are given as such, the others where they suffice. At every
// theme only what can still be completed at the cheapest cost is followed.
function* smallest(
  themes: ReadonlyArray<Options>,
  table: CostTable,
  at: number,
  needed: number,
  cost: Cost
): Iterable<ReadonlyArray<Upgrade>> {
  const options = themes[at]
  if (options === undefined) {
    yield []
    return
  }
  const { high, low, reaches } = options
  const rest = table[at + 1] ?? []
  const left = Math.max(0, needed - 1)
  if (high.cost + (rest[left] ?? 0) === cost) {
    for (const set of high.sets()) {
      for (const more of smallest(themes, table, at + 1, left, cost - high.cost)) yield [...set, ...more]
    }
  }
  if (low.cost + (rest[needed] ?? 0) === cost) {
    for (const set of low.sets()) {
      if (low.cost === high.cost && reaches(set)) continue
      for (const more of smallest(themes, table, at + 1, needed, cost - low.cost)) yield [...set, ...more]
    }
  }
}

const optionsOf = (theme: Theme, rank: Rank, input: AwardCase): ReadonlyArray<Options> => {
  const high = upgradesOfTheme(theme, rank, input)
  const low = upgradesOfTheme(theme, lowestPermitted(rank, input.rule), input)
  if (high === null || low === null) return []
  return [{ high, low, reaches: (set) => reachesWith(theme, set, rank, input) }]
}

/** All the cheapest ways for a case to reach a rank, made one by one as they are asked for. */
export const upgradesOfAward = (rank: Rank, input: AwardCase): ThemeUpgrades => {
  const themes = input.criteriaSet.themes.flatMap((theme) => optionsOf(theme, rank, input))
  const needed = rank === 0 ? 0 : themesNeeded(themes.length, input.rule)
  const table = costTable(themes, needed)
  const cost = table[0]?.[needed] ?? 0
  return { cost, sets: () => smallest(themes, table, 0, needed, cost) }
}
