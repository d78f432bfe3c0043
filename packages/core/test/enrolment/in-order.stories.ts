// More of what comes in order: what several dates bind, each of which counts where the others say nothing.
import { describe, it } from "vitest"
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
import { ask, byOther, reason } from "./afterwards/other-assessor.ts"

const { nextChampion, otherAssessor } = people
const enrol = byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" })
const lodge = byChampion("LodgeAppeal", { grounds: reason })
const revoke = byOffice("RevokeAward", { reason })
const agreed = smallWorld.at("agreed")

describe("another assessor", () => {
  const take = onPerson(otherAssessor, "TakeAssessment", { scheme, school, enrolment: 1 })
  const replace = byOffice("ReplaceAssessor", { assessor: otherAssessor, on: "2018-06", reason })

  it.each([
    ["visit arranged", "2017-10-24", "the arrangement of the visit"],
    ["visited", "2017-11-14", "the visit"],
    ["proposed", "2017-11-15", "the proposal"],
    ["further work asked", "2017-11-15", "the request for further work"],
    ["further work submitted", "2018-02-19", "the further work"]
  ] as const)("takes over after what was done by then: %s, not on %s", (stage, early, follows) => {
    given(smallWorld.at(stage))
      .on("2018-03-01")
      .having(take)
      .when({ ...replace, occurredOn: early })
      .thenRejected("DatesOutOfOrder", { follows })
      .remediedBySending(replace)
  })
})

describe("what follows several dates", () => {
  it("is a judgement on what further work re-opened: it follows the request", () => {
    const again = byChampion("SelfAssessCriterion", {
      criterion: "leadership.champion",
      judgement: { level: "gold" }
    })
    given(smallWorld.at("further work asked"))
      .on("2018-02-01")
      .when({ ...again, occurredOn: "2017-11-15" })
      .thenRejected("DatesOutOfOrder", { follows: "the request for further work" })
      .remediedBySending(again)
  })

  it("is an agreed judgement: it follows the school's, also where the further work has no date", () => {
    const criterion = "leadership.champion"
    const agree = byAssessor("AgreeJudgement", { criterion, judgement: { level: "gold" }, reason })
    given(smallWorld.at("further work asked"))
      .on("2018-02-19")
      .having(byChampion("SelfAssessCriterion", { criterion, judgement: { level: "gold" } }))
      .on("2018-03-01")
      .having(
        { ...byChampion("SubmitFurtherWork", {}), occurredOn: "--02" },
        { ...byAssessor("AssessCriterion", { criterion, judgement: { level: "gold" } }), occurredOn: "--02" }
      )
      .when({ ...agree, occurredOn: "2018-02-18" })
      .thenRejected("DatesOutOfOrder", {
        follows: `the school's judgement of ${criterion}`,
        on: "2018-02-19"
      })
      .remediedBySending(agree)
  })

  it("is a review of evidence: it follows the submission", () => {
    const [evidence, criterion] = ["e-late", "families.events"]
    const review = byAssessor("ReviewEvidence", { evidence, criterion, verdict: "accepted" })
    given(smallWorld.at("visited"))
      .on("2017-11-18")
      .having(
        byChampion("SubmitEvidence", { evidence, kind: "survey", reference: "s/1", producedOn: "2017-10" }),
        byChampion("AssignEvidence", { evidence, criterion })
      )
      .when({ ...review, occurredOn: "2017-11-17" })
      .thenRejected("DatesOutOfOrder", { follows: `the submission of ${evidence}`, on: "2017-11-18" })
      .remediedBySending(review)
  })

  it("is the end of a deferral: it follows the enrolment, also where the deferral has no date", () => {
    const resume = byOffice("ResumeEnrolment", {})
    given(smallWorld.at("enrolled"))
      .having({ ...byOffice("DeferEnrolment", { reason }), occurredOn: "--02" })
      .when({ ...resume, occurredOn: "2017-01-31" })
      .thenRejected("DatesOutOfOrder", { follows: "the enrolment" })
      .remediedBySending(resume)
  })

  it("is another Champion: the enrolment is not corrected to a day after they were appointed", () => {
    const enrolled = smallWorld.at("enrolled").events.at(-1)?.id ?? ""
    const correct = (on: string) => byOffice("CorrectDate", { corrects: enrolled, on, reason })
    given(smallWorld.at("with champion"))
      .on("2017-03-01")
      .having(byOffice("ReplaceChampion", { champion: nextChampion }))
      .on("2017-04-01")
      .when(correct("2017-03-02"))
      .thenRejected("CorrectionOutOfOrder", { other: "the Champion's appointment", on: "2017-03-01" })
      .remediedBySending(correct("2017-03-01"))
  })
})

describe("after a decision", () => {
  it.each([
    ["an appeal", lodge],
    ["another enrolment", enrol]
  ])("%s follows the revocation", (_, command) => {
    given(agreed)
      .on("2017-12-01")
      .having(revoke)
      .when({ ...command, occurredOn: "2017-11-30" })
      .thenRejected("DatesOutOfOrder", { follows: "the revocation", on: "2017-12-01" })
      .remediedBySending(command)
  })

  it("a second assessor is asked after the award, and after the appeal that they are to hear", () => {
    given(agreed)
      .when({ ...ask("moderation"), occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the end of the enrolment" })
      .remediedBySending(ask("moderation"))
    given(agreed)
      .on("2017-12-01")
      .having(lodge)
      .when({ ...ask("appeal"), occurredOn: "2017-11-30" })
      .thenRejected("DatesOutOfOrder", { follows: "the appeal", on: "2017-12-01" })
      .remediedBySending(ask("appeal"))
  })

  it("a second assessor supports a level after they were asked", () => {
    const support = byOther("SupportShift", { level: "gold", reason })
    given(smallWorld.at("judgements agreed"))
      .on("2017-11-20")
      .having(ask("shift"))
      .when({ ...support, occurredOn: "2017-11-19" })
      .thenRejected("DatesOutOfOrder", { follows: "the request for a second judgement", on: "2017-11-20" })
      .remediedBySending(support)
  })
})

describe("an enrolment that comes after another on the same day", () => {
  const first = smallWorld
    .at("with champion")
    .on("2017-03-01")
    .having(byOffice("WithdrawEnrolment", { reason }))
  const again = given(first).having(enrol).on("2017-03-10")
  const idOf = (type: string) => again.events.findLast((event) => event.type === type)?.id ?? ""
  const correct = (type: string, on: string) => byOffice("CorrectDate", { corrects: idOf(type), on, reason })

  it("may have begun later: what ended before follows nothing of it", () => {
    given(again).when(correct("SchoolEnrolled.v1", "2017-03-02")).thenAccepted()
    given(again)
      .when(correct("SchoolEnrolled.v1", "2017-02-28"))
      .thenRejected("CorrectionOutOfOrder", {
        other: "the end of the enrolment before",
        on: "2017-03-01"
      })
      .remediedBySending(correct("SchoolEnrolled.v1", "2017-03-01"))
  })

  it("corrects no date of the one before", () => {
    given(again)
      .when(correct("EnrolmentWithdrawn.v1", "2017-03-01"))
      .thenRejected("DateNotCorrectable", {
        corrects: idOf("EnrolmentWithdrawn.v1")
      })
  })
})
