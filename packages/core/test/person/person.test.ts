// People as stories: CPD stays with the person; an assessor is appointed, counted, and says what binds them.
import { describe, expect, it } from "vitest"
import {
  asPerson,
  attended,
  byOffice,
  given,
  givenEvents,
  onPerson,
  otherSchool,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { personOfStream, personStream, schoolStream } from "../../src/index.ts"
import { enrolling } from "./champion-of.ts"
import { expectAllTold } from "../event-store/slices.ts"

await import("./attendance.stories.ts")
await import("./cpd-coverage.stories.ts")
await import("./through-network.stories.ts")

const { assessor, champion, stranger } = people
const text = { about: [], text: "The list was of another day." }

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
    const pin = { version: "1", hash: "0".repeat(64) }
    const elsewhere = given(ready).having(enrolling(school), enrolling(otherSchool))
    const { events } = elsewhere
    const other = "other"
    // The same school in another scheme.
    givenEvents(
      [
        ...events,
        {
          type: "SchoolEnrolled.v1",
          stream: schoolStream(other, school),
          data: { scheme: other, school, enrolment: 1, cohort: "1", criteriaSet: pin, ruleSet: pin }
        }
      ],
      { today: elsewhere.today }
    )
      .when(take(school))
      .then(taken(school, 1, 1))
      .when(take(otherSchool))
      .then(taken(otherSchool, 1, 2))
      .having(
        byOffice("WithdrawEnrolment", { reason: text }),
        byOffice("EnrolSchool", { cohort: "1", criteriaSet: "small.1", ruleSet: "1" })
      )
      .when(take(school, 2))
      .then(taken(school, 2, 3))
      .having(onPerson(assessor, "AppointAssessor", { scheme: other, schools: [] }))
      .when(onPerson(assessor, "TakeAssessment", { scheme: other, school, enrolment: 1 }))
      .then([{ type: "AssessmentTaken.v1", data: { scheme: other, school, enrolment: 1, ordinal: 1 } }])
  })

  it("takes on the assessment of an enrolment that there is, and that is not over", () => {
    const take = (enrolment: number) =>
      onPerson(assessor, "TakeAssessment", { scheme, school, enrolment }, asPerson(assessor))
    given(ready).when(take(1)).thenRejected("NotEnrolled", { school }).remediedBy(enrolling(school))
    given(ready)
      .having(enrolling(school))
      .when(take(2))
      .thenRejected("NotThatEnrolment", { school, enrolment: 2, current: 1 })
      .remediedBySending(take(1))
    given(smallWorld.at("withheld"))
      .when(take(2))
      .thenRejected("EnrolmentOver", { school })
      .remediedBy(byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
    given(smallWorld.at("deferred")).when(take(1)).thenAccepted()
  })

  it("speaks for themselves and for no other assessor, and only while they are one", () => {
    const standDown = (of: string, by: string) =>
      onPerson(of, "StandDownAssessor", { scheme, reason: text }, asPerson(by))
    given(ready)
      .when(standDown(assessor, people.otherAssessor))
      .thenRejected("RoleRequired")
      .remediedBySending(standDown(people.otherAssessor, people.otherAssessor))
    given(ready)
      .when(standDown(stranger, stranger))
      .thenRejected("RoleRequired")
      .remediedBy(onPerson(stranger, "AppointAssessor", { scheme, schools: [] }))
    given(smallWorld.at("trained"))
      .when(standDown(people.champion, people.champion))
      .thenRejected("RoleRequired")
  })

  it("does nothing before they were appointed", () => {
    const before = "2017-01-19"
    const stand = onPerson(assessor, "StandDownAssessor", { scheme })
    given(ready)
      .when({ ...stand, occurredOn: before })
      .thenRejected("DatesOutOfOrder", { follows: "the appointment", on: "2017-01-20" })
      .remediedBySending({ ...stand, occurredOn: "2017-01" })
    const take = onPerson(assessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    given(ready)
      .having(enrolling(school))
      .when({ ...take, occurredOn: before })
      .thenRejected("DatesOutOfOrder", { occurredOn: before, follows: "the appointment" })
      .remediedBySending(take)
  })

  it("takes on an assessment once, and only while appointed", () => {
    const take = onPerson(assessor, "TakeAssessment", { scheme, school, enrolment: 1 })
    const enrolled = given(ready).having(enrolling(school))
    given(enrolled).having(take).when(take).thenNothing()
    given(enrolled)
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
      .when(declare)
      .thenNothing()
  })

  it("ends where one of its kind stands, and not before it was declared", () => {
    const end = onPerson(assessor, "EndInterest", { school, interest: "family" }, asPerson(assessor))
    given(ready)
      .when(end)
      .thenRejected("InterestNotDeclared", { person: assessor, school, interest: "family" })
      .remediedBy(declare)
    given(ready)
      .having(onPerson(assessor, "DeclareInterest", { school, interest: "governance" }))
      .when(end)
      .thenRejected("InterestNotDeclared")
      .remediedBy(declare)
    given(ready)
      .having(declare)
      .when({ ...end, occurredOn: "2016" })
      .thenRejected("DatesOutOfOrder", { occurredOn: "2016", follows: "its declaration" })
      .remediedBySending(end)
    given(ready)
      .having(declare)
      .when(end)
      .then([{ type: "InterestEnded.v1", data: { school, interest: "family" } }])
  })

  it("may be one of several in the same school: each ends by itself, and while one stands they are not external", () => {
    const both = given(smallWorld.at("declared"))
      .having(
        onPerson(assessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
        declare,
        onPerson(assessor, "DeclareInterest", { school, interest: "governance" })
      )
      .on("2017-10-25")
    const arrange = byOffice("ArrangeVisit", { assessor, on: "2017-11-15" })
    const end = (interest: "family" | "governance") => onPerson(assessor, "EndInterest", { school, interest })
    given(both).when(arrange).thenRejected("AssessorNotExternal", {
      why: "has declared an interest in the school (family, governance)"
    })
    given(both)
      .having(end("governance"))
      .when(arrange)
      .thenRejected("AssessorNotExternal", { why: "has declared an interest in the school (family)" })
      .remediedBy(end("family"))
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

describe("the stream of a person", () => {
  it("tells whose it is, and no other stream tells of anybody", () => {
    expect(personOfStream(personStream(stranger))).toBe(stranger)
    for (const stream of [
      schoolStream(scheme, school),
      `the-${personStream(stranger)}`,
      "person-",
      "person-a\nb"
    ]) {
      expect(personOfStream(stream)).toBeUndefined()
    }
  })
})

describe("the erasure of a person", () => {
  const erase = (person: string, request: string) => onPerson(person, "ErasePerson", { request })

  it("is recorded once, under what the request is filed under, also of somebody of whom nothing is recorded", () => {
    given(smallWorld.at("ready"))
      .when(erase(stranger, "requests/2017-1"))
      .then([{ type: "PersonErased.v1", data: { person: stranger, request: "requests/2017-1" } }])
      .when(erase(stranger, "requests/2017-2"))
      .thenNothing()
  })

  it("changes nothing else that is known of them", () => {
    given(smallWorld.at("with champion").on("2017-04-06"))
      .having(attended(champion, 1), erase(champion, "requests/2017-1"))
      .when(attended(champion, 1))
      .thenRejected("AttendanceRecorded", { cohort: "1", session: 1 })
  })
})

describe("the stories of people", () => {
  expectAllTold("person")
})
