// Two judges over the same things, level against level: what agreement and the direction of difference are counted from.
import { type Level, levels, rankOf } from "../../vocabulary/index.ts"

/** How often one judge gave which level (first index) where the other gave which (second): by rank, four by four. */
export type LevelTable = ReadonlyArray<ReadonlyArray<number>>

/** How far one judge agrees with another over pairs of levels; what either set aside is not compared. */
export interface Comparison {
  /** How many pairs were compared. */
  readonly pairs: number
  /** In how many both gave the same level. */
  readonly same: number
  /** In how many the first judge gave the higher level. */
  readonly above: number
  /** In how many the first judge gave the lower level. */
  readonly below: number
  /** By how many levels the first judge is above the other, all pairs added up: negative where below. */
  readonly levels: number
  /** The pairs themselves, counted. */
  readonly table: LevelTable
}

/** A table that counts: it is the projection's own until it is published. */
export type Counting = Array<Array<number>>

/** A table of no pairs. */
export const noPairs = (): Counting => levels.map(() => levels.map(() => 0))

/** Counts a pair. */
export const countPair = (table: Counting, one: Level, other: Level): void => {
  const row = table[rankOf(one)]
  if (row !== undefined) row[rankOf(other)] = (row[rankOf(other)] ?? 0) + 1
}

/** Adds the pairs of one table to another. */
export const addPairs = (to: Counting, from: LevelTable): void => {
  for (const [i, row] of from.entries()) {
    for (const [j, count] of row.entries()) {
      const sums = to[i]
      if (sums !== undefined) sums[j] = (sums[j] ?? 0) + count
    }
  }
}

/**
 * What a table of pairs says of agreement and of its direction.
 * @example
 * ```ts
 * import { comparisonOf } from "@lcqm/core"
 * // Once Silver where the other said Bronze, twice Gold where the other said Gold.
 * const table = [[0, 0, 0, 0], [0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 0, 2]]
 * comparisonOf(table).same // => 2
 * comparisonOf(table).above // => 1
 * comparisonOf(table).levels // => 1
 * ```
 */
export const comparisonOf = (table: LevelTable): Comparison => {
  let [pairs, same, above, below, apart] = [0, 0, 0, 0, 0]
  for (const [one, row] of table.entries()) {
    for (const [other, count] of row.entries()) {
      pairs += count
      if (one === other) same += count
      else if (one > other) above += count
      else below += count
      apart += (one - other) * count
    }
  }
  return { pairs, same, above, below, levels: apart, table: table.map((row) => [...row]) }
}
