// Further work: on named criteria, by a date. It re-opens those only; the rest of the assessment stands.
import { describe, it } from "vitest"
import { byAssessor, byChampion, given, school, smallWorld } from "@lcqm/testing/given-when-then"

const judged = smallWorld.at("judgements agreed")
const asked = smallWorld.at("further work asked")
const submitted = smallWorld.at("further work submitted")
const basis = smallWorld.rulesApplied()
const reason = { about: [], text: "One more term will show it." }
const [reopened, closed] = ["leadership.champion", "families.events"]
const by = "2018-02-28"
const ask = (...criteria: readonly [string, ...Array<string>]) =>
  byAssessor("AskFurtherWork", { criteria, by, reason })
const gold = { level: "gold" } as const
const silver = { level: "silver" } as const
const assess = (criterion: string) => byAssessor("AssessCriterion", { criterion, judgement: gold })
const agree = (criterion: string) => byAssessor("AgreeJudgement", { criterion, judgement: gold, reason })

describe("asking for further work", () => {
  it("names criteria, a date and the rules, and why where that is said", () => {
    given(judged)
      .when(ask(reopened, closed))
      .then([{ type: "FurtherWorkAsked.v1", data: { criteria: [reopened, closed], by, reason, basis } }])
  })

  it("is on criteria of the pinned set, each named once", () => {
    given(judged)
      .when(ask("families.chess"))
      .thenRejected("CriterionUnknown", { criterion: "families.chess" })
      .remediedBySending(ask("families.homework"))
  })

  it("comes after the visit", () => {
    given(smallWorld.at("visit arranged"))
      .on("2017-11-15")
      .when(ask(reopened))
      .thenRejected("VisitNotHeld")
      .remediedBy(byAssessor("HoldVisit", {}))
  })

  it("waits while a proposal does", () => {
    given(smallWorld.at("proposed"))
      .when(ask(reopened))
      .thenRejected("ProposalStands")
      .remediedBy(byAssessor("WithdrawProposal", { reason }))
  })
})

describe("while further work is outstanding", () => {
  it("nothing is judged, proposed or asked for", () => {
    for (const command of [
      assess(reopened),
      byAssessor("ProposeAward", { level: "silver" }),
      ask(closed),
      byAssessor("ReviewEvidence", { evidence: `e-${reopened}`, criterion: reopened, verdict: "accepted" })
    ]) {
      given(asked).when(command).thenRejected("FurtherWorkOutstanding", { by })
    }
    given(asked)
      .when(assess(reopened))
      .thenRejected("FurtherWorkOutstanding")
      .remediedBy(byChampion("SubmitFurtherWork", {}))
  })

  it("the award may still be withheld", () => {
    given(asked).when(byAssessor("WithholdAward", { reason })).thenAccepted()
  })

  it("the school works on what was named, and on nothing else", () => {
    given(asked)
      .when(byChampion("SelfAssessCriterion", { criterion: reopened, judgement: gold }))
      .then([{ type: "CriterionSelfAssessed.v1", data: { criterion: reopened, judgement: gold } }])
      .when(byChampion("SelfAssessCriterion", { criterion: closed, judgement: gold }))
      .thenRejected("CriterionNotReopened", { criterion: closed, criteria: [reopened] })
    given(asked)
      .when(byChampion("AssignEvidence", { evidence: `e-${reopened}`, criterion: closed }))
      .thenRejected("CriterionNotReopened", { criterion: closed })
    given(asked)
      .when(byChampion("UnassignEvidence", { evidence: `e-${closed}`, criterion: closed }))
      .thenRejected("CriterionNotReopened", { criterion: closed })
    given(asked)
      .when(byChampion("AssignEvidence", { evidence: `e-${closed}`, criterion: reopened }))
      .thenAccepted()
  })
})

describe("submitting further work", () => {
  it("hands the enrolment back to the assessor, with a note where there is one", () => {
    given(asked)
      .on("2018-02-20")
      .when(byChampion("SubmitFurtherWork", { note: reason }))
      .then([{ type: "FurtherWorkSubmitted.v1", data: { note: reason } }])
      .when(assess(reopened))
      .then([{ type: "CriterionAssessed.v1", data: { criterion: reopened, judgement: gold } }])
  })

  it("happens once, and where it was asked for", () => {
    given(judged)
      .when(byChampion("SubmitFurtherWork", {}))
      .thenRejected("FurtherWorkNotAsked", { school })
      .remediedBy(ask(reopened))
    given(submitted)
      .when(byChampion("SubmitFurtherWork", {}))
      .thenRejected("FurtherWorkNotAsked")
      .remediedBy(ask(reopened))
  })
})

describe("after further work", () => {
  it("only what was re-opened is judged and agreed anew, and the award is proposed", () => {
    given(submitted)
      .when(byAssessor("ProposeAward", { level: "silver" }))
      .thenRejected("JudgementsNotAgreed", { criteria: [reopened] })
      .remediedBy(assess(reopened), agree(reopened))
  })

  it("the rest stands: neither its evidence nor its judgements change", () => {
    for (const command of [
      assess(closed),
      agree(closed),
      byAssessor("ReviewEvidence", { evidence: `e-${closed}`, criterion: closed, verdict: "accepted" })
    ]) {
      given(submitted)
        .when(command)
        .thenRejected("CriterionNotReopened", { criteria: [reopened] })
    }
    given(submitted)
      .when(assess(closed))
      .thenRejected("CriterionNotReopened")
      .remediedBy(ask(closed), byChampion("SubmitFurtherWork", {}))
  })

  it("asked for before everything was agreed, what was not agreed can still be", () => {
    given(smallWorld.at("reviewed"))
      .having(ask(reopened), byChampion("SubmitFurtherWork", {}))
      .when(byAssessor("AgreeJudgement", { criterion: closed, judgement: silver }))
      .then([{ type: "JudgementAgreed.v1", data: { criterion: closed, judgement: silver } }])
  })

  it("asked for a second time on others, what was re-opened first can still be agreed", () => {
    given(submitted)
      .having(ask(closed), byChampion("SubmitFurtherWork", {}))
      .when(assess(reopened))
      .thenAccepted()
      .when(agree(reopened))
      .thenAccepted()
  })
})
