// Attendance of CPD sessions, which stays with the person: whose, of which session, for which school, and once.
import { describe, it } from "vitest"
import {
  type Asked,
  attended,
  byOffice,
  given,
  givenEvents,
  onCohort,
  onPerson,
  otherSchool,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { type LcqmCommand, personStream, type SessionNumber } from "../../src/index.ts"
import { championOf } from "./champion-of.ts"

const { champion, stranger } = people
const training = smallWorld.at("with champion").on("2017-04-06")
const text = { about: [], text: "The list was of another day." }

const attendanceIn = (cohort: string, session: SessionNumber): Asked<LcqmCommand> =>
  onPerson(champion, "RecordCpdAttendance", { scheme, cohort, session, school })

describe("attendance of a CPD session", () => {
  it("is recorded with the person, the session and the school it was for", () => {
    given(training)
      .when(attended(champion, 2))
      .then([
        {
          type: "CpdAttended.v1",
          data: { scheme, person: champion, cohort: "1", session: 2, school, mode: "direct" }
        }
      ])
  })

  it("is of a cohort that was launched and of a session that it has scheduled", () => {
    given(training)
      .when(attendanceIn("9", 1))
      .thenRejected("CohortUnknown", { cohort: "9" })
      .remediedBySending(attendanceIn("1", 1))
    given(training)
      .when(attendanceIn("2", 1))
      .thenRejected("SessionNotScheduled", { cohort: "2", session: 1 })
      .remediedBySending(attendanceIn("1", 1))
  })

  it("is of a session that took place", () => {
    given(training)
      .having(onCohort("CancelCpdSession", { session: 2 }))
      .when(attended(champion, 2))
      .thenRejected("SessionCancelled", { cohort: "1", session: 2 })
      .remediedBy(onCohort("ScheduleCpdSession", { session: 2, on: "2017-04-06" }))
  })

  it("is of a session that was held, today and on the day it is said of", () => {
    given(training)
      .when(attended(champion, 3))
      .thenRejected("SessionNotYetHeld", { cohort: "1", session: 3, on: "2017-05-10" })
      .remediedOn("2017-05-10")
    given(training)
      .when({ ...attended(champion, 2), occurredOn: "2017-04-04" })
      .thenRejected("SessionNotYetHeld", { on: "2017-04-05" })
      .remediedBySending({ ...attended(champion, 2), occurredOn: "2017-04" })
  })

  it("is recorded once for a school, and once more for another school", () => {
    given(training)
      .having(...championOf(otherSchool, champion), attended(champion, 1))
      .when(attended(champion, 1))
      .thenRejected("AttendanceRecorded", { cohort: "1", session: 1 })
      .remediedBySending(
        onPerson(champion, "RecordCpdAttendance", { scheme, cohort: "1", session: 1, school: otherSchool })
      )
  })

  it("is recorded once more for the same session of another cohort, and of another scheme", () => {
    const schedule = onCohort("ScheduleCpdSession", { session: 1, on: "2017-04-06" })
    given(training)
      .having(attended(champion, 1), { ...schedule, data: { ...schedule.data, cohort: "2" } })
      .when(attendanceIn("2", 1))
      .thenAccepted()
    const elsewhere = {
      scheme: "other",
      person: champion,
      cohort: "1",
      session: 1,
      school,
      mode: "direct"
    } as const
    givenEvents(
      [...training.events, { type: "CpdAttended.v1", stream: personStream(champion), data: elsewhere }],
      { today: training.today }
    )
      .when(attended(champion, 1))
      .thenAccepted()
  })

  it("is of a Champion, present or former, of a school that is enrolled", () => {
    const forOther = onPerson(champion, "RecordCpdAttendance", {
      scheme,
      cohort: "1",
      session: 1,
      school: otherSchool
    })
    given(training)
      .when(forOther)
      .thenRejected("NotEnrolled", { school: otherSchool })
      .remediedBy(...championOf(otherSchool, champion))
    given(training)
      .when(attended(stranger, 1))
      .thenRejected("NotAChampionOfIt", { person: stranger, school })
      .remediedBy(byOffice("ReplaceChampion", { champion: stranger }))
    given(training)
      .when(attended(people.coach, 1))
      .thenRejected("NotAChampionOfIt")
      .remediedBySending(attended(champion, 1))
    given(training)
      .having(byOffice("ReplaceChampion", { champion: stranger }))
      .when(attended(champion, 1))
      .thenAccepted()
  })

  it("is struck out where it was an error, and may then be recorded again", () => {
    const recorded = given(training).having(attended(champion, 1))
    const corrects = recorded.events.at(-1)?.id ?? ""
    given(recorded)
      .when(onPerson(champion, "CorrectCpdAttendance", { corrects, reason: text }))
      .then([{ type: "CpdAttendanceCorrected.v1", data: { corrects, reason: text } }])
      .when(attended(champion, 1))
      .thenAccepted()
  })

  it("is struck out once, and only if it is this person's", () => {
    const recorded = given(training).having(attended(champion, 1))
    const corrects = recorded.events.at(-1)?.id ?? ""
    const correct = onPerson(champion, "CorrectCpdAttendance", { corrects, reason: text })
    given(recorded).having(correct).when(correct).thenRejected("AttendanceUnknown", { corrects })
    const another = recorded.events.at(-2)?.id ?? ""
    given(recorded)
      .when(onPerson(champion, "CorrectCpdAttendance", { corrects: another, reason: text }))
      .thenRejected("AttendanceUnknown", { corrects: another })
      .remediedBySending(correct)
    given(recorded)
      .when(onPerson(stranger, "CorrectCpdAttendance", { corrects, reason: text }))
      .thenRejected("AttendanceUnknown", { corrects })
      .remediedBySending(correct)
  })
})
