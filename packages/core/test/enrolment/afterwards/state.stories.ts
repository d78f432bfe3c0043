// What is known of a school after a decision, as its events make it: what changes by each of them, and that nothing else
// does.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byAssessor,
  byChampion,
  byOffice,
  given,
  people,
  school,
  scheme,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import { type EnrolmentState, enrolmentFold, type LcqmCommand, schoolStream } from "../../../src/index.ts"
import { ask, byOther, give, reason } from "./other-assessor.ts"

const { assessor, otherAssessor } = people
const agreed = smallWorld.at("agreed")
const withheld = smallWorld.at("withheld")
const pins = { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }
const lodge = byChampion("LodgeAppeal", { grounds: reason })
const decide = byOffice("DecideAppeal", { reason })
const revoke = byOffice("RevokeAward", { reason })
const eventsOf = (story: ReturnType<typeof given>, urn = school) => story.eventsOf(schoolStream(scheme, urn))
const stateOf = (story: ReturnType<typeof given>, urn = school): EnrolmentState =>
  enrolmentFold.fold(enrolmentFold.initial, eventsOf(story, urn))
const lastOf = (story: ReturnType<typeof given>): string => story.events.at(-1)?.id ?? ""

describe("what is known of a decision that can be appealed", () => {
  it("is, of a withholding, that there is no level, and who judged", () => {
    expect(stateOf(given(withheld)).afterwards.decision).toEqual({
      kind: "award withheld",
      event: lastOf(withheld),
      on: "2017-11-20",
      level: "none",
      assessor,
      criteriaSet: "small.1",
      ruleSet: "1"
    })
  })

  it("is, of a revocation, the same, and who judged for the award", () => {
    const revoked = given(agreed).having(revoke)
    expect(stateOf(revoked).afterwards.decision).toEqual({
      kind: "award revoked",
      event: lastOf(revoked),
      on: revoked.today,
      level: "none",
      assessor,
      criteriaSet: "small.1",
      ruleSet: "1"
    })
  })
})

describe("what is known of an award", () => {
  it("is all of this where it was made by an appeal: nobody moderates it, and no assessment of theirs is counted", () => {
    const made = given(withheld).having(lodge, ask("appeal"), give("bronze"), decide)
    expect(stateOf(made).awards).toEqual([
      {
        enrolment: 1,
        cohort: "1",
        level: "bronze",
        indicated: "bronze",
        agreedOn: made.today,
        event: lastOf(made),
        criteriaSet: "small.1",
        ruleSet: "1",
        assessor: otherAssessor,
        ordinal: undefined,
        borderline: undefined,
        moderated: true,
        carriedFrom: undefined,
        standing: "stands"
      }
    ])
  })

  it("is that it was moderated once a second assessor has judged it, and not where they heard an appeal", () => {
    const moderated = given(agreed).having(ask("moderation"), give("silver"))
    expect(stateOf(moderated).awards).toMatchObject([
      { moderated: true, level: "silver", standing: "stands" }
    ])
    const heard = given(agreed).having(lodge, ask("appeal"), give("silver"))
    expect(stateOf(heard).awards).toMatchObject([{ moderated: false }])
  })

  it("is not changed by an appeal that confirms that another was withheld, or that it was revoked", () => {
    const [award] = stateOf(given(agreed)).awards
    // The award of the enrolment before, as it is while the one that renews it is withheld.
    const before = { ...stateOf(given(withheld)), awards: award === undefined ? [] : [award] }
    const inVain = given(withheld).having(lodge, ask("appeal"), give("none"), decide)
    const after = enrolmentFold.fold(before, eventsOf(inVain).slice(-4))
    expect(after).toMatchObject({ stage: "withheld", awards: [{ standing: "stands", level: "silver" }] })
    const revoked = given(agreed).having(revoke, lodge, ask("appeal"), give("none"), decide)
    expect(stateOf(revoked)).toMatchObject({
      stage: "revoked",
      awards: [{ standing: "revoked", level: "silver" }]
    })
  })

  it("is, where it was carried over, whose it was, and that nobody moderates it", () => {
    const successor = "900003"
    const carried = given(agreed).having(byOffice("ReplaceSchool", { successor, reason }), {
      type: "CarryOverAward",
      actor: theOffice,
      data: { scheme, school: successor, from: school, reason }
    } satisfies Asked<LcqmCommand>)
    const { awards, dates } = stateOf(carried, successor)
    expect(awards).toMatchObject([{ moderated: true, carriedFrom: school, assessor: undefined }])
    expect([...dates]).toEqual([])
    // And what the school enrols for next comes after it.
    const enrolled = carried.having({
      type: "EnrolSchool",
      actor: theOffice,
      data: { scheme, school: successor, ...pins }
    })
    expect(stateOf(enrolled, successor).dates.get("the end of the enrolment before")).toEqual({
      on: "2017-11-22",
      event: lastOf(agreed),
      type: "AwardAgreed.v1"
    })
  })
})

describe("what is known of the road after a decision", () => {
  it("stays as it is when a review is closed, but for the review", () => {
    const open = given(agreed).having(byOffice("OpenReview", { cause: "interest", reason }))
    const closed = open.having(byOffice("CloseReview", { finding: "award stands", reason }))
    expect(stateOf(open).afterwards.review).toBeDefined()
    expect(stateOf(closed).afterwards).toEqual({ ...stateOf(open).afterwards, review: undefined })
    expect(stateOf(closed).afterwards.decision).toBeDefined()
  })

  it("stays as it is when support falls, but for the support", () => {
    const supported = given(smallWorld.at("judgements agreed")).having(
      ask("shift"),
      byOther("SupportShift", { level: "gold", reason })
    )
    const judgement = { level: "gold" } as const
    const fallen = supported.having(
      byAssessor("AgreeJudgement", { criterion: "families.events", judgement, reason })
    )
    expect(stateOf(supported).afterwards.support).toMatchObject({ level: "gold" })
    expect(stateOf(fallen).afterwards).toEqual({ ...stateOf(supported).afterwards, support: undefined })
    expect(stateOf(fallen).afterwards.second).toBeDefined()
  })

  it("is that the school has closed, with no successor", () => {
    const closed = given(agreed).having(byOffice("CloseSchool", { reason }))
    expect(stateOf(closed).closed).toEqual({ event: lastOf(closed), successor: undefined })
  })
})

describe("what is known of an enrolment that begins after a decision", () => {
  it("is when its Champion was appointed, long before, where an award is renewed", () => {
    const appointed = stateOf(given(agreed)).dates.get("the Champion's appointment")
    const renewing = given(agreed).on("2020-09-01").having(byOffice("BeginRenewal", pins))
    expect(appointed).toBeDefined()
    expect(stateOf(renewing).dates.get("the Champion's appointment")).toEqual(appointed)
  })

  it("is that the one before ended when its award was revoked", () => {
    const revoked = given(agreed).on("2018-01-10").having(revoke)
    const enrolled = given(revoked).on("2018-02-01").having(byOffice("EnrolSchool", pins))
    expect(stateOf(enrolled).dates.get("the end of the enrolment before")).toEqual({
      on: "2018-01-10",
      event: lastOf(revoked),
      type: "AwardRevoked.v1"
    })
  })

  it("is not how the award it renews ended: it goes on where that is revoked meanwhile", () => {
    const renewing = given(agreed).on("2020-09-01").having(byOffice("BeginRenewal", pins))
    expect(stateOf(given(renewing).having(revoke))).toMatchObject({
      stage: "preparing",
      awards: [{ standing: "revoked" }]
    })
  })
})
