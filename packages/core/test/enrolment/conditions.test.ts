// What the deciders of a school ask besides, one by one: ages, the names of streams, what is signed, and what a refusal
// says where it names several.
import { anyFullDate, anyPartialDate } from "@lcqm/testing/arbitraries"
import { school, scheme } from "@lcqm/testing/given-when-then"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AwardBlocked, JudgementsNotAgreed, LevelAboveCap } from "../../src/enrolment/agreement/indicated.ts"
import { SchoolIsClosed } from "../../src/enrolment/afterwards/school/closed.ts"
import { CriterionNotReopened } from "../../src/enrolment/evidence/reopened.ts"
import { schemeOfStream, schoolOfStream } from "../../src/enrolment/slice.ts"
import {
  ageInMonths,
  agreementStatement,
  borderlineBy,
  type JudgementSet,
  presets,
  sampleCriteriaSet,
  schoolStream
} from "../../src/index.ts"

describe("the age of evidence", () => {
  // So many months after a day is the day of that number in the month, whether the month has it or not.
  const monthsAfter = (day: string, months: number): string => {
    const [year = 0, month = 0] = day.split("-").map(Number)
    const index = year * 12 + month - 1 + months
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-${day.slice(8)}`
  }
  const between = { first: "2000-01-01", last: "2019-12-31" }

  it("is so many whole months: one more is not over, and none before it was produced", () => {
    fc.assert(
      fc.property(
        anyFullDate(between),
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 28 }),
        (day, months, of) => {
          const on = `${monthsAfter(day, months).slice(0, 8)}${String(of).padStart(2, "0")}`
          const whole = monthsAfter(day, months) <= on ? months : months - 1
          expect(ageInMonths(day, on)).toBe(Math.max(0, whole))
        }
      )
    )
    expect(ageInMonths("2017-05-15", "2018-05-15")).toBe(12)
    expect(ageInMonths("2017-05-15", "2018-05-14")).toBe(11)
    expect(ageInMonths("2017-05-15", "2017-01-01")).toBe(0)
  })

  it("is that of the last day it can be of, and unknown where a date has no year", () => {
    fc.assert(
      fc.property(
        anyPartialDate(between),
        anyFullDate(between),
        fc.constantFrom("--01", "--12"),
        (date, day, month) => {
          if (date.length < 10 && !date.startsWith("--")) {
            const last = date.length === 4 ? `${date}-12-31` : `${date}-28`
            expect(ageInMonths(date, day) ?? -1).toBeLessThanOrEqual(ageInMonths(last, day) ?? -2)
          }
          expect(ageInMonths(month, day)).toBeUndefined()
          expect(ageInMonths(day, month)).toBeUndefined()
        }
      )
    )
  })
})

describe("the stream of a school", () => {
  it("names its scheme and its school", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.]{1,20}$/), fc.stringMatching(/^[1-9][0-9]{5}$/), (of, urn) => {
        const stream = schoolStream(of, urn)
        expect([schemeOfStream(stream), schoolOfStream(stream)]).toEqual([of, urn])
      })
    )
  })

  it.each([
    "network-1",
    "person-school-lcqm-900001",
    "school-lcqm-900001-2",
    "school-lcqm-90000",
    "school-lcqm-x00001"
  ])("is no other: not %s", (stream) => {
    expect([schemeOfStream(stream), schoolOfStream(stream)]).toEqual(["", undefined])
  })
})

describe("what a party signs", () => {
  it("is what is decided, by which rules, on which history, and for what it is signed", () => {
    const [criteriaSetHash, ruleSetHash, basisRoot] = ["a", "b", "c"].map((digit) => digit.repeat(64)) as [
      string,
      string,
      string
    ]
    const stream = schoolStream(scheme, school)
    const rules = { criteriaSetHash, ruleSetHash }
    expect(agreementStatement("lcqm/award-agreed/1", { basisRoot, stream }, "gold", rules)).toEqual({
      purpose: "lcqm/award-agreed/1",
      stream,
      level: "gold",
      criteriaSetHash,
      ruleSetHash,
      basisRoot
    })
  })
})

describe("a refusal that names several", () => {
  // Made while the test runs: what is made while the file is loaded no change of the code would be put to.
  it.each([
    [() => JudgementsNotAgreed({ criteria: ["a", "b"] }), "Not every judgement is agreed: open are a, b."],
    [
      () => AwardBlocked({ by: ["cpdShortfall", "schoolClosed"] }),
      "The rule blocks an award: cpdShortfall, schoolClosed."
    ],
    [
      () => LevelAboveCap({ level: "gold", cap: "bronze", by: ["cpdShortfall", "schoolClosed"] }),
      "The rule caps the award at bronze (cpdShortfall, schoolClosed), and gold was to be given."
    ],
    [
      () => CriterionNotReopened({ criterion: "c", criteria: ["a", "b"] }),
      "Criterion c is not among those the further work re-opened: a, b."
    ]
  ])("tells them apart: %#", (refusal, told) => {
    expect(refusal().message).toBe(told)
  })

  it("says of a school that has closed that it has, and of one that was replaced by which", () => {
    const [closed, replaced] = ["", "900003"].map((successor) => SchoolIsClosed({ school, successor }))
    expect([closed?.message, closed?.remedy]).toEqual([
      `School ${school} has closed.`,
      "Nothing more is begun for it; name the school that took its place, where one did."
    ])
    expect([replaced?.message, replaced?.remedy]).toEqual([
      `School ${school} was replaced by school 900003.`,
      "Name the school that took its place; its award is carried over there (CarryOverAward)."
    ])
  })
})

describe("a case", () => {
  const ids = sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const judgements = Object.fromEntries(ids.map((id) => [id, "silver" as const]))
  const [first = ""] = ids
  const borderline = (others: JudgementSet) =>
    borderlineBy({
      criteriaSet: sampleCriteriaSet,
      rule: presets["best-fit/1"],
      judgements: { ...judgements, ...others }
    })

  it("is not borderline by a criterion that is set aside", () => {
    expect(borderline({ [first]: { setAside: "event 1" } })).toBeUndefined()
  })

  it("that the rule refuses hangs on no criterion", () => {
    expect(borderline({ "no.such": "gold" })).toBeUndefined()
  })
})
