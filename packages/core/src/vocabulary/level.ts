// The four things a theme, a criterion or a school can be at. Stored as words, compared as ranks.
import { Schema } from "effect"

/**
 * A level of the quality mark. `none` is a level too: a criterion judged and found not to reach Bronze.
 * Source: the scheme's text ("award level (Bronze, Silver or Gold)").
 */
export const Level = Schema.Literals(["none", "bronze", "silver", "gold"])
export type Level = typeof Level.Type

/** The levels in order, lowest first; a level's index is its rank. */
export const levels: readonly [Level, Level, Level, Level] = ["none", "bronze", "silver", "gold"]

/** 0 none < 1 Bronze < 2 Silver < 3 Gold. All arithmetic of the award rule is on these integers. */
export type Rank = 0 | 1 | 2 | 3

/**
 * The rank of a level.
 * @example
 * ```ts
 * import { rankOf } from "@lcqm/core"
 * rankOf("silver") // => 2
 * ```
 */
export const rankOf = (level: Level): Rank => {
  switch (level) {
    case "none":
      return 0
    case "bronze":
      return 1
    case "silver":
      return 2
    case "gold":
      return 3
  }
}

/**
 * The level of a rank.
 * @example
 * ```ts
 * import { levelOf } from "@lcqm/core"
 * levelOf(3) // => "gold"
 * ```
 */
export const levelOf = (rank: Rank): Level => levels[rank]

/** How a person reads a level. */
export const levelTitle = (level: Level): string =>
  level === "none" ? "none" : level.charAt(0).toUpperCase() + level.slice(1)
