// Dates as they are given: mostly days, but also months, years, and months of no stated year.
import { dayOf, type FullDate, isoDateOf, type PartialDate } from "@lcqm/core"
import * as fc from "fast-check"

const someDay = dayOf(2017, 1, 1)

/** Between which days a date lies; any four-digit year where nothing is said. */
export interface Between {
  readonly first?: FullDate
  readonly last?: FullDate
}

const dayOfDate = (date: FullDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000)

/**
 * Any whole day, the bounds included. Shrinks towards 1 January 2017, or to the bound nearest to it.
 * @example
 * ```ts
 * import { anyFullDate } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const inJune = anyFullDate({ first: "2017-06-01", last: "2017-06-30" })
 * fc.sample(inJune, { seed: 1, numRuns: 50 }).every((date) => date.startsWith("2017-06-")) // => true
 * ```
 */
export const anyFullDate = ({
  first = "0001-01-01",
  last = "9999-12-31"
}: Between = {}): fc.Arbitrary<FullDate> => {
  const [low, high] = [dayOfDate(first), dayOfDate(last)]
  const nearest = Math.min(high, Math.max(low, someDay))
  return fc.integer({ min: low - nearest, max: high - nearest }).map((days) => isoDateOf(nearest + days))
}

/**
 * Any date as given: a day within the bounds, the month or the year of such a day, or its month without a year.
 * Shrinks to a day.
 * @example
 * ```ts
 * import { anyPartialDate } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyPartialDate(), { seed: 1, numRuns: 100 })
 * drawn.some((date) => date.startsWith("--")) && drawn.some((date) => date.length === 7) // => true
 * ```
 */
export const anyPartialDate = (between: Between = {}): fc.Arbitrary<PartialDate> =>
  fc
    .tuple(
      anyFullDate(between),
      fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.constant("day" as const), weight: 4 },
        {
          arbitrary: fc.constantFrom("month" as const, "year" as const, "month of no year" as const),
          weight: 3
        }
      )
    )
    .map(([date, precision]) => {
      switch (precision) {
        case "day":
          return date
        case "month":
          return date.slice(0, 7)
        case "year":
          return date.slice(0, 4)
        case "month of no year":
          return `--${date.slice(5, 7)}`
      }
    })
