// Notice is counted in days and compared with two months, and only what is certain is held against anybody: a date
// without a year is no less notice than any.
import { given } from "@lcqm/testing/given-when-then"
import { anyFullDate, anyPartialDate, Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { inForceAfterNotice, inForceWithNotice, longestNotice } from "../../src/criteria/deciding/notice.ts"
import { isoDateOf, isShortNotice, noticeInDays } from "../../src/index.ts"
import { draft, onVersion } from "./version-commands.ts"

// Around the day that is counted from, where no day's number is large.
const around = { first: "1968-01-01", last: "1972-12-31" }
const anyDay = anyFullDate(around)
const anyDate = anyPartialDate(around)
const noYear = fc.constantFrom("--01", "--02", "--09", "--12")
const dayAt = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

describe("notice", () => {
  it("is the days between two days, and unknown where one of them has no year", () => {
    fc.assert(
      fc.property(anyDay, anyDay, noYear, (publishedOn, inForceFrom, month) => {
        expect(noticeInDays({ publishedOn, inForceFrom })).toBe(dayAt(inForceFrom) - dayAt(publishedOn))
        expect(noticeInDays({ publishedOn: month, inForceFrom })).toBeUndefined()
        expect(noticeInDays({ publishedOn, inForceFrom: month })).toBeUndefined()
      })
    )
  })

  it("is short up to the day before two months are over, where that is certain", () => {
    fc.assert(
      fc.property(anyDay, anyDay, noYear, (publishedOn, today, month) => {
        const inForceFrom = inForceAfterNotice(publishedOn, today)
        const dayBefore = isoDateOf(dayAt(inForceFrom) - 1)
        expect(isShortNotice({ publishedOn, inForceFrom: dayBefore })).toBe(true)
        expect(isShortNotice({ publishedOn, inForceFrom: publishedOn })).toBe(true)
        expect(isShortNotice({ publishedOn, inForceFrom })).toBe(false)
        expect(isShortNotice({ publishedOn, inForceFrom: inForceFrom.slice(0, 7) })).toBe(false)
        expect(isShortNotice({ publishedOn, inForceFrom: month })).toBe(false)
        expect(isShortNotice({ publishedOn: month, inForceFrom })).toBe(false)
      })
    )
  })

  it("of two months is counted from today, where the publication has no year", () => {
    expect(inForceAfterNotice("--09", "2017-12-31")).toBe("2018-02-28")
  })

  it("that was promised is held to where it is certainly less, and never where a date has no year", () => {
    const met = new Coverage("publications with a least notice", ["too short", "long enough", "no year"])
    met.assert(
      15,
      fc.property(
        anyDay,
        anyDate,
        fc.boolean(),
        fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constant(longestNotice)),
        (day, date, isPublishedOnDate, leastNotice) => {
          const [publishedOn, inForceFrom] = isPublishedOnDate ? [date, day] : [day, date]
          const answer = inForceWithNotice({ publishedOn, inForceFrom, leastNotice }, day)
          if (date.startsWith("--")) {
            met.count("no year")
            expect(answer).toEqual(Result.succeed(inForceFrom))
          } else if (date.length === 10 && day !== date && day < date !== isPublishedOnDate) {
            const isShort = dayAt(inForceFrom) - dayAt(publishedOn) < leastNotice
            met.count(isShort ? "too short" : "long enough")
            expect(Result.isFailure(answer) ? answer.failure._tag : answer.success).toBe(
              isShort ? "NoticeTooShort" : inForceFrom
            )
          }
        }
      ),
      { numRuns: 1000 }
    )
  })

  it.each([-1, 1.5, longestNotice + 1])("that is promised is a number of days: not %s", (leastNotice) => {
    given()
      .having(draft())
      .whenSent({
        ...onVersion("PublishDraft", { publishedOn: "2017-01-10", leastNotice }),
        id: "publish-0001",
        occurredOn: "2017-01-10"
      })
      .thenMalformed({
        path: "data.leastNotice",
        ...(leastNotice === 1.5 ? {} : { expected: "a notice in days: a whole number from 0 to 3660" })
      })
  })
})
