// The assessor proposes an award: what the rule indicates, how far the parties may go from it, and what it rests on.
import { describe, it } from "vitest"
import {
  asPerson,
  by,
  byAssessor,
  byOffice,
  given,
  people,
  sampleWorld,
  school,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import type { Level } from "../../src/index.ts"

const judged = smallWorld.at("judgements agreed")
const proposed = smallWorld.at("proposed")
const basis = smallWorld.rulesApplied()
const reason = { about: [], text: "In the school's own setting." }
const propose = (level: Level, why?: typeof reason) =>
  byAssessor("ProposeAward", { level, ...(why === undefined ? {} : { reason: why }) })
const withhold = byAssessor("WithholdAward", { reason })

describe("proposing an award", () => {
  it("names the level, what best fit indicates, and the rules it was computed with", () => {
    given(judged)
      .when(propose("silver"))
      .then([{ type: "AwardProposed.v1", data: { level: "silver", indicated: "silver", advice: [], basis } }])
  })

  it("does the same on the sample criteria set of six themes", () => {
    given(sampleWorld.at("judgements agreed"))
      .when(propose("silver"))
      .then([
        {
          type: "AwardProposed.v1",
          data: { level: "silver", indicated: "silver", advice: [], basis: sampleWorld.rulesApplied() }
        }
      ])
  })

  it("needs every judgement agreed", () => {
    given(smallWorld.at("reviewed"))
      .having(byAssessor("AgreeJudgement", { criterion: "leadership.plan", judgement: { level: "silver" } }))
      .when(propose("silver"))
      .thenRejected("JudgementsNotAgreed", {
        criteria: ["leadership.champion", "families.events", "families.homework"]
      })
      .remediedBy(
        ...["leadership.champion", "families.events", "families.homework"].map((criterion) =>
          byAssessor("AgreeJudgement", { criterion, judgement: { level: "silver" } })
        )
      )
  })

  it("comes after the visit", () => {
    given(smallWorld.at("visit arranged")).when(propose("silver")).thenRejected("VisitNotHeld", { school })
  })

  it("may name a level below with a reason, and one above with a second assessor only", () => {
    given(judged)
      .when(propose("bronze"))
      .thenRejected("ReasonMissing", { why: "bronze is proposed where best fit indicates silver" })
      .remediedBySending(propose("bronze", reason))
    given(judged)
      .when(propose("bronze", { about: [], text: " \n" }))
      .thenRejected("ReasonMissing")
    given(judged)
      .when(propose("bronze", reason))
      .then([
        {
          type: "AwardProposed.v1",
          data: { level: "bronze", indicated: "silver", reason, advice: [], basis }
        }
      ])
    given(judged)
      .when(propose("gold", reason))
      .thenRejected("ShiftNotSupported", { indicated: "silver", level: "gold" })
      .remediedBySending(propose("silver"))
    given(judged)
      .when(propose("gold", reason))
      .thenRejected("ShiftNotSupported")
      .remediedBy(
        byOffice("AskSecondJudgement", { about: "shift", assessor: people.otherAssessor }),
        by(asPerson(people.otherAssessor))("SupportShift", { level: "gold", reason })
      )
  })

  it("goes no further from the indicated level than the rule permits", () => {
    given(worldWith({ level: "gold" }).at("judgements agreed"))
      .when(propose("bronze", reason))
      .thenRejected("ShiftTooLarge", { indicated: "gold", level: "bronze", maxShift: 1 })
      .remediedBySending(propose("silver", reason))
  })

  it.each<[indicated: Level, maxShift: 0 | 1]>([
    ["none", 0],
    ["bronze", 1]
  ])("is of Bronze, Silver or Gold: none is no award, where best fit indicates %s", (indicated, maxShift) => {
    given(worldWith({ level: indicated, ruleSet: { maxShift } }).at("judgements agreed"))
      .when(propose("none", reason))
      .thenRejected("NoAwardAtNone", { school })
      .remediedBySending(withhold)
  })

  it("happens once at a time", () => {
    given(proposed)
      .when(propose("bronze", reason))
      .thenRejected("ProposalStands", { level: "silver" })
      .remediedBy(byAssessor("WithdrawProposal", { reason }))
  })

  it("is on evidence: what was not accepted does not count", () => {
    const insufficient = { verdict: "insufficient", reason } as const
    given(judged)
      .having(
        ...["families.events", "families.homework"].map((criterion) =>
          byAssessor("ReviewEvidence", { evidence: `e-${criterion}`, criterion, ...insufficient })
        )
      )
      .when(propose("silver"))
      .thenRejected("ShiftTooLarge", { indicated: "none", level: "silver" })
  })
})
