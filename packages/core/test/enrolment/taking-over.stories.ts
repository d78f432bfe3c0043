// Where the assessor drops out, stands down or turns out not to be external there is a way on: another assessor takes
// over, before the visit or after it. Whoever has stood down judges no more.
import { describe, expect, it } from "vitest"
import {
  asPerson,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  givenEvents,
  onPerson,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { enrolmentFold, schoolStream } from "../../src/index.ts"

const { assessor, otherAssessor, stranger } = people
const reason = { about: [], text: "The assessor has fallen ill." }
const on = "2017-12-06"
const criterion = "families.events"
const judgement = { level: "silver" } as const
const take = onPerson(otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 })
const replace = byOffice("ReplaceAssessor", { assessor: otherAssessor, on, reason })
const byOther = by(asPerson(otherAssessor))
const standDown = onPerson(assessor, "StandDownAssessor", { scheme })
const replaced = (ordinal = 1) =>
  ({
    type: "AssessorReplaced.v1",
    data: { assessor: otherAssessor, formerly: assessor, on, ordinal, reason }
  }) as const

describe("an assessor who takes over", () => {
  it.each(["visit arranged", "visited", "judgements agreed", "proposed", "further work asked"] as const)(
    "does so where the school is at: %s",
    (stage) => {
      given(smallWorld.at(stage)).having(take).when(replace).then([replaced()])
    }
  )

  it("visits the school on a day of their own, and finds nothing judged, agreed, reviewed or asked for", () => {
    for (const stage of ["proposed", "further work asked"] as const) {
      const story = given(smallWorld.at(stage)).having(take, replace)
      const state = enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, school)))
      expect(state).toMatchObject({
        stage: "visit arranged",
        visit: { assessor: otherAssessor, on, ordinal: 1, held: undefined },
        proposal: undefined,
        furtherWork: undefined
      })
      expect([state.assessor.size, state.agreed.size, state.self.size]).toEqual([0, 0, 4])
      const verdicts = [...state.evidence.values()].flatMap(({ assignments }) => assignments)
      expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(new Set(["not reviewed"]))
      expect(new Set(verdicts.map(({ events }) => events.length))).toEqual(new Set([1]))
    }
  })

  it("goes on to an award, all of which rests on what they have seen themselves", () => {
    const criteria = ["leadership.champion", "leadership.plan", "families.events", "families.homework"]
    given(smallWorld.at("proposed"))
      .having(take, replace)
      .on(on)
      .when(byOther("AssessCriterion", { criterion, judgement }))
      .thenRejected("VisitNotHeld", { on })
      .remediedBy(byOther("HoldVisit", {}))
      .having(
        ...criteria.flatMap((each) => [
          byOther("ReviewEvidence", { evidence: `e-${each}`, criterion: each, verdict: "accepted" }),
          ...(each === criterion ? [] : [byOther("AssessCriterion", { criterion: each, judgement })]),
          byOther("AgreeJudgement", { criterion: each, judgement })
        ]),
        byOther("ProposeAward", { level: "silver" })
      )
      .when(byChampion("AcceptProposal", { level: "silver" }))
      .thenAccepted()
  })

  it("leaves the former assessor without a part in it", () => {
    given(smallWorld.at("proposed"))
      .having(take, replace)
      .when(byAssessor("WithdrawProposal", { reason }))
      .thenRejected("NotTheAssessor", { person: assessor })
    given(smallWorld.at("proposed"))
      .having(take, replace)
      .when(byChampion("AcceptProposal", { level: "silver" }))
      .thenRejected("NoProposal", { school })
  })

  it("is another, appointed, external, and has taken it on", () => {
    const visited = smallWorld.at("visited")
    given(visited)
      .when(byOffice("ReplaceAssessor", { assessor, on, reason }))
      .thenRejected("AlreadyTheAssessor", { assessor, school })
    given(visited)
      .having(take)
      .when(byOffice("ReplaceAssessor", { assessor, on, reason }))
      .thenRejected("AlreadyTheAssessor")
      .remediedBySending(replace)
    given(visited).when(replace).thenRejected("AssessmentNotTaken").remediedBy(take)
    given(visited)
      .when(byOffice("ReplaceAssessor", { assessor: stranger, on, reason }))
      .thenRejected("AssessorNotAppointed", { person: stranger })
    given(visited)
      .having(take, onPerson(otherAssessor, "DeclareInterest", { school, interest: "business" }))
      .when(replace)
      .thenRejected("AssessorNotExternal", { assessor: otherAssessor })
      .remediedBy(onPerson(otherAssessor, "EndInterest", { school, interest: "business" }))
  })

  it("takes over from somebody", () => {
    given(smallWorld.at("declared"))
      .having(take)
      .when(replace)
      .thenRejected("NoVisitArranged", { school })
      .remediedBySending(byOffice("ArrangeVisit", { assessor: otherAssessor, on }))
  })
})

describe("an assessor who has stood down", () => {
  it.each([
    ["holds no visit", "visit arranged", byAssessor("HoldVisit", {})],
    [
      "reviews nothing",
      "visited",
      byAssessor("ReviewEvidence", { evidence: `e-${criterion}`, criterion, verdict: "accepted" })
    ],
    ["judges nothing", "visited", byAssessor("AssessCriterion", { criterion, judgement })],
    ["agrees on nothing", "reviewed", byAssessor("AgreeJudgement", { criterion, judgement })],
    ["proposes nothing", "judgements agreed", byAssessor("ProposeAward", { level: "silver" })],
    [
      "asks for nothing",
      "judgements agreed",
      byAssessor("AskFurtherWork", { criteria: [criterion], by: "2018-02" })
    ],
    ["withholds nothing", "judgements agreed", byAssessor("WithholdAward", { reason })]
  ] as const)("%s", (_, stage, command) => {
    given(smallWorld.at(stage))
      .on("2017-11-20")
      .having(standDown)
      .when(command)
      .thenRejected("AssessorHasStoodDown", { assessor, scheme })
      .remediedBy(onPerson(assessor, "AppointAssessor", { scheme, schools: [] }))
  })

  it("agrees no award either: what they had proposed is not accepted any more", () => {
    given(smallWorld.at("proposed"))
      .having(standDown)
      .when(byChampion("AcceptProposal", { level: "silver" }))
      .thenRejected("AssessorHasStoodDown", { assessor })
      .remediedBy(onPerson(assessor, "AppointAssessor", { scheme, schools: [] }))
    given(smallWorld.at("proposed")).having(standDown, take).when(replace).then([replaced()])
  })

  it("was counted in, or judges nothing: nobody assesses a school whose assessment they have not taken on", () => {
    const uncounted = smallWorld.at("visited").events.filter(({ type }) => type !== "AssessmentTaken.v1")
    givenEvents(uncounted, { today: "2017-11-15" })
      .when(byAssessor("AssessCriterion", { criterion, judgement }))
      .thenRejected("AssessmentNotTaken", { assessor, school, enrolment: 1 })
      .remediedBy(onPerson(assessor, "TakeAssessment", { scheme, school, enrolment: 1 }))
    // Nor is it the same school's in another scheme.
    const elsewhere = smallWorld
      .at("visited")
      .events.map((event) =>
        event.type === "AssessmentTaken.v1" ? { ...event, data: { ...event.data, scheme: "other" } } : event
      )
    givenEvents(elsewhere, { today: "2017-11-15" })
      .when(byAssessor("AssessCriterion", { criterion, judgement }))
      .thenRejected("AssessmentNotTaken", { assessor, school, enrolment: 1 })
  })
})
