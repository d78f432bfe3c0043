// A review looks again at an award where something about it has changed. It changes no award; a revocation does, and is
// a decision of its own.
import { describe, expect, it } from "vitest"
import { byChampion, byOffice, given, school, scheme, smallWorld } from "@lcqm/testing/given-when-then"
import { awardRegister, enrolmentFold, registeredAwards, schoolStream } from "../../../src/index.ts"
import { ask, give, reason } from "./other-assessor.ts"

const agreed = smallWorld.at("agreed")
const basis = smallWorld.rulesApplied()
const award = agreed.events.at(-1)?.id ?? ""
const open = byOffice("OpenReview", { cause: "interest", reason })
const close = byOffice("CloseReview", { finding: "award stands", reason })
const revoke = byOffice("RevokeAward", { reason })
const withdraw = byChampion("WithdrawEvidence", { evidence: "e-families.events", reason })
const enrol = byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" })
const stateOf = (story: ReturnType<typeof given>) =>
  enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, school)))
const registered = (story: ReturnType<typeof given>) =>
  story.projecting(awardRegister).as(registeredAwards).answer

describe("a review of an award", () => {
  it("is opened by the office, and closed with what it found", () => {
    given(agreed)
      .when(open)
      .then([{ type: "ReviewOpened.v1", data: { award, cause: "interest", reason } }])
      .when(close)
      .then([{ type: "ReviewClosed.v1", data: { finding: "award stands", reason } }])
  })

  it("is opened by evidence that is withdrawn, and by a date that is corrected, after the award", () => {
    given(agreed)
      .when(withdraw)
      .then([
        { type: "EvidenceWithdrawn.v1", data: { evidence: "e-families.events", reason } },
        { type: "ReviewOpened.v1", data: { award, cause: "evidence withdrawn", reason } }
      ])
    const corrects = agreed.events.find(({ type }) => type === "VisitHeld.v1")?.id ?? ""
    given(agreed)
      .when(byOffice("CorrectDate", { corrects, on: "2017-11-13", reason }))
      .then([
        { type: "DateCorrected.v1", data: { corrects, from: "2017-11-15", to: "2017-11-13", reason } },
        { type: "ReviewOpened.v1", data: { award, cause: "correction", reason } }
      ])
  })

  it("changes no award, whatever gave rise to it and whatever it finds", () => {
    const found = given(agreed).having(
      withdraw,
      byOffice("CloseReview", { finding: "award to be revoked", reason })
    )
    expect(stateOf(found).awards).toEqual(stateOf(given(agreed)).awards)
    expect(registered(found)).toEqual(registered(given(agreed)))
  })

  it("is one at a time: what comes to light meanwhile is a matter of the one that is open", () => {
    given(agreed)
      .having(open)
      .when(open)
      .thenRejected("ReviewIsOpen", { school, cause: "interest" })
      .remediedBy(close)
    given(agreed)
      .having(open)
      .when(withdraw)
      .then([{ type: "EvidenceWithdrawn.v1", data: { evidence: "e-families.events", reason } }])
    given(agreed).when(close).thenRejected("NoReviewOpen", { school }).remediedBy(open)
    given(agreed)
      .having(open)
      .when({ ...close, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the opening of the review" })
      .remediedBySending(close)
  })

  it("is of an award that stands", () => {
    given(smallWorld.at("withheld")).when(open).thenRejected("NoAwardStands", { school })
    given(agreed).having(revoke).when(open).thenRejected("NoAwardStands")
  })
})

describe("a revocation", () => {
  it("names the award, its level and the rules it was decided under", () => {
    given(agreed)
      .when(revoke)
      .then([{ type: "AwardRevoked.v1", data: { award, level: "silver", reason, basis } }])
  })

  it("is of an award that stands, on the history that was seen, and not before it was agreed", () => {
    given(agreed).having(revoke).when(revoke).thenRejected("NoAwardStands", { school })
    given(agreed)
      .when({ ...revoke, seen: 2 })
      .thenRejected("HistoryMovedOn", { seen: 2 })
      .remediedBySending(revoke)
    given(agreed)
      .when({ ...revoke, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the end of the enrolment", on: "2017-11-22" })
      .remediedBySending(revoke)
  })

  it("is shown in the register, and leaves the school free to enrol for another award", () => {
    const revoked = given(agreed).having(revoke)
    expect(registered(revoked)).toMatchObject([{ level: "silver", standing: "revoked" }])
    expect(stateOf(revoked)).toMatchObject({ stage: "revoked", awards: [{ standing: "revoked" }] })
    given(agreed).when(enrol).thenRejected("AlreadyEnrolled").remediedBy(revoke)
    given(revoked)
      .when({ ...enrol, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder")
      .remediedBySending(enrol)
  })

  it("follows a review that found so, and a second judgement that gave rise to that", () => {
    const moderated = given(agreed).having(ask("moderation"), give("none"))
    expect(registered(moderated)).toMatchObject([{ underReview: true, toBeModerated: [] }])
    expect(registered(moderated.having(close, revoke))).toMatchObject([
      { underReview: false, standing: "revoked" }
    ])
  })
})
