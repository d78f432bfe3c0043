// When things happen in the simulation. All of these days are made up; only the months in `cohorts.ts` are the
// page's. They agree with the page as at its own date: cohort 1 is done by then, cohort 2 has its visits around it,
// cohort 3 is between its sessions, and cohorts A, B and 4 have not begun.
import { type Day, type FullDate, spanOf } from "@lcqm/core"

/** The days of a cohort in the simulation. */
export interface CohortCalendar {
  /** When it is announced, before its schools are enrolled. */
  readonly announced: Day
  /** The first and last day on which its schools are enrolled. */
  readonly enrolment: readonly [Day, Day]
  /** The four CPD sessions. */
  readonly sessions: readonly [Day, Day, Day, Day]
  /** The first and last day on which evidence is gathered. */
  readonly evidence: readonly [Day, Day]
  /** The first and last planned visit. */
  readonly visits: readonly [Day, Day]
}

/** The day of a date given in full. */
export const on = (date: FullDate): Day => spanOf(date).first ?? 0

const calendar = (
  announced: FullDate,
  enrolment: readonly [FullDate, FullDate],
  sessions: readonly [FullDate, FullDate, FullDate, FullDate],
  evidence: readonly [FullDate, FullDate],
  visits: readonly [FullDate, FullDate]
): CohortCalendar => ({
  announced: on(announced),
  enrolment: [on(enrolment[0]), on(enrolment[1])],
  sessions: [on(sessions[0]), on(sessions[1]), on(sessions[2]), on(sessions[3])],
  evidence: [on(evidence[0]), on(evidence[1])],
  visits: [on(visits[0]), on(visits[1])]
})

const calendars: ReadonlyMap<string, CohortCalendar> = new Map([
  [
    "1",
    calendar(
      "2015-12-07",
      ["2016-01-05", "2016-01-20"],
      ["2016-01-27", "2016-03-09", "2016-05-11", "2016-07-06"],
      ["2016-02-15", "2016-07-15"],
      ["2016-10-03", "2017-02-10"]
    )
  ],
  [
    "2",
    calendar(
      "2016-07-04",
      ["2016-09-05", "2016-09-21"],
      ["2016-09-28", "2016-11-16", "2017-01-25", "2017-03-15"],
      ["2016-10-10", "2017-03-24"],
      ["2017-05-08", "2017-07-12"]
    )
  ],
  [
    "3",
    calendar(
      "2016-12-05",
      ["2017-01-09", "2017-02-24"],
      ["2017-03-08", "2017-05-24", "2017-09-20", "2017-10-04"],
      ["2017-03-20", "2017-10-06"],
      ["2017-11-06", "2018-02-16"]
    )
  ],
  // The page prints "training begins April 18 , assessments Feb 18". The simulation has to choose, and plays the
  // training as printed and the visits in the February after it.
  [
    "A",
    calendar(
      "2017-04-03",
      ["2017-05-08", "2017-06-23"],
      ["2018-04-25", "2018-06-13", "2018-09-26", "2018-11-21"],
      ["2018-05-07", "2018-12-07"],
      ["2019-02-04", "2019-03-22"]
    )
  ],
  [
    "B",
    calendar(
      "2017-04-10",
      ["2017-04-24", "2017-06-23"],
      ["2017-09-20", "2017-11-15", "2018-01-24", "2018-03-07"],
      ["2017-10-02", "2018-03-09"],
      ["2018-04-16", "2018-06-22"]
    )
  ],
  // The page says that cohort 4 is to be launched in July 2017, and counts its schools already.
  [
    "4",
    calendar(
      "2017-06-05",
      ["2017-06-12", "2017-06-26"],
      ["2017-09-13", "2017-11-08", "2018-01-17", "2018-03-14"],
      ["2017-09-25", "2018-03-16"],
      ["2018-04-18", "2018-06-15"]
    )
  ]
])

/** The calendar of the cohort with this label. */
export const calendarOf = (label: string): CohortCalendar => {
  const found = calendars.get(label)
  if (found === undefined) throw new RangeError(`The story has no calendar for cohort ${label}.`)
  return found
}

/** The story's first day: the sample criteria and the rules are published. */
export const firstDay: Day = on("2015-10-05")

/** The story ends by this day. */
export const lastDay: Day = on("2019-07-19")

/** The day itself, or the Monday after where it is on a weekend. Holidays are not looked at. */
export const weekday = (day: Day): Day => {
  // Day 0, 1970-01-01, was a Thursday: 0 is Monday here.
  const ofWeek = (((day + 3) % 7) + 7) % 7
  return ofWeek < 5 ? day : day + 7 - ofWeek
}
