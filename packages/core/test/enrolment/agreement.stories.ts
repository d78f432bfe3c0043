// An award needs both parties: the assessor proposes, the Champion accepts. What the rule indicates, how far the
// parties may go from it, and what stops an award.
import { describe, it } from "vitest"
import {
  asPerson,
  attended,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  sampleWorld,
  school,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import type { Level, RuleSet } from "../../src/index.ts"

const judged = smallWorld.at("judgements agreed")
const proposed = smallWorld.at("proposed")
const basis = smallWorld.rulesApplied()
const reason = { about: [], text: "In the school's own setting." }
const propose = (level: Level, why?: typeof reason) =>
  byAssessor("ProposeAward", { level, ...(why === undefined ? {} : { reason: why }) })
const accept = (level: Level) => byChampion("AcceptProposal", { level })
const limited = (cpdShortfall: RuleSet["limiters"]["cpdShortfall"]) =>
  worldWith({
    attends: [1, 2, 3],
    ruleSet: { limiters: { cpdShortfall, conflictOfInterest: "block", schoolClosed: "block" } }
  })
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

describe("a Champion with too few CPD sessions", () => {
  it("is advised of, and agreed with in spite of it, where the rule advises", () => {
    const world = limited("advise")
    given(world.at("judgements agreed"))
      .when(propose("silver"))
      .then([
        {
          type: "AwardProposed.v1",
          data: {
            level: "silver",
            indicated: "silver",
            advice: ["cpdShortfall"],
            basis: world.rulesApplied()
          }
        }
      ])
      .when(accept("silver"))
      .then([
        {
          type: "AwardAgreed.v1",
          data: {
            level: "silver",
            indicated: "silver",
            advice: ["cpdShortfall"],
            basis: world.rulesApplied()
          }
        }
      ])
  })

  it("gets no award where the rule blocks it, until all four are attended", () => {
    given(limited("block").at("judgements agreed"))
      .when(propose("silver"))
      .thenRejected("AwardBlocked", { by: ["cpdShortfall"] })
      .remediedBy(attended(people.champion, 4))
  })

  it("gets at most the level the rule caps it at", () => {
    given(limited({ cap: "bronze" }).at("judgements agreed"))
      .when(propose("silver", reason))
      .thenRejected("ShiftNotSupported", { indicated: "bronze", level: "silver" })
      .remediedBySending(propose("bronze"))
  })
})

describe("a proposal", () => {
  it("is accepted by the Champion, which agrees the award", () => {
    given(proposed)
      .when(accept("silver"))
      .then([{ type: "AwardAgreed.v1", data: { level: "silver", indicated: "silver", advice: [], basis } }])
  })

  it("takes its reason along, where its level is not the indicated one", () => {
    given(judged)
      .having(propose("bronze", reason))
      .when(accept("bronze"))
      .then([
        { type: "AwardAgreed.v1", data: { level: "bronze", indicated: "silver", reason, advice: [], basis } }
      ])
  })

  it("is accepted at the level that is proposed", () => {
    given(proposed)
      .when(accept("gold"))
      .thenRejected("OtherLevelProposed", { level: "gold", proposed: "silver" })
      .remediedBySending(accept("silver"))
  })

  it("is accepted by the Champion of that day, and by nobody else", () => {
    const other = by(asPerson(people.nextChampion))("AcceptProposal", { level: "silver" })
    given(proposed)
      .when(other)
      .thenRejected("NotTheChampion", { command: "AcceptProposal" })
      .remediedBy(byOffice("ReplaceChampion", { champion: people.nextChampion }))
    given(proposed)
      .when(by(asPerson(people.assessor))("AcceptProposal", { level: "silver" }))
      .thenRejected("NotTheChampion", { person: people.assessor })
      .remediedBySending(accept("silver"))
  })

  it("is declined with a reason, and another may be made", () => {
    given(proposed)
      .when(byChampion("DeclineProposal", { reason }))
      .then([{ type: "ProposalDeclined.v1", data: { reason } }])
      .when(propose("bronze", reason))
      .thenAccepted()
  })

  it("is withdrawn with a reason, and another may be made", () => {
    given(proposed)
      .when(byAssessor("WithdrawProposal", { reason }))
      .then([{ type: "ProposalWithdrawn.v1", data: { reason } }])
      .when(propose("bronze", reason))
      .thenAccepted()
  })

  it("is there before it is accepted, declined or withdrawn", () => {
    for (const command of [
      accept("silver"),
      byChampion("DeclineProposal", { reason }),
      byAssessor("WithdrawProposal", { reason })
    ]) {
      given(judged).when(command).thenRejected("NoProposal", { school }).remediedBy(propose("silver"))
    }
  })

  it("is made anew where a fact it rests on has changed", () => {
    given(limited({ cap: "bronze" }).at("judgements agreed"))
      .having(propose("bronze"), attended(people.champion, 4))
      .when(accept("bronze"))
      .thenRejected("ProposalOutOfDate", { indicated: "silver", proposed: "bronze" })
      .remediedBy(byAssessor("WithdrawProposal", { reason }), propose("bronze", reason))
  })

  it("is a judgement on a history that both have seen", () => {
    given(proposed)
      .having(byOffice("ReplaceChampion", { champion: people.nextChampion }))
      .when({
        ...by(asPerson(people.nextChampion))("AcceptProposal", { level: "silver" }),
        seen: proposed.eventsOf(`school-lcqm-${school}`).length - 1
      })
      .thenRejected("HistoryMovedOn", { stream: `school-lcqm-${school}` })
      .remediedBySending(by(asPerson(people.nextChampion))("AcceptProposal", { level: "silver" }))
  })
})

describe("an assessor who turns out not to be external", () => {
  const interested = onPerson(people.assessor, "DeclareInterest", { school, interest: "business" })
  const ended = onPerson(people.assessor, "EndInterest", { school })

  it("neither proposes an award nor has one accepted, where the rule blocks that", () => {
    given(judged)
      .having(interested)
      .when(propose("silver"))
      .thenRejected("AssessorNotExternal", { assessor: people.assessor, school })
      .remediedBy(ended)
    given(proposed)
      .having(interested)
      .when(accept("silver"))
      .thenRejected("AssessorNotExternal")
      .remediedBy(ended)
  })

  it("is advised of where the rule advises", () => {
    const world = worldWith({
      ruleSet: { limiters: { cpdShortfall: "advise", conflictOfInterest: "advise", schoolClosed: "block" } }
    })
    given(world.at("judgements agreed"))
      .having(interested)
      .when(propose("silver"))
      .then([
        {
          type: "AwardProposed.v1",
          data: {
            level: "silver",
            indicated: "silver",
            advice: ["conflictOfInterest"],
            basis: world.rulesApplied()
          }
        }
      ])
  })
})

describe("an agreed award", () => {
  it("stays as it is: nothing is judged, proposed or accepted any more", () => {
    for (const command of [
      byAssessor("AssessCriterion", { criterion: "families.events", judgement: { level: "gold" } }),
      propose("gold", reason),
      accept("gold"),
      withhold
    ]) {
      given(smallWorld.at("agreed")).when(command).thenRejected("AlreadyAgreed", { school, level: "silver" })
    }
  })
})

describe("withholding an award", () => {
  it("is done by the assessor, with a reason, and ends the enrolment", () => {
    given(judged)
      .when(withhold)
      .then([{ type: "AwardWithheld.v1", data: { reason, basis } }])
      .when(propose("silver"))
      .thenRejected("EnrolmentOver", { stage: "withheld" })
  })

  it("comes after the visit, whether or not the judgements are agreed", () => {
    given(smallWorld.at("visited")).when(withhold).thenAccepted()
    given(smallWorld.at("visit arranged"))
      .on("2017-11-15")
      .when(withhold)
      .thenRejected("VisitNotHeld")
      .remediedBy(byAssessor("HoldVisit", {}))
  })
})
