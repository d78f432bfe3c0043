// What limits an award whatever was judged: too few CPD sessions of the Champion's, an assessor who is not external.
import { describe, it } from "vitest"
import {
  attended,
  byAssessor,
  byChampion,
  given,
  onPerson,
  people,
  school,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import type { Level, RuleSet } from "../../src/index.ts"

const judged = smallWorld.at("judgements agreed")
const proposed = smallWorld.at("proposed")
const reason = { about: [], text: "In the school's own setting." }
const propose = (level: Level, why?: typeof reason) =>
  byAssessor("ProposeAward", { level, ...(why === undefined ? {} : { reason: why }) })
const accept = (level: Level) => byChampion("AcceptProposal", { level })
const limited = (cpdShortfall: RuleSet["limiters"]["cpdShortfall"]) =>
  worldWith({
    attends: [1, 2, 3],
    ruleSet: { limiters: { cpdShortfall, conflictOfInterest: "block", schoolClosed: "block" } }
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
      .thenRejected("LevelAboveCap", { level: "silver", cap: "bronze", by: ["cpdShortfall"] })
      .remediedBySending(propose("bronze"))
    given(limited({ cap: "bronze" }).at("judgements agreed"))
      .when(propose("silver"))
      .thenRejected("LevelAboveCap")
      .remediedBy(attended(people.champion, 4))
  })
})

describe("an assessor who turns out not to be external", () => {
  const interested = onPerson(people.assessor, "DeclareInterest", { school, interest: "business" })
  const ended = onPerson(people.assessor, "EndInterest", { school, interest: "business" })

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
