import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  calendarDateOf,
  canBeWithin,
  dayOf,
  isCertainlyBefore,
  isoDateOf,
  monthsLater,
  PartialDate,
  spanOf
} from "../../src/vocabulary/index.ts"
import { Schema } from "effect"

const isDate = Schema.is(PartialDate)
const day = fc.integer({ min: dayOf(1, 1, 1), max: dayOf(9998, 12, 31) })

describe("a day", () => {
  it("is the same as the platform's calendar says, in any year", () => {
    fc.assert(
      fc.property(fc.integer({ min: -600_000, max: 2_900_000 }), (number) => {
        expect(isoDateOf(number)).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
      }),
      { numRuns: 2_000 }
    )
  })

  it("and its calendar date name each other", () => {
    fc.assert(
      fc.property(day, (number) => {
        const { day: dayOfMonth, month, year } = calendarDateOf(number)
        expect(dayOf(year, month, dayOfMonth)).toBe(number)
      })
    )
  })

  it("so many months later is in that month, on its last day where the month is shorter", () => {
    expect(isoDateOf(monthsLater(dayOf(2024, 1, 31), 1))).toBe("2024-02-29")
    expect(isoDateOf(monthsLater(dayOf(2024, 2, 29), -12))).toBe("2023-02-28")
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -600, max: 600 }),
        (number, months) => {
          const before = calendarDateOf(number)
          const after = calendarDateOf(monthsLater(number, months))
          expect(after.year * 12 + after.month).toBe(before.year * 12 + before.month + months)
          expect(after.day).toBeLessThanOrEqual(before.day)
        }
      )
    )
  })
})

describe("a partial date", () => {
  it.each(["2017", "2018-04", "2018-04-30", "2024-02-29", "--11"])("may be %s", (text) => {
    expect(isDate(text)).toBe(true)
  })

  it.each([
    "",
    "2018-02-30",
    "2023-02-29",
    "2018-13",
    "2018-00-01",
    "--13",
    "0000",
    "April 18",
    "2018-4",
    "2018-04-30Z"
  ])("is not '%s'", (text) => {
    expect(isDate(text)).toBe(false)
  })

  it("means the days it names, and a month without a year has no bounds", () => {
    expect(spanOf("2018-02")).toEqual({ first: dayOf(2018, 2, 1), last: dayOf(2018, 2, 28) })
    expect(spanOf("--11")).toEqual({ first: null, last: null })
  })

  it("is before another only where that is certain whichever days they mean", () => {
    const date = day.map((number) => isoDateOf(number))
    fc.assert(
      fc.property(date, date, fc.constantFrom(4, 7, 10), fc.constantFrom(4, 7, 10), (a, b, wide, wider) => {
        const [early, late] = [a.slice(0, wide), b.slice(0, wider)]
        expect(isCertainlyBefore(early, late) && isCertainlyBefore(late, early)).toBe(false)
        if (isCertainlyBefore(early, late)) expect(a < b).toBe(true)
      })
    )
  })

  it("lies in a window if any of its days can", () => {
    const window = { first: dayOf(2017, 9, 15), last: dayOf(2018, 4, 10) }
    expect(canBeWithin("2017-09", window)).toBe(true)
    expect(canBeWithin("2017-08", window)).toBe(false)
    expect(canBeWithin("2018", window)).toBe(true)
    expect(canBeWithin("--11", window)).toBe(true)
    expect(canBeWithin("--06", window)).toBe(false)
    expect(canBeWithin("--06", { first: null, last: window.last })).toBe(true)
  })
})
