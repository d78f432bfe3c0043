// The whole-number arithmetic of the award rule: ranks stay within none and Gold, and division leaves no fraction.
import { type Level, type Rank, rankOf } from "../vocabulary/level.ts"

/** The rank at a whole number, or the nearest there is: below none is none, above Gold is Gold. */
export const nearestRank = (value: number): Rank => (value <= 0 ? 0 : value === 1 ? 1 : value === 2 ? 2 : 3)

/** The lower of two ranks. */
export const lowerOf = (a: Rank, b: Rank): Rank => nearestRank(Math.min(a, b))

/** The higher of two ranks. */
export const higherOf = (a: Rank, b: Rank): Rank => nearestRank(Math.max(a, b))

/** The lowest of some levels, as a rank; Gold where there are none. */
export const lowestRank = (levels: ReadonlyArray<Level>): Rank =>
  levels.reduce<Rank>((lowest, level) => lowerOf(lowest, rankOf(level)), 3)

/** How often the divisor goes into a number, both whole and not negative: nothing is rounded, what is left is left. */
export const wholeShare = (number: number, divisor: number): number => (number - (number % divisor)) / divisor
