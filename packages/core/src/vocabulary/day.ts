// Days as integers (days since 1970-01-01 in the proleptic Gregorian calendar), so that windows are compared
// with integer arithmetic and nothing depends on a time zone or on the machine's clock.

/** A day: the number of days since 1970-01-01. */
export type Day = number

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month (1..12) of a year has. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** The day of a calendar date; year 1..9999, month 1..12, day of the month 1..31. */
export const dayOf = (year: number, month: number, dayOfMonth: number): Day => {
  const y = year - 1
  const before = y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)
  const inYear = (daysBeforeMonth[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0) + dayOfMonth - 1
  return before + inYear - 719_162
}

/** The calendar date of a day. */
export const calendarDateOf = (
  day: Day
): { readonly year: number; readonly month: number; readonly day: number } => {
  let year = 1970 + Math.floor(day / 365.2425)
  while (dayOf(year + 1, 1, 1) <= day) year += 1
  while (dayOf(year, 1, 1) > day) year -= 1
  let month = 12
  while (dayOf(year, month, 1) > day) month -= 1
  return { year, month, day: day - dayOf(year, month, 1) + 1 }
}

const padded = (value: number, width: number): string => String(value).padStart(width, "0")

/** A day as people and files write it: `2018-04-30`. */
export const isoDateOf = (day: Day): string => {
  const date = calendarDateOf(day)
  return `${padded(date.year, 4)}-${padded(date.month, 2)}-${padded(date.day, 2)}`
}

/** The same day of the month so many months later (or earlier), or the month's last day where it is shorter. */
export const monthsLater = (day: Day, months: number): Day => {
  const date = calendarDateOf(day)
  const index = date.year * 12 + date.month - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)))
}
