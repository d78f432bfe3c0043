// Working days are a matter of a place and a year: whoever embeds the library says which days they are. Where nobody does
// they are Monday to Friday.
import { type Day, isoDateOf } from "./day.ts"
import { type FullDate, spanOf } from "./partial-date.ts"

/** Whether a day is a working day. */
export type IsWorkingDay = (day: FullDate) => boolean

/**
 * Monday to Friday, whatever holidays there are: the calendar where none is given.
 * @example
 * ```ts
 * import { mondayToFriday } from "@lcqm/core"
 * mondayToFriday("2017-11-24") // => true
 * mondayToFriday("2017-11-25") // => false
 * ```
 */
export const mondayToFriday: IsWorkingDay = (day) => {
  // 1970-01-01 was a Thursday.
  const sinceMonday = ((((spanOf(day).first ?? 0) + 3) % 7) + 7) % 7
  return sinceMonday < 5
}

// A calendar that has no working day in two years has none.
const daysSearched = 732

/**
 * The day so many working days after a day; undefined where there is no day to count from, or the calendar has no
 * working days.
 * @example
 * ```ts
 * import { dayOf, isoDateOf, mondayToFriday, workingDaysAfter } from "@lcqm/core"
 * isoDateOf(workingDaysAfter(dayOf(2017, 11, 22), 10, mondayToFriday) ?? 0) // => "2017-12-06"
 * workingDaysAfter(null, 10, mondayToFriday) // => undefined
 * ```
 */
export const workingDaysAfter = (
  day: Day | null,
  count: number,
  isWorkingDay: IsWorkingDay
): Day | undefined => {
  if (day === null) return undefined
  let [at, left, idle] = [day, count, 0]
  while (left > 0 && idle < daysSearched) {
    at += 1
    idle = isWorkingDay(isoDateOf(at)) ? 0 : idle + 1
    if (idle === 0) left -= 1
  }
  return left > 0 ? undefined : at
}
