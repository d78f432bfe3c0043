// An award is renewed, not enrolled for again. Evidence may be carried forward, and says how old it is; whether it counts
// is a matter of the window.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { awardRegister, enrolmentFold, registeredAwards, schoolStream } from "../../../src/index.ts"
import { reason } from "./other-assessor.ts"

const agreed = smallWorld.at("agreed")
const award = agreed.events.at(-1)?.id ?? ""
const evidence = "e-families.events"
const begin = byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" })
const renewing = given(agreed).on("2020-09-01").having(begin)
const carry = byChampion("CarryEvidenceForward", { evidence })
const stateOf = (story: ReturnType<typeof given>) =>
  enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, school)))
const registered = (story: ReturnType<typeof given>) =>
  story.projecting(awardRegister).as(registeredAwards).answer

describe("the renewal of an award", () => {
  it("is another enrolment, which names the award and pins its rules", () => {
    const { criteriaSetHash, ruleSetHash } = smallWorld.rulesApplied()
    given(agreed)
      .when(begin)
      .then([
        {
          type: "RenewalBegun.v1",
          data: {
            renews: award,
            enrolment: 2,
            cohort: "2",
            criteriaSet: { version: "small.1", hash: criteriaSetHash },
            ruleSet: { version: "1", hash: ruleSetHash }
          }
        }
      ])
  })

  it("goes on with the school's Champion, and the award stands meanwhile", () => {
    const { awards, ...state } = stateOf(renewing)
    expect(state).toMatchObject({
      stage: "preparing",
      enrolment: 2,
      cohort: "2",
      phase: "primary",
      champion: people.champion,
      coach: people.coach,
      visit: undefined,
      declaration: undefined
    })
    expect([state.evidence.size, state.self.size, state.agreed.size]).toEqual([0, 0, 0])
    expect(awards).toEqual(stateOf(given(agreed)).awards)
    expect(registered(renewing)).toEqual(registered(given(agreed)))
    given(renewing)
      .when(byChampion("DescribeSetting", { setting: reason }))
      .thenAccepted()
    given(renewing)
      .when({ ...byChampion("DescribeSetting", { setting: reason }), occurredOn: "2020-08" })
      .thenRejected("DatesOutOfOrder", { follows: "the enrolment" })
  })

  it("is no review of the award: what it withdraws of its own opens none", () => {
    const shown = byChampion("SubmitEvidence", {
      evidence: "e-new",
      kind: "document",
      reference: "https://evidence.example/new",
      producedOn: "2020-07"
    })
    given(renewing)
      .having(shown)
      .when(byChampion("WithdrawEvidence", { evidence: "e-new", reason }))
      .then([{ type: "EvidenceWithdrawn.v1", data: { evidence: "e-new", reason } }])
  })

  it("has a date that can be corrected, though its Champion was appointed long before; that opens no review either", () => {
    const corrects = renewing.events.at(-1)?.id ?? ""
    given(renewing)
      .when(byOffice("CorrectDate", { corrects, on: "2020-08-31", reason }))
      .then([{ type: "DateCorrected.v1", data: { corrects, from: "2020-09-01", to: "2020-08-31", reason } }])
  })

  it("is not corrected to a date before the award it renews, as once it was", () => {
    const corrects = renewing.events.at(-1)?.id ?? ""
    const correct = (on: string) => byOffice("CorrectDate", { corrects, on, reason })
    given(renewing)
      .when(correct("2017-11-01"))
      .thenRejected("CorrectionOutOfOrder", {
        what: "the enrolment",
        to: "2017-11-01",
        other: "the end of the enrolment before",
        on: agreed.today
      })
      .remediedBySending(correct(agreed.today))
    // The award's own date is no matter of the renewal.
    given(renewing)
      .when(byOffice("CorrectDate", { corrects: award, on: "2017-12", reason }))
      .thenRejected("DateNotCorrectable", { corrects: award })
  })

  it("comes to an award of its own, in place of the former", () => {
    const criteria = ["leadership.champion", "leadership.plan", "families.events", "families.homework"]
    const judgement = { level: "gold" } as const
    const renewed = given(renewing)
      .having(
        ...criteria.flatMap((criterion) => [
          byChampion("SubmitEvidence", {
            evidence: `new-${criterion}`,
            kind: "document",
            reference: "file:new",
            producedOn: "2020-06"
          }),
          byChampion("AssignEvidence", { evidence: `new-${criterion}`, criterion }),
          byChampion("SelfAssessCriterion", { criterion, judgement })
        ]),
        byChampion("DeclareSelfAssessment", { declared: "gold" }),
        onPerson(people.assessor, "TakeAssessment", { scheme, school, enrolment: 2 }),
        byOffice("ArrangeVisit", { assessor: people.assessor, on: "2020-09-01" }),
        byAssessor("HoldVisit", {}),
        ...criteria.flatMap((criterion) => [
          byAssessor("ReviewEvidence", { evidence: `new-${criterion}`, criterion, verdict: "accepted" }),
          byAssessor("AssessCriterion", { criterion, judgement }),
          byAssessor("AgreeJudgement", { criterion, judgement })
        ]),
        byAssessor("ProposeAward", { level: "gold" })
      )
      .having(byChampion("AcceptProposal", { level: "gold" }))
    expect(stateOf(renewed).awards.map(({ enrolment, level }) => [enrolment, level])).toEqual([
      [1, "silver"],
      [2, "gold"]
    ])
    expect(registered(renewed)).toMatchObject([
      { level: "gold", cohort: "2", agreedOn: "2020-09-01", toBeModerated: [] }
    ])
  })

  it("is of an award that stands, once at a time, and not while an appeal is open", () => {
    given(smallWorld.at("withheld")).when(begin).thenRejected("NoAwardStands", { school })
    given(renewing)
      .when(begin)
      .thenRejected("AlreadyEnrolled", { cohort: "2", stage: "preparing" })
      .remediedBy(byOffice("WithdrawEnrolment", { reason }))
    given(agreed)
      .having(byChampion("LodgeAppeal", { grounds: reason }))
      .when(begin)
      .thenRejected("AppealIsOpen")
    given(agreed).having(byOffice("CloseSchool", { reason })).when(begin).thenRejected("SchoolIsClosed")
    given(agreed)
      .when({ ...begin, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the end of the enrolment" })
      .remediedBySending(begin)
  })

  it("is into an open cohort, on rules that are published", () => {
    given(agreed)
      .when(byOffice("BeginRenewal", { cohort: "9", criteriaSet: "small.1", ruleSet: "1" }))
      .thenRejected("CohortUnknown", { cohort: "9" })
      .remediedBySending(begin)
    given(agreed)
      .when(byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "9" }))
      .thenRejected("RuleSetUnknown", { version: "9" })
      .remediedBySending(begin)
  })
})

describe("evidence that is carried forward", () => {
  it("says how old it is, and is assigned and reviewed anew", () => {
    const carried = given(renewing)
      .when(carry)
      .then([
        {
          type: "EvidenceCarriedForward.v1",
          data: { evidence, kind: "document", producedOn: "2017-05", ageMonths: 39 }
        }
      ])
    expect(stateOf(carried).evidence.get(evidence)).toMatchObject({
      producedOn: "2017-05",
      submittedOn: "2020-09-01",
      assignments: []
    })
    given(renewing)
      .when({ ...carry, occurredOn: "--09" })
      .then([
        { type: "EvidenceCarriedForward.v1", data: { evidence, kind: "document", producedOn: "2017-05" } }
      ])
  })

  it("is of the award that is renewed, not withdrawn, and carried once", () => {
    given(renewing)
      .when(byChampion("CarryEvidenceForward", { evidence: "e-none" }))
      .thenRejected("NothingToCarryForward", { evidence: "e-none" })
      .remediedBySending(carry)
    given(smallWorld.at("with champion")).when(carry).thenRejected("NothingToCarryForward")
    given(renewing).having(carry).when(carry).thenRejected("EvidenceAlreadySubmitted", { evidence })
    given(agreed)
      .having(byChampion("WithdrawEvidence", { evidence, reason }), begin)
      .when(carry)
      .thenRejected("EvidenceIsWithdrawn", { evidence })
  })

  it("is withdrawn during the renewal too, carried forward or not, which opens a review of the award", () => {
    const withdraw = byChampion("WithdrawEvidence", { evidence, reason })
    const events = [
      { type: "EvidenceWithdrawn.v1", data: { evidence, reason } },
      { type: "ReviewOpened.v1", data: { award, cause: "evidence withdrawn", reason } }
    ] as const
    for (const story of [renewing, renewing.having(carry)]) {
      given(story).when(withdraw).then(events).when(withdraw).thenRejected("EvidenceIsWithdrawn")
    }
    given(renewing).having(withdraw).when(carry).thenRejected("EvidenceIsWithdrawn", { evidence })
  })

  it("keeps its id: nothing else is submitted under it", () => {
    const submit = (id: string) =>
      byChampion("SubmitEvidence", { evidence: id, kind: "survey", reference: "s/1", producedOn: "2020" })
    given(renewing)
      .when(submit(evidence))
      .thenRejected("EvidenceAlreadySubmitted", { evidence })
      .remediedBySending(submit("e-new"))
  })
})
