// An award needs both parties: the assessor proposes, the Champion accepts, declines, or is asked again. An agreed
// award stays as it is; an assessment may also end without one.
import { describe, it } from "vitest"
import {
  asPerson,
  attended,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  people,
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
      .then([{ type: "AwardAgreed.v1", data: { level: "bronze", indicated: "silver", advice: [], basis } }])
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
      .thenRejected("VisitNotHeld", { school, on: "2017-11-15" })
      .remediedBy(byAssessor("HoldVisit", {}))
  })
})
