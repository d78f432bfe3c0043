// The visit of an external assessor: arranged once the level is declared, moved, cancelled, held.
import { describe, it } from "vitest"
import {
  asPerson,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  otherSchool,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"

import { enrolling } from "../person/champion-of.ts"

const { assessor, champion, coach, nextChampion, otherAssessor, stranger } = people
const declared = smallWorld.at("declared").on("2017-10-25")
const arranged = smallWorld.at("visit arranged")
const visited = smallWorld.at("visited")
const reason = { about: [], text: "The assessor is ill." }
const on = "2017-11-15"
const take = (person: string, enrolment = 1) =>
  onPerson(person, "TakeAssessment", { scheme, school, enrolment })
const appoint = (person: string, schools: ReadonlyArray<string> = []) =>
  onPerson(person, "AppointAssessor", { scheme, schools })
const arrange = (person: string, day = on) => byOffice("ArrangeVisit", { assessor: person, on: day })

describe("arranging a visit", () => {
  it("names the assessor, the date, and the place in the assessor's own count", () => {
    given(declared)
      .having(
        enrolling(otherSchool),
        onPerson(assessor, "TakeAssessment", { scheme, school: otherSchool, enrolment: 1 }),
        take(assessor)
      )
      .when(arrange(assessor))
      .then([{ type: "VisitArranged.v1", data: { assessor, on, ordinal: 2 } }])
  })

  it("comes after the declared self-assessment", () => {
    given(smallWorld.at("self-assessed"))
      .having(take(assessor))
      .when(arrange(assessor))
      .thenRejected("SelfAssessmentNotDeclared", { school })
      .remediedBy(byChampion("DeclareSelfAssessment", { declared: "silver" }))
  })

  it("happens once: a visit is moved, or cancelled first", () => {
    given(arranged)
      .when(arrange(assessor))
      .thenRejected("VisitAlreadyArranged", { school, on })
      .remediedBySending(byOffice("MoveVisit", { on: "2017-11-17" }))
    given(arranged)
      .when(arrange(assessor))
      .thenRejected("VisitAlreadyArranged")
      .remediedBy(byOffice("CancelVisit", { reason }))
  })

  it("is with an assessor of the scheme who has taken it on", () => {
    given(declared)
      .when(arrange(stranger))
      .thenRejected("AssessorNotAppointed", { person: stranger, scheme })
      .remediedBy(appoint(stranger), take(stranger))
    given(declared)
      .when(arrange(assessor))
      .thenRejected("AssessmentNotTaken", { assessor, school, enrolment: 1 })
      .remediedBy(take(assessor))
  })

  it("is not with an assessor who belongs to the school", () => {
    given(declared)
      .having(appoint(stranger, [otherSchool, school]), take(stranger), take(otherAssessor))
      .when(arrange(stranger))
      .thenRejected("AssessorNotExternal", { assessor: stranger, school, why: "belongs to the school" })
      .remediedBySending(arrange(otherAssessor))
  })

  it("is not with an assessor who has declared interests in it, and all of them are named", () => {
    given(declared)
      .having(
        take(otherAssessor),
        take(assessor),
        onPerson(otherAssessor, "DeclareInterest", { school, interest: "business" }),
        onPerson(otherAssessor, "DeclareInterest", { school, interest: "other" })
      )
      .when(arrange(otherAssessor))
      .thenRejected("AssessorNotExternal", {
        why: "has declared an interest in the school (business, other)"
      })
      .remediedBySending(arrange(assessor))
  })

  it.each([
    ["is its Champion", champion, []],
    ["coaches it", coach, []],
    ["was its Champion", champion, [byOffice("ReplaceChampion", { champion: nextChampion })]],
    ["coached it", coach, [byOffice("ReplaceChampion", { champion: nextChampion })]]
  ])("is not with an assessor who %s", (_, person, changes) => {
    given(declared)
      .having(...changes, appoint(person), take(person), take(assessor))
      .when(arrange(person))
      .thenRejected("AssessorNotExternal", {
        why: "coaches or coached the school, or is or was its Champion"
      })
      .remediedBySending(arrange(assessor))
  })

  it("is not with an assessor who was Champion in an earlier enrolment", () => {
    given(smallWorld.at("withheld"))
      .having(
        byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }),
        byOffice("AppointChampion", { champion: nextChampion }),
        ...["leadership.champion", "leadership.plan", "families.events", "families.homework"].map(
          (criterion) =>
            by(asPerson(nextChampion))("SelfAssessCriterion", { criterion, judgement: { level: "none" } })
        ),
        by(asPerson(nextChampion))("DeclareSelfAssessment", { declared: "none" }),
        appoint(champion),
        take(champion, 2),
        take(assessor, 2)
      )
      .when(arrange(champion, "2018-04"))
      .thenRejected("AssessorNotExternal")
      .remediedBySending(arrange(assessor, "2018-04"))
  })

  it("is not with an assessor who has declared an interest, until it has ended", () => {
    given(declared)
      .having(onPerson(assessor, "DeclareInterest", { school, interest: "governance" }), take(assessor))
      .when(arrange(assessor))
      .thenRejected("AssessorNotExternal", { why: "has declared an interest in the school (governance)" })
      .remediedBy(onPerson(assessor, "EndInterest", { school, interest: "governance" }))
  })

  it("minds neither an interest in another school nor being of one", () => {
    given(declared)
      .having(
        onPerson(otherAssessor, "DeclareInterest", { school: otherSchool, interest: "employment" }),
        take(otherAssessor)
      )
      .when(arrange(otherAssessor))
      .thenAccepted()
  })
})

describe("an arranged visit", () => {
  it("is moved, by the office or by the assessor", () => {
    for (const move of [byOffice, byAssessor]) {
      given(arranged)
        .when(move("MoveVisit", { on: "2017-11-17", reason }))
        .then([{ type: "VisitMoved.v1", data: { from: on, to: "2017-11-17", reason } }])
        .when(byAssessor("ProposeAward", { level: "silver" }))
        .thenRejected("VisitNotHeld", { on: "2017-11-17" })
    }
    given(arranged).when(byOffice("MoveVisit", { on })).thenNothing()
  })

  it("is cancelled, and another assessor's arranged", () => {
    given(arranged)
      .when(byOffice("CancelVisit", { reason }))
      .then([{ type: "VisitCancelled.v1", data: { reason } }])
      .having(take(otherAssessor))
      .when(arrange(otherAssessor))
      .then([{ type: "VisitArranged.v1", data: { assessor: otherAssessor, on, ordinal: 1 } }])
  })

  it("is there before it is moved, cancelled or held", () => {
    given(declared)
      .having(take(assessor))
      .when(byOffice("MoveVisit", { on: "2017-11-17" }))
      .thenRejected("NoVisitArranged", { school })
      .remediedBy(arrange(assessor))
    given(declared)
      .having(take(assessor))
      .when(byOffice("CancelVisit", { reason }))
      .thenRejected("NoVisitArranged")
      .remediedBy(arrange(assessor))
  })
})

describe("a visit that was held", () => {
  it("is recorded by its assessor, on whichever day it was", () => {
    given(arranged)
      .on("2017-11-16")
      .when(byAssessor("HoldVisit", {}))
      .then([{ type: "VisitHeld.v1", data: {} }])
    given(arranged)
      .when(by(asPerson(otherAssessor))("HoldVisit", {}))
      .thenRejected("NotTheAssessor", { command: "HoldVisit", person: otherAssessor })
      .remediedBy(
        byOffice("CancelVisit", { reason }),
        take(otherAssessor),
        byOffice("ArrangeVisit", { assessor: otherAssessor, on: "2017-10-25" })
      )
  })

  it("is neither moved, cancelled, arranged nor held again", () => {
    for (const command of [
      byOffice("MoveVisit", { on: "2017-11-17" }),
      byOffice("CancelVisit", { reason }),
      arrange(assessor),
      byAssessor("HoldVisit", {})
    ]) {
      given(visited).when(command).thenRejected("VisitAlreadyHeld", { school, on })
    }
  })
})
