// A school comes into the scheme; and, where that befalls it, pauses, moves to another cohort or leaves.
import { isoDateOf, presets, sampleCriteriaSet } from "@lcqm/core"
import { calendarOf, on, weekday } from "../calendar.ts"
import { sample } from "../telling/sample-text.ts"
import { befalls, champion, type Journey, type Telling } from "./journey.ts"

/** The school is enrolled, names its Champion, and describes its setting. */
export async function* joins(journey: Journey): Telling {
  const { chance, coach, desk, office, school } = journey
  const [first, last] = calendarOf(journey.cohort).enrolment
  const enrolled = weekday(chance.int(first, last - 3))
  yield enrolled
  await desk.send(
    "EnrolSchool",
    {
      cohort: school.cohort,
      ...(school.phase === undefined ? {} : { phase: school.phase }),
      criteriaSet: sampleCriteriaSet.version,
      ruleSet: presets["best-fit/1"].version
    },
    office.actor
  )
  yield enrolled + 1
  await desk.send(
    "AppointChampion",
    { champion: journey.champion, ...(coach === undefined ? {} : { coach }) },
    office.actor
  )
  await desk.send(
    "DescribeSetting",
    { setting: sample("what is particular about this made-up school would be said here.") },
    champion(journey)
  )
}

// Where a school of a cohort may be transferred to, and when: after the page's own date.
const transfers = new Map([
  ["2", { to: "3", on: on("2017-07-03") }],
  ["3", { to: "4", on: on("2017-10-30") }],
  ["B", { to: "A", on: on("2018-03-26") }]
])

/** The school pauses and resumes, or is transferred, or both. */
export async function* pauses(journey: Journey): Telling {
  const { chance, desk, office } = journey
  const deferred = befalls(journey, "deferred and resumed")
  const from = weekday(calendarOf(journey.cohort).evidence[1] + 7)
  const until = weekday(from + chance.int(42, 70))
  if (deferred) {
    yield from
    const reason = sample("the school asks for time.")
    await desk.send("DeferEnrolment", { until: isoDateOf(until), reason }, office.actor)
  }
  const transfer = befalls(journey, "transferred") ? transfers.get(journey.cohort) : undefined
  if (transfer !== undefined) {
    yield transfer.on
    const reason = sample("the school's visit would be too early.")
    await desk.send("TransferEnrolment", { cohort: transfer.to, reason }, office.actor)
    journey.cohort = transfer.to
    const [first, last] = calendarOf(journey.cohort).visits
    journey.visitOn = weekday(chance.int(Math.max(first, transfer.on + 42), last))
  }
  if (deferred) {
    yield until
    await desk.send("ResumeEnrolment", {}, office.actor)
    journey.visitOn = weekday(Math.max(journey.visitOn, until + 42))
  }
}

/** The school is deferred and, as far as the story goes, does not come back. */
export async function* isDeferred(journey: Journey): Telling {
  yield weekday(calendarOf(journey.cohort).evidence[1] + 10)
  await journey.desk.send(
    "DeferEnrolment",
    { reason: sample("the school cannot go on for now.") },
    journey.office.actor
  )
}

/** The school leaves. */
export async function* withdraws(journey: Journey): Telling {
  yield journey.desk.later(journey.chance.int(3, 10))
  await journey.desk.send(
    "WithdrawEnrolment",
    { reason: sample("the school has decided not to go on.") },
    journey.office.actor
  )
}
