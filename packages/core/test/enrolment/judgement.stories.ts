// At the visit the assessor judges each criterion, and Champion and assessor agree on it. Setting aside is a
// judgement too: the school may claim it, the assessor must share it.
import { describe, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  givenEvents,
  onPerson,
  people,
  scheme,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import type { WrittenJudging } from "../../src/index.ts"

const visited = smallWorld.at("visited")
const reviewed = smallWorld.at("reviewed")
const criterion = "families.events"
const reason = { about: [], text: "Seen at the visit." }
const gold = { level: "gold" } as const
const silver = { level: "silver" } as const
const bronze = { level: "bronze" } as const
const aside = { setAside: reason }

// The school claims in its self-assessment that the criterion does not apply to it.
const claimed = given(smallWorld.at("self-assessed"))
  .having(
    byChampion("SelfAssessCriterion", { criterion, judgement: aside }),
    byChampion("DeclareSelfAssessment", { declared: "silver" }),
    onPerson(people.assessor, "TakeAssessment", { scheme, school, enrolment: 1 }),
    byOffice("ArrangeVisit", { assessor: people.assessor, on: "2017-11-15" })
  )
  .on("2017-11-15")
  .having(byAssessor("HoldVisit", {}))

// A history that leaves events out, as an as-at does: no rule may rely on what came before.
const withoutSelfAssessment = givenEvents(
  visited.events.filter(({ type }) => type !== "CriterionSelfAssessed.v1"),
  { today: visited.today }
)

const assess = (judgement: WrittenJudging, of = criterion) =>
  byAssessor("AssessCriterion", { criterion: of, judgement })
const agree = (judgement: WrittenJudging, why?: typeof reason) =>
  byAssessor("AgreeJudgement", { criterion, judgement, ...(why === undefined ? {} : { reason: why }) })

describe("the assessor's judgement of a criterion", () => {
  it("is a level, or that it is set aside; where nothing changes nothing is recorded", () => {
    given(visited)
      .when(assess(bronze))
      .then([{ type: "CriterionAssessed.v1", data: { criterion, judgement: bronze } }])
      .when(assess(bronze))
      .thenNothing()
      .when(assess(aside))
      .then([{ type: "CriterionAssessed.v1", data: { criterion, judgement: aside } }])
  })

  it("is made at the visit", () => {
    given(smallWorld.at("visit arranged"))
      .on("2017-11-15")
      .when(assess(bronze))
      .thenRejected("VisitNotHeld", { school, on: "2017-11-15" })
      .remediedBy(byAssessor("HoldVisit", {}))
  })

  it("is of a criterion of the pinned set, and sets aside no more than the rule permits", () => {
    given(visited)
      .when(assess(bronze, "families.chess"))
      .thenRejected("CriterionUnknown", { criterion: "families.chess" })
      .remediedBySending(assess(bronze))
    given(visited)
      .having(assess(aside, "families.homework"))
      .when(assess(aside))
      .thenRejected("RuleRefuses", { path: "families.homework" })
      .remediedBy(assess(silver, "families.homework"))
  })
})

describe("the judgement both agree on", () => {
  it("needs no reason where school, assessor and agreement are of one mind", () => {
    given(reviewed)
      .when(agree(silver))
      .then([{ type: "JudgementAgreed.v1", data: { criterion, judgement: silver } }])
      .when(agree(silver))
      .thenNothing()
  })

  it("needs a reason where it differs from either", () => {
    given(reviewed).when(agree(gold)).thenRejected("ReasonMissing").remediedBySending(agree(gold, reason))
    given(reviewed)
      .having(assess(bronze))
      .when(agree(bronze))
      .thenRejected("ReasonMissing", {
        why: `the school says silver, the assessor bronze, and another is agreed for ${criterion} than at least one of them`
      })
      .remediedBySending(agree(bronze, reason))
    given(reviewed)
      .having(assess(bronze))
      .when(agree(silver, reason))
      .then([{ type: "JudgementAgreed.v1", data: { criterion, judgement: silver, reason } }])
  })

  it("may be agreed anew", () => {
    given(reviewed)
      .having(agree(silver))
      .when(agree(bronze, reason))
      .then([{ type: "JudgementAgreed.v1", data: { criterion, judgement: bronze, reason } }])
  })

  // Once an agreement stood on a judgement that was no more, and the explanation named the one and not the other.
  it("falls where the assessor judges anew, and is to be agreed again before an award is proposed", () => {
    const agreed = smallWorld.at("judgements agreed")
    given(agreed).when(assess(silver)).thenNothing()
    given(agreed)
      .having(assess(bronze))
      .when(byAssessor("ProposeAward", { level: "silver" }))
      .thenRejected("JudgementsNotAgreed", { criteria: [criterion] })
      .remediedBy(agree(silver, reason))
  })

  it("falls where the school judges anew in its further work", () => {
    given(smallWorld.at("further work submitted"))
      .having(
        assess(silver, "leadership.champion"),
        byAssessor("AgreeJudgement", { criterion: "leadership.champion", judgement: silver }),
        byChampion("SelfAssessCriterion", { criterion: "leadership.champion", judgement: gold })
      )
      .when(byAssessor("ProposeAward", { level: "silver" }))
      .thenRejected("JudgementsNotAgreed", { criteria: ["leadership.champion"] })
  })

  it("comes after both have judged", () => {
    given(visited)
      .when(agree(silver))
      .thenRejected("CriterionNotAssessed", { criterion, by: "the assessor" })
      .remediedBy(assess(silver))
    given(withoutSelfAssessment)
      .when(agree(silver))
      .thenRejected("CriterionNotAssessed", { criterion, by: "the school" })
  })

  it("is of a criterion of the pinned set", () => {
    given(reviewed)
      .when(byAssessor("AgreeJudgement", { criterion: "families.chess", judgement: silver }))
      .thenRejected("CriterionUnknown", { criterion: "families.chess" })
      .remediedBySending(agree(silver))
  })

  it("sets a criterion aside only where both do", () => {
    given(reviewed)
      .having(assess(aside))
      .when(agree(aside, reason))
      .thenRejected("SetAsideNotShared", { criterion })
      .remediedBySending(agree(silver, reason))
    given(claimed)
      .having(assess(silver))
      .when(agree(aside, reason))
      .thenRejected("SetAsideNotShared", { criterion })
      .remediedBy(assess(aside))
    given(claimed)
      .having(assess(aside))
      .when(agree(aside))
      .then([{ type: "JudgementAgreed.v1", data: { criterion, judgement: aside } }])
  })

  it("sets no more of a theme aside than the rule permits, whatever each of the two did", () => {
    const other = "families.homework"
    const both = given(claimed).having(assess(aside), agree(aside))
    const school = both.events.at(-1)?.stream ?? ""
    givenEvents(
      [
        ...both.events,
        { stream: school, type: "CriterionSelfAssessed.v1", data: { criterion: other, judgement: aside } },
        { stream: school, type: "CriterionAssessed.v1", data: { criterion: other, judgement: aside } }
      ],
      { today: both.today }
    )
      .when(byAssessor("AgreeJudgement", { criterion: other, judgement: aside }))
      .thenRejected("RuleRefuses", { path: other })
      .remediedBy(agree(silver, reason))
  })
})
