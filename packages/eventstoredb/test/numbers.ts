// Events by their numbers, as the tests compare them.
import type { Recorded } from "@lcqm/core"

/** The numbers of events. */
export const numbersOf = (events: ReadonlyArray<Recorded>): ReadonlyArray<number> =>
  events.map(({ id }) => Number.parseInt(id.slice(-12), 16))

/** 0, 1, 2, … */
export const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i)
