// Dates as they are given: "April 18" is a month, "November" has no year. A PartialDate keeps just what was
// said, as a span of days, and nothing is ever filled in.
import { Schema } from "effect"
import { type Day, dayOf, daysInMonth, isoDateOf } from "./day.ts"

const form = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?|--(\d{2}))$/

/** First and last day a partial date can mean; `null` is "no bound", as for a month without a year. */
export interface Span {
  readonly first: Day | null
  readonly last: Day | null
}

const unbounded: Span = { first: null, last: null }

const parse = (text: string): Span | undefined => {
  const found = form.exec(text)
  if (found === null) return undefined
  if (found[4] !== undefined) {
    const month = Number(found[4])
    return month >= 1 && month <= 12 ? unbounded : undefined
  }
  const year = Number(found[1])
  if (year < 1) return undefined
  if (found[2] === undefined) return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) }
  const month = Number(found[2])
  if (month < 1 || month > 12) return undefined
  if (found[3] === undefined) {
    return { first: dayOf(year, month, 1), last: dayOf(year, month, daysInMonth(year, month)) }
  }
  const dayOfMonth = Number(found[3])
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined
  const day = dayOf(year, month, dayOfMonth)
  return { first: day, last: day }
}

// Events of one stream mostly repeat or advance a few dates: a small memory of accepted texts spares the
// regular expression, which otherwise is most of the cost of decoding an event.
const remembered = new Map<string, Span>()
const remember = 512

const spanIfDate = (text: string): Span | undefined => {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const span = parse(text)
  if (span !== undefined) {
    if (remembered.size >= remember) remembered.clear()
    remembered.set(text, span)
  }
  return span
}

/**
 * A date as given, in the forms of XML Schema: `2017` a year, `2018-04` a month, `2018-04-30` a day,
 * `--11` a month of no stated year. Dates that do not exist (`2018-02-30`) are refused.
 */
export const PartialDate = Schema.String.check(
  Schema.makeFilter((text: string) => spanIfDate(text) !== undefined, {
    expected: "a date as 2017, 2018-04, 2018-04-30, or --11 for a month of no stated year",
    // Whether the day exists is more than a pattern can say.
    toJsonSchema: () => [{ pattern: form.source }, true]
  })
).annotate({
  identifier: "PartialDate",
  holds: "date",
  description: "A date as given: YYYY, YYYY-MM, YYYY-MM-DD or --MM."
})
export type PartialDate = typeof PartialDate.Type

/** A whole day, `2018-04-30`. */
export const FullDate = PartialDate.check(
  Schema.makeFilter((text: string) => text.length === 10, {
    expected: "a whole day, as 2018-04-30",
    toJsonSchema: () => ({ minLength: 10 })
  })
).annotate({ identifier: "FullDate", holds: "date", description: "A day: YYYY-MM-DD." })
export type FullDate = typeof FullDate.Type

/**
 * The days a partial date can mean. A text that is no date has no bounds, so that a fold never fails on one.
 * @example
 * ```ts
 * import { isoDateOf, spanOf } from "@lcqm/core"
 * isoDateOf(spanOf("2018-02").last ?? 0) // => "2018-02-28"
 * spanOf("--11") // => { first: null, last: null }
 * ```
 */
export const spanOf = (date: PartialDate): Span => spanIfDate(date) ?? unbounded

/**
 * Whether every day the first can mean lies before every day the second can mean.
 * @example
 * ```ts
 * import { isCertainlyBefore } from "@lcqm/core"
 * isCertainlyBefore("2018-02", "2018-04") // => true
 * isCertainlyBefore("2018", "2018-04") // => false
 * ```
 */
export const isCertainlyBefore = (earlier: PartialDate, later: PartialDate): boolean => {
  const { last } = spanOf(earlier)
  const { first } = spanOf(later)
  return last !== null && first !== null && last < first
}

/** A stretch of days, both ends included; `null` is an open end. */
export type Window = Span

const monthOnly = (date: PartialDate): number | undefined =>
  date.startsWith("--") ? Number(date.slice(2)) : undefined

/** Whether any day the date can mean lies in the window. */
export const canBeWithin = (date: PartialDate, window: Window): boolean => {
  const month = monthOnly(date)
  if (month !== undefined) return holdsMonth(window, month)
  const span = spanOf(date)
  return (
    (window.last === null || span.first === null || span.first <= window.last) &&
    (window.first === null || span.last === null || span.last >= window.first)
  )
}

// A month of no stated year can be in any window that holds a day of such a month in some year.
const holdsMonth = (window: Window, month: number): boolean => {
  if (window.first === null || window.last === null) return true
  if (window.last < window.first) return false
  const from = Number(isoDateOf(window.first).slice(0, 4))
  const to = Number(isoDateOf(window.last).slice(0, 4))
  for (let year = from; year <= to; year += 1) {
    if (dayOf(year, month, daysInMonth(year, month)) >= window.first && dayOf(year, month, 1) <= window.last)
      return true
  }
  return false
}
