// People as stories: CPD stays with the person; an assessor is appointed, counted, and says what binds them.
import { describe, it } from "vitest"
import {
  asPerson,
  type Asked,
  attended,
  given,
  onCohort,
  onPerson,
  otherSchool,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import type { LcqmCommand, SessionNumber } from "../../src/index.ts"
import { expectAllTold } from "../event-store/slices.ts"

await import("./cpd-coverage.stories.ts")

const { assessor, champion, stranger } = people
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
      .having(attended(champion, 1))
      .when(attended(champion, 1))
      .thenRejected("AttendanceRecorded", { cohort: "1", session: 1 })
      .remediedBySending(
        onPerson(champion, "RecordCpdAttendance", { scheme, cohort: "1", session: 1, school: otherSchool })
      )
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
    given(recorded)
      .when(onPerson(stranger, "CorrectCpdAttendance", { corrects, reason: text }))
      .thenRejected("AttendanceUnknown", { corrects })
      .remediedBySending(correct)
  })
})

describe("an assessor", () => {
  const appoint = onPerson(stranger, "AppointAssessor", { scheme, schools: [otherSchool] })
  const ready = smallWorld.at("ready")

  it("is appointed with the schools they belong to", () => {
    given()
      .when(appoint)
      .then([{ type: "AssessorAppointed.v1", data: { person: stranger, scheme, schools: [otherSchool] } }])
  })

  it("is appointed once to a scheme, and changes schools by standing down first", () => {
    const again = onPerson(assessor, "AppointAssessor", { scheme, schools: [school] })
    given(ready)
      .when(again)
      .thenRejected("AlreadyAssessor", { person: assessor, scheme })
      .remediedBy(onPerson(assessor, "StandDownAssessor", { scheme }))
  })

  it("is appointed to each scheme by itself", () => {
    given(ready)
      .when(onPerson(assessor, "AppointAssessor", { scheme: "other", schools: [] }))
      .thenAccepted()
  })

  it("stands down, and says why if they like", () => {
    given(ready)
      .when(onPerson(assessor, "StandDownAssessor", { scheme, reason: text }, asPerson(assessor)))
      .then([{ type: "AssessorStoodDown.v1", data: { scheme, reason: text } }])
  })

  it("stands down only where they are one", () => {
    given()
      .when(onPerson(stranger, "StandDownAssessor", { scheme }))
      .thenRejected("AssessorNotAppointed", { person: stranger, scheme })
      .remediedBy(appoint)
  })

  it("takes on assessments, which are counted scheme by scheme", () => {
    const take = (of: string, enrolment = 1) =>
      onPerson(assessor, "TakeAssessment", { scheme, school: of, enrolment }, asPerson(assessor))
    const taken = (of: string, enrolment: number, ordinal: number) =>
      [{ type: "AssessmentTaken.v1", data: { scheme, school: of, enrolment, ordinal } }] as const
    given(ready)
      .when(take(school))
      .then(taken(school, 1, 1))
      .when(take(otherSchool))
      .then(taken(otherSchool, 1, 2))
      .when(take(school, 2))
      .then(taken(school, 2, 3))
      .having(onPerson(assessor, "AppointAssessor", { scheme: "other", schools: [] }))
      .when(onPerson(assessor, "TakeAssessment", { scheme: "other", school, enrolment: 1 }))
      .then([{ type: "AssessmentTaken.v1", data: { scheme: "other", school, enrolment: 1, ordinal: 1 } }])
  })

  it("takes on an assessment once, and only while appointed", () => {
    const take = onPerson(assessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    given(ready).having(take).when(take).thenNothing()
    given(ready)
      .having(onPerson(assessor, "StandDownAssessor", { scheme }))
      .when(take)
      .thenRejected("AssessorNotAppointed", { person: assessor, scheme })
      .remediedBy(onPerson(assessor, "AppointAssessor", { scheme, schools: [] }))
  })
})

describe("an interest in a school", () => {
  const ready = smallWorld.at("ready")
  const declare = onPerson(assessor, "DeclareInterest", { school, interest: "family" }, asPerson(assessor))

  it("is declared with its kind, and once", () => {
    given(ready)
      .when(declare)
      .then([{ type: "InterestDeclared.v1", data: { school, interest: "family" } }])
      .when(declare)
      .thenNothing()
      .when(onPerson(assessor, "DeclareInterest", { school, interest: "governance" }))
      .then([{ type: "InterestDeclared.v1", data: { school, interest: "governance" } }])
  })

  it("ends where one stands", () => {
    const end = onPerson(assessor, "EndInterest", { school }, asPerson(assessor))
    given(ready)
      .when(end)
      .thenRejected("InterestNotDeclared", { person: assessor, school })
      .remediedBy(declare)
    given(ready)
      .having(declare)
      .when(end)
      .then([{ type: "InterestEnded.v1", data: { school } }])
  })
})

describe("the key a person signs with", () => {
  const register = (publicKey: string) => onPerson(assessor, "RegisterSigningKey", { publicKey })

  it("is registered once, and a later one takes its place", () => {
    const [first, second] = ["01".repeat(32), "02".repeat(32)]
    given(smallWorld.at("ready"))
      .when(register(first))
      .then([{ type: "SigningKeyRegistered.v1", data: { publicKey: first } }])
      .when(register(first))
      .thenNothing()
      .when(register(second))
      .then([{ type: "SigningKeyRegistered.v1", data: { publicKey: second } }])
  })
})

describe("the stories of people", () => {
  expectAllTold("person")
})
