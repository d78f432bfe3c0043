// One school's journey, a sentence a step: what happened, when, by whom, in which role.
import { describe, expect, it } from "vitest"
import {
  by,
  asPerson,
  byAssessor,
  byChampion,
  byOffice,
  given,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import {
  type EnrolmentEvent,
  enrolmentEvents,
  journeyOf,
  type Recorded,
  schoolStream
} from "../../src/index.ts"

const reason = { about: [people.champion], text: "Nobody shall read this in a journey." }

const eventsOf = (story: ReturnType<typeof given>): ReadonlyArray<Recorded<EnrolmentEvent>> =>
  story
    .eventsOf(schoolStream(scheme, school))
    .filter((event): event is Recorded<EnrolmentEvent> =>
      enrolmentEvents.some(({ type }) => type === event.type)
    )

const told = (story: ReturnType<typeof given>): ReadonlyArray<string> =>
  journeyOf(eventsOf(story)).map(
    ({ by: person, occurredOn, role, says }) => `${occurredOn} ${says} (${role} ${person})`
  )

describe("a school's journey", () => {
  it("tells the main road from enrolment to award", () => {
    const steps = told(given(smallWorld.at("agreed")))
    expect(steps.slice(0, 5)).toEqual([
      "2017-02-01 Enrolled in cohort 1 (SchemeOffice p-office000)",
      "2017-02-06 Champion appointed: p-champion0 (SchemeOffice p-office000)",
      "2017-02-06 Setting described (Champion p-champion0)",
      "2017-09-20 Evidence e-leadership.champion submitted (document) (Champion p-champion0)",
      "2017-09-20 Evidence e-leadership.champion assigned to leadership.champion (Champion p-champion0)"
    ])
    expect(steps.filter((step) => !/Evidence|Self-assess|judged|Agreed/u.test(step)).slice(3)).toEqual([
      "2017-10-25 Visit arranged for 2017-11-15, assessor p-assessor0 (SchemeOffice p-office000)",
      "2017-11-15 Visit held (Assessor p-assessor0)",
      "2017-11-16 Silver proposed (best fit indicates Silver) (Assessor p-assessor0)",
      "2017-11-22 Award agreed: Silver (Champion p-champion0)"
    ])
    expect(steps).toContain(
      "2017-10-12 Self-assessment declared: Silver (best fit indicates Silver) (Champion p-champion0)"
    )
  })

  it("tells everything that can happen on the way", () => {
    const story = given(smallWorld.at("self-assessed")).having(
      byOffice("DeferEnrolment", { until: "2018", reason }),
      byOffice("TransferEnrolment", { cohort: "2" }),
      byOffice("ResumeEnrolment", {}),
      byOffice("ReplaceChampion", { champion: people.nextChampion, reason }),
      by(asPerson(people.nextChampion))("SelfAssessCriterion", {
        criterion: "families.events",
        judgement: { setAside: reason }
      }),
      by(asPerson(people.nextChampion))("UnassignEvidence", {
        evidence: "e-families.events",
        criterion: "families.events"
      }),
      by(asPerson(people.nextChampion))("WithdrawEvidence", { evidence: "e-families.events", reason }),
      byOffice("WithdrawEnrolment", { reason })
    )
    expect(told(story).slice(-8)).toEqual([
      "2017-10-10 Deferred until 2018 (SchemeOffice p-office000)",
      "2017-10-10 Transferred from cohort 1 to 2 (SchemeOffice p-office000)",
      "2017-10-10 Resumed (SchemeOffice p-office000)",
      "2017-10-10 Champion replaced: p-champion1 (SchemeOffice p-office000)",
      "2017-10-10 Self-assessed families.events as not applicable (set aside) (Champion p-champion1)",
      "2017-10-10 Evidence e-families.events taken from families.events (Champion p-champion1)",
      "2017-10-10 Evidence e-families.events withdrawn (Champion p-champion1)",
      "2017-10-10 Withdrawn (SchemeOffice p-office000)"
    ])
  })

  it("tells how a visit and a proposal can go", () => {
    const story = given(smallWorld.at("visit arranged"))
      .having(byAssessor("MoveVisit", { on: "2017-11-20" }), byChampion("ReopenSelfAssessment", { reason }))
      .having(byOffice("CancelVisit", { reason }))
    expect(told(story).slice(-3)).toEqual([
      "2017-10-25 Visit moved from 2017-11-15 to 2017-11-20 (Assessor p-assessor0)",
      "2017-10-25 Self-assessment reopened (Champion p-champion0)",
      "2017-10-25 Visit cancelled (SchemeOffice p-office000)"
    ])
    const proposed = given(smallWorld.at("proposed")).having(
      byChampion("DeclineProposal", { reason }),
      byAssessor("ProposeAward", { level: "bronze", reason }),
      byAssessor("WithdrawProposal", { reason }),
      byAssessor("AskFurtherWork", { criteria: ["families.events", "families.homework"], by: "2018-03" }),
      byChampion("SubmitFurtherWork", {}),
      byAssessor("WithholdAward", { reason })
    )
    expect(
      told(proposed)
        .slice(-6)
        .map((step) => step.slice(11))
    ).toEqual([
      "Proposal declined (Champion p-champion0)",
      "Bronze proposed (best fit indicates Silver) (Assessor p-assessor0)",
      "Proposal withdrawn (Assessor p-assessor0)",
      "Further work asked for by 2018-03: families.events, families.homework (Assessor p-assessor0)",
      "Further work submitted (Champion p-champion0)",
      "Award withheld (Assessor p-assessor0)"
    ])
  })

  it("repeats no free text, and names each event's place, id and both its times", () => {
    const story = given(smallWorld.at("proposed")).having(byChampion("DeclineProposal", { reason }))
    const steps = journeyOf(eventsOf(story))
    expect(JSON.stringify(steps)).not.toContain(reason.text)
    expect(steps.map(({ revision }) => revision)).toEqual(steps.map((_, index) => index))
    expect(steps.at(-1)).toMatchObject({
      event: story.events.at(-1)?.id,
      type: "ProposalDeclined.v1",
      occurredOn: "2017-11-16",
      recordedAt: "2017-11-16T12:00:00.000Z"
    })
  })
})
