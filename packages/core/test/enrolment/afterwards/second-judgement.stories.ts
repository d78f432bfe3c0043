// A second assessor: to support an award above the level indicated, and to moderate one that is agreed.
import { describe, expect, it } from "vitest"
import {
  asPerson,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  givenEvents,
  onPerson,
  people,
  school,
  scheme,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import {
  borderlineBy,
  type Level,
  moderationCauses,
  presets,
  sampleCriteriaSet,
  schoolStream
} from "../../../src/index.ts"
import { ask, byOther, give, reason } from "./other-assessor.ts"

const { assessor, coach, otherAssessor, stranger } = people
const judged = smallWorld.at("judgements agreed")
const agreed = smallWorld.at("agreed")
const support = (level: Level) => byOther("SupportShift", { level, reason })
const propose = (level: Level) => byAssessor("ProposeAward", { level, reason })
const appoint = (person: string) => onPerson(person, "AppointAssessor", { scheme, schools: [] })

describe("an award above the level indicated", () => {
  it("is supported by a second assessor, who is asked first", () => {
    given(judged)
      .when(ask("shift"))
      .then([
        { type: "SecondJudgementAsked.v1", data: { about: "shift", assessor: otherAssessor, causes: [] } }
      ])
      .when(ask("shift"))
      .thenNothing()
      .when(support("gold"))
      .then([{ type: "ShiftSupported.v1", data: { level: "gold", indicated: "silver", reason } }])
      .having(propose("gold"))
      .when(byChampion("AcceptProposal", { level: "gold" }))
      .thenAccepted()
    given(judged)
      .when(support("gold"))
      .thenRejected("RoleRequired", { needs: ["SecondAssessor"] })
      .remediedBy(ask("shift"))
  })

  it("is supported at the level that is then proposed, and on the judgements as they then are", () => {
    const supported = given(judged).having(ask("shift"), support("gold"))
    given(supported)
      .having(
        byAssessor("AgreeJudgement", { criterion: "families.events", judgement: { level: "gold" }, reason })
      )
      .when(propose("gold"))
      .thenRejected("ShiftNotSupported", { level: "gold" })
      .remediedBy(ask("shift"), support("gold"))
    const item = { evidence: "e-families.events", criterion: "families.events" }
    given(supported)
      .having(
        byAssessor("ReviewEvidence", { ...item, verdict: "insufficient", reason }),
        byAssessor("ReviewEvidence", { ...item, verdict: "accepted" })
      )
      .when(propose("gold"))
      .thenRejected("ShiftNotSupported")
  })

  it("is above the level indicated, and no further above than the rule permits", () => {
    const asked = given(judged).having(ask("shift"))
    given(asked)
      .when(support("silver"))
      .thenRejected("NoShiftUpwards", { level: "silver", indicated: "silver" })
      .remediedBySending(support("gold"))
    given(asked).when(support("bronze")).thenRejected("NoShiftUpwards")
    given(worldWith({ level: "bronze" }).at("judgements agreed"))
      .having(ask("shift"))
      .when(support("gold"))
      .thenRejected("ShiftTooLarge", { indicated: "bronze", maxShift: 1 })
      .remediedBySending(support("silver"))
  })

  it("is a matter of the visit, and of no other question that was asked", () => {
    given(smallWorld.at("visit arranged")).when(ask("shift")).thenRejected("VisitNotHeld")
    given(smallWorld.at("proposed"))
      .when(ask("shift"))
      .thenRejected("ProposalStands")
      .remediedBy(byAssessor("WithdrawProposal", { reason }))
    given(judged)
      .having(ask("shift"))
      .when(give("gold"))
      .thenRejected("NoSecondJudgementAsked", { school, about: "an award or an appeal" })
      .remediedBySending(support("gold"))
    givenEvents(
      [
        ...judged.events,
        {
          type: "SecondJudgementAsked.v1",
          stream: schoolStream(scheme, school),
          data: { about: "moderation", assessor: otherAssessor, causes: [] }
        }
      ],
      { today: judged.today }
    )
      .when(support("gold"))
      .thenRejected("NoSecondJudgementAsked", { school, about: "a shift" })
      .remediedBy(ask("shift"))
  })
})

describe("a second assessor", () => {
  it("is another than the first, and as external to the school", () => {
    given(judged)
      .when(ask("shift", assessor))
      .thenRejected("NotASecondAssessor", { assessor, school })
      .remediedBySending(ask("shift"))
    given(judged)
      .when(ask("shift", stranger))
      .thenRejected("AssessorNotAppointed", { person: stranger })
      .remediedBy(appoint(stranger))
    given(judged)
      .having(appoint(coach))
      .when(ask("shift", coach))
      .thenRejected("AssessorNotExternal", { assessor: coach })
      .remediedBySending(ask("shift"))
  })

  it("is so still when they judge", () => {
    const asked = given(agreed).having(ask("moderation"))
    given(asked)
      .having(onPerson(otherAssessor, "DeclareInterest", { school, interest: "family" }))
      .when(give("silver"))
      .thenRejected("AssessorNotExternal")
      .remediedBy(onPerson(otherAssessor, "EndInterest", { school, interest: "family" }))
    given(asked)
      .having(onPerson(otherAssessor, "StandDownAssessor", { scheme }))
      .when(give("silver"))
      .thenRejected("AssessorNotAppointed", { person: otherAssessor })
      .remediedBy(appoint(otherAssessor))
    given(asked)
      .having(appoint(stranger), ask("moderation", stranger))
      .when(by(asPerson(stranger))("GiveSecondJudgement", { level: "silver", reason }))
      .thenAccepted()
  })
})

describe("moderation", () => {
  it("is of an assessor's first and every tenth assessment, and of borderline ones", () => {
    const causesOf = (ordinal: number | undefined, borderline?: string) =>
      moderationCauses({ ordinal, borderline })
    expect([1, 2, 9, 10, 11, 20, undefined].map((ordinal) => causesOf(ordinal))).toEqual([
      ["first assessment"],
      [],
      [],
      ["every tenth"],
      [],
      ["every tenth"],
      []
    ])
    expect(causesOf(10, "families.events")).toEqual(["every tenth", "borderline"])
    given(agreed)
      .when(ask("moderation"))
      .then([
        {
          type: "SecondJudgementAsked.v1",
          data: { about: "moderation", assessor: otherAssessor, causes: ["first assessment"] }
        }
      ])
  })

  it("finds a case borderline where one criterion, judged one level otherwise, makes another award of it", () => {
    const rule = presets["best-fit/1"]
    const ids = sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))
    const at = (level: Level, others: Readonly<Record<string, Level>> = {}) =>
      borderlineBy({
        criteriaSet: sampleCriteriaSet,
        rule,
        judgements: { ...Object.fromEntries(ids.map((id) => [id, level])), ...others }
      })
    expect(at("silver")).toBeUndefined()
    // One theme is at Bronze, and another hangs on two of its three criteria: with one less it is at Bronze too.
    const [first = [], second = []] = sampleCriteriaSet.themes.map(({ criteria }) =>
      criteria.map(({ id }) => id)
    )
    const [a = "", b = "", c = ""] = first
    const low = Object.fromEntries(second.map((id) => [id, "bronze" as const]))
    expect([a, b]).toContain(at("silver", { ...low, [c]: "bronze" }))
    given(
      worldWith({ ruleSet: { ...presets["secure-fit/1"], setAsideCap: { num: 1, den: 2 } } }).at("agreed")
    )
      .when(ask("moderation"))
      .thenAccepted()
      .events.slice(-2)
      .forEach(({ data }) => {
        expect(data).toMatchObject(
          "causes" in data
            ? { causes: ["first assessment", "borderline"] }
            : { borderline: "families.events" }
        )
      })
  })

  it("that comes to the same level leaves it at that", () => {
    given(agreed)
      .having(ask("moderation"))
      .when(give("silver"))
      .then([{ type: "SecondJudgementGiven.v1", data: { about: "moderation", level: "silver", reason } }])
  })

  it("that comes to another opens a review, and changes no award", () => {
    const award = agreed.events.at(-1)?.id ?? ""
    given(agreed)
      .having(ask("moderation"))
      .when(give("bronze"))
      .then([
        { type: "SecondJudgementGiven.v1", data: { about: "moderation", level: "bronze", reason } },
        { type: "ReviewOpened.v1", data: { award, cause: "second judgement", reason } }
      ])
  })

  it("of an award that was revoked meanwhile opens no review: there is nothing left to review", () => {
    given(agreed)
      .having(ask("moderation"), byOffice("RevokeAward", { reason }))
      .when(give("bronze"))
      .then([{ type: "SecondJudgementGiven.v1", data: { about: "moderation", level: "bronze", reason } }])
  })

  it("is given once, by who was asked, of an award that stands", () => {
    given(agreed)
      .having(ask("moderation"), give("silver"))
      .when(give("gold"))
      .thenRejected("NoSecondJudgementAsked")
      .remediedBy(ask("moderation"))
    // What an appeal's assessor has found would be lost, were the award moderated meanwhile.
    given(agreed)
      .having(byChampion("LodgeAppeal", { grounds: reason }))
      .when(ask("moderation"))
      .thenRejected("AppealIsOpen", { school })
      .remediedBy(ask("appeal"), give("silver"), byOffice("DecideAppeal", { reason }))
    given(smallWorld.at("withheld")).when(ask("moderation")).thenRejected("NoAwardStands", { school })
    given(agreed)
      .having(byOffice("RevokeAward", { reason }))
      .when(ask("moderation"))
      .thenRejected("NoAwardStands")
  })
})
