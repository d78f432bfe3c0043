// What happens in an enrolment comes in order. A date is a span of days: what is refused is only what no day of it
// could put in order. A wrong date is corrected, as long as the rest is in order with the new one.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  school,
  scheme,
  smallWorld,
  type StageName
} from "@lcqm/testing/given-when-then"
import {
  awardRegister,
  enrolmentFold,
  follows,
  type LcqmCommand,
  milestoneOf,
  registeredAwards,
  schoolStream
} from "../../src/index.ts"

const reason = { about: [], text: "The diary says otherwise." }
const criterion = "families.events"
const evidence = "e-families.events"
const judgement = { level: "silver" } as const
const on = "2017-12-06"
const later = "2018-03-01"

type Row = readonly [StageName, Asked<LcqmCommand>, string, string]

const rows: ReadonlyArray<Row> = [
  ["enrolled", byOffice("DeferEnrolment", { reason }), "the enrolment", "2017-01-31"],
  ["enrolled", byOffice("TransferEnrolment", { cohort: "2" }), "the enrolment", "2017-01-31"],
  ["enrolled", byOffice("WithdrawEnrolment", { reason }), "the enrolment", "2017-01-31"],
  ["visited", byOffice("WithdrawEnrolment", { reason }), "the declaration", "2017-10-11"],
  ["deferred", byOffice("ResumeEnrolment", {}), "the deferral", "2017-02-28"],
  [
    "withheld",
    byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }),
    "the end of the enrolment",
    "2017-11-19"
  ],
  ["enrolled", byOffice("AppointChampion", { champion: people.nextChampion }), "the enrolment", "2017-01-31"],
  [
    "with champion",
    byOffice("ReplaceChampion", { champion: people.nextChampion }),
    "the Champion's appointment",
    "2017-02-05"
  ],
  [
    "with champion",
    byChampion("DescribeSetting", { setting: reason }),
    "the Champion's appointment",
    "2017-02-05"
  ],
  [
    "with champion",
    byChampion("SubmitEvidence", {
      evidence: "e-1",
      kind: "survey",
      reference: "s/1",
      producedOn: "2017-01"
    }),
    "the Champion's appointment",
    "2017-02-05"
  ],
  [
    "with evidence",
    byChampion("AssignEvidence", { evidence, criterion: "families.homework" }),
    `the submission of ${evidence}`,
    "2017-09-19"
  ],
  [
    "with evidence",
    byChampion("UnassignEvidence", { evidence, criterion }),
    `the submission of ${evidence}`,
    "2017-09-19"
  ],
  [
    "with evidence",
    byChampion("WithdrawEvidence", { evidence, reason }),
    `the submission of ${evidence}`,
    "2017-09-19"
  ],
  [
    "with champion",
    byChampion("SelfAssessCriterion", { criterion, judgement }),
    "the Champion's appointment",
    "2017-02-05"
  ],
  [
    "self-assessed",
    byChampion("DeclareSelfAssessment", { declared: "silver" }),
    "the school's judgement of leadership.champion",
    "2017-10-09"
  ],
  ["declared", byChampion("ReopenSelfAssessment", { reason }), "the declaration", "2017-10-11"],
  ["visit arranged", byOffice("MoveVisit", { on }), "the arrangement of the visit", "2017-10-24"],
  ["visit arranged", byOffice("CancelVisit", { reason }), "the arrangement of the visit", "2017-10-24"],
  ["visit arranged", byAssessor("HoldVisit", {}), "the arrangement of the visit", "2017-10-24"],
  [
    "visited",
    byAssessor("ReviewEvidence", { evidence, criterion, verdict: "accepted" }),
    "the visit",
    "2017-11-14"
  ],
  ["visited", byAssessor("AssessCriterion", { criterion, judgement }), "the visit", "2017-11-14"],
  ["reviewed", byAssessor("AgreeJudgement", { criterion, judgement }), "the visit", "2017-11-14"],
  ["judgements agreed", byAssessor("ProposeAward", { level: "silver" }), "the visit", "2017-11-14"],
  [
    "judgements agreed",
    byAssessor("AskFurtherWork", { criteria: [criterion], by: on }),
    "the visit",
    "2017-11-14"
  ],
  ["judgements agreed", byAssessor("WithholdAward", { reason }), "the visit", "2017-11-14"],
  ["proposed", byChampion("DeclineProposal", { reason }), "the proposal", "2017-11-15"],
  ["proposed", byAssessor("WithdrawProposal", { reason }), "the proposal", "2017-11-15"],
  ["proposed", byChampion("AcceptProposal", { level: "silver" }), "the proposal", "2017-11-15"],
  ["further work asked", byChampion("SubmitFurtherWork", {}), "the request for further work", "2017-11-15"],
  [
    "further work submitted",
    byAssessor("AssessCriterion", { criterion: "leadership.champion", judgement }),
    "the further work",
    "2018-02-19"
  ]
]

describe("what happens in an enrolment", () => {
  it.each(rows.map(([stage, command, what, early]) => [command.type, what, stage, early, command] as const))(
    "comes in order: %s follows %s",
    (_, what, stage, early, command) => {
      given(smallWorld.at(stage))
        .on(later)
        .when({ ...command, occurredOn: early })
        .thenRejected("DatesOutOfOrder", { occurredOn: early, follows: what })
        // Any day of the same month or year might be in order; and what is undated always is.
        .remediedBySending({ ...command, occurredOn: "--02" })
    }
  )

  it("has its order for every type of event, and every milestone is followed by something", () => {
    const followed = new Set(Object.values(follows).flat())
    expect(Object.values(milestoneOf).filter((milestone) => !followed.has(milestone))).toEqual([])
  })

  it("agrees on what both had judged by then", () => {
    const assess = byAssessor("AssessCriterion", { criterion, judgement })
    const agree = byAssessor("AgreeJudgement", { criterion, judgement })
    given(smallWorld.at("visited"))
      .on("2017-11-17")
      .having(assess)
      .when({ ...agree, occurredOn: "2017-11-16" })
      .thenRejected("DatesOutOfOrder", {
        follows: `the assessor's judgement of ${criterion}`,
        on: "2017-11-17"
      })
      .remediedBySending(agree)
    given(smallWorld.at("judgements agreed"))
      .on("2017-11-17")
      .having(byAssessor("AgreeJudgement", { criterion, judgement: { level: "gold" }, reason }))
      .when({ ...byAssessor("ProposeAward", { level: "silver" }), occurredOn: "2017-11-16" })
      .thenRejected("DatesOutOfOrder", { follows: `the agreed judgement of ${criterion}` })
  })

  it("may have happened long before it is recorded", () => {
    given(smallWorld.at("visit arranged"))
      .on(later)
      .having({ ...byAssessor("HoldVisit", {}), occurredOn: "2017-11" })
      .when({ ...byAssessor("AssessCriterion", { criterion, judgement }), occurredOn: "2017-11-15" })
      .thenAccepted()
  })

  it("is not planned for a day that had gone by", () => {
    const past = "2017-09"
    given(smallWorld.at("declared"))
      .having(onPerson(people.assessor, "TakeAssessment", { scheme, school, enrolment: 1 }))
      .when(byOffice("ArrangeVisit", { assessor: people.assessor, on: past }))
      .thenRejected("PlannedForThePast", { what: "The visit", on: past, occurredOn: "2017-10-12" })
      .remediedBySending(byOffice("ArrangeVisit", { assessor: people.assessor, on: "2017-10" }))
    given(smallWorld.at("visit arranged"))
      .when(byOffice("MoveVisit", { on: past }))
      .thenRejected("PlannedForThePast", { on: past })
      .remediedBySending(byOffice("MoveVisit", { on }))
    given(smallWorld.at("visited"))
      .having(onPerson(people.otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 }))
      .when(byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on: past, reason }))
      .thenRejected("PlannedForThePast", { on: past })
      .remediedBySending(byOffice("ReplaceAssessor", { assessor: people.otherAssessor, on, reason }))
    given(smallWorld.at("with champion"))
      .when(byOffice("DeferEnrolment", { until: "2016", reason }))
      .thenRejected("PlannedForThePast", { what: "The end of the deferral", on: "2016" })
      .remediedBySending(byOffice("DeferEnrolment", { until: "2017", reason }))
    given(smallWorld.at("judgements agreed"))
      .when(byAssessor("AskFurtherWork", { criteria: [criterion], by: past }))
      .thenRejected("PlannedForThePast", { what: "The further work", on: past })
      .remediedBySending(byAssessor("AskFurtherWork", { criteria: [criterion], by: on }))
  })
})

describe("a date that was recorded wrongly", () => {
  const idOf = (stage: StageName, type: string): string =>
    smallWorld.at(stage).events.find((event) => event.type === type)?.id ?? ""
  const visit = idOf("visited", "VisitHeld.v1")
  const correct = (corrects: string, to: string) => byOffice("CorrectDate", { corrects, on: to, reason })
  const stateOf = (story: ReturnType<typeof given>) =>
    enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, school)))

  it("is corrected, with a reason, and counts from then on", () => {
    const corrected = given(smallWorld.at("visited"))
      .when(correct(visit, "2017-11-13"))
      .then([
        { type: "DateCorrected.v1", data: { corrects: visit, from: "2017-11-15", to: "2017-11-13", reason } }
      ])
    expect(stateOf(corrected).visit).toMatchObject({ on: "2017-11-15", held: "2017-11-13" })
    given(corrected)
      .when({ ...byAssessor("AssessCriterion", { criterion, judgement }), occurredOn: "2017-11-14" })
      .thenAccepted()
    given(corrected).when(correct(visit, "2017-11-13")).thenNothing()
  })

  it("is corrected alone: what else has happened keeps its date, and the visit its day", () => {
    const before = stateOf(given(smallWorld.at("visited")))
    const enrolled = idOf("visited", "SchoolEnrolled.v1")
    const { dates, visit: held } = stateOf(
      given(smallWorld.at("visited")).having(correct(enrolled, "2017-02-02"))
    )
    const [first, ...others] = before.dates
    expect([...dates]).toEqual([[first?.[0], { ...first?.[1], on: "2017-02-02" }], ...others])
    expect(held).toEqual(before.visit)
  })

  it("is one that something has: what only undoes another dates nothing", () => {
    const reopened = stateOf(
      given(smallWorld.at("declared")).having(byChampion("ReopenSelfAssessment", { reason }))
    )
    expect([...reopened.dates.keys()]).toEqual(["the enrolment", "the Champion's appointment"])
  })

  it("is in order, once corrected, with what it follows and with what follows it", () => {
    given(smallWorld.at("proposed"))
      .when(correct(visit, "2017-10-01"))
      .thenRejected("CorrectionOutOfOrder", { what: "the visit", to: "2017-10-01", other: "the declaration" })
      .remediedBySending(correct(visit, "2017-11-01"))
    given(smallWorld.at("proposed"))
      .on(later)
      .when(correct(idOf("proposed", "SelfAssessmentDeclared.v1"), "2017-11-20"))
      .thenRejected("CorrectionOutOfOrder", { other: "the arrangement of the visit", on: "2017-10-25" })
      .remediedBySending(correct(idOf("proposed", "SelfAssessmentDeclared.v1"), "2017-10-20"))
    given(smallWorld.at("reviewed"))
      .on(later)
      .when(correct(visit, "2017-11-16"))
      .thenRejected("CorrectionOutOfOrder", { other: "the judgement of leadership.champion" })
    // What follows the judgements need not come before them.
    given(smallWorld.at("proposed"))
      .on(later)
      .when(correct(idOf("proposed", "AwardProposed.v1"), "2017-12-01"))
      .thenAccepted()
  })

  it("is not corrected to a day that has not come", () => {
    given(smallWorld.at("visited"))
      .when(correct(visit, "2017-12"))
      .thenRejected("NotYetHappened", { occurredOn: "2017-12", today: "2017-11-15" })
      .remediedBySending(correct(visit, "2017-11"))
  })

  it("is one by which others are measured, and of this enrolment", () => {
    const elsewhere = idOf("self-assessed", "CriterionSelfAssessed.v1")
    given(smallWorld.at("visited"))
      .when(correct(elsewhere, "2017-10"))
      .thenRejected("DateNotCorrectable", { corrects: elsewhere })
      .remediedBySending(correct(visit, "2017-11"))
    given(smallWorld.at("ready")).when(correct(visit, "2017-11")).thenRejected("NotEnrolled", { school })
  })

  it("changes no award: neither the award's own date is corrected, nor does another correction touch it", () => {
    const agreed = smallWorld.at("agreed")
    given(agreed)
      .when(correct(idOf("agreed", "AwardAgreed.v1"), "2017-11-20"))
      .thenRejected("DateNotCorrectable")
    const register = (story: ReturnType<typeof given>) =>
      story.projecting(awardRegister).as(registeredAwards).answer
    const corrected = given(agreed).having(correct(visit, "2017-11-13"))
    expect(register(corrected)).toEqual(
      register(given(agreed)).map((award) => ({ ...award, underReview: true }))
    )
    expect(stateOf(corrected).awards).toEqual(stateOf(given(agreed)).awards)
  })
})
