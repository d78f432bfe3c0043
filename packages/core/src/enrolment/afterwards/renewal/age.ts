// How old a piece of evidence is: at least so many whole months, whatever day its date can be.
import { calendarDateOf, type PartialDate, spanOf } from "../../../vocabulary/index.ts"

/**
 * Whole months from the last day of the one date to the first of the other; 0 where the one may be later, undefined
 * where either has no such day.
 * @example
 * ```ts
 * import { ageInMonths } from "@lcqm/core"
 * ageInMonths("2017-05", "2020-09-01") // => 39
 * ageInMonths("--05", "2020-09-01") // => undefined
 * ```
 */
export const ageInMonths = (producedOn: PartialDate, on: PartialDate): number | undefined => {
  const { last } = spanOf(producedOn)
  const { first } = spanOf(on)
  if (last === null || first === null) return undefined
  const [from, to] = [calendarDateOf(last), calendarDateOf(first)]
  const months = (to.year - from.year) * 12 + (to.month - from.month) - (to.day < from.day ? 1 : 0)
  return Math.max(0, months)
}
