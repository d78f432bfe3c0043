// Withdrawal as stories: a version that is withdrawn takes no new enrolments, and those pinned to it go on.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byOffice,
  given,
  scheme,
  school,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import { draft, onVersion, second, version, words } from "./version-commands.ts"

const reason = words("Two criteria asked the same.")
const withdraw = onVersion("WithdrawCriteriaSet", { reason })
const publish = onVersion("PublishDraft", { publishedOn: "2017-01-10", inForceFrom: "2017-04-01" })
const published = given().having(draft(), publish)

const ofSmallWorld = { scheme, version: "small.1", reason }
const withdrawPinned = { type: "WithdrawCriteriaSet", actor: theOffice, data: ofSmallWorld } as const
const ready = smallWorld.at("ready").on("2017-02-01")
const enrol = byOffice("EnrolSchool", { cohort: "1", criteriaSet: "small.1", ruleSet: "1" })

describe("withdrawing a version", () => {
  it("says why", () => {
    given(published)
      .when(withdraw)
      .then([{ type: "CriteriaSetWithdrawn.v1", data: { reason } }])
  })

  it("may befall a draft, which is then neither revised nor published", () => {
    const withdrawn = given().having(draft(), withdraw)
    for (const command of [
      publish,
      draft({ ...second, title: "Other" }),
      onVersion("DropTheme", { theme: "families" })
    ]) {
      given(withdrawn)
        .when(command)
        .thenRejected("VersionIsWithdrawn", { what: "criteria set", version, on: "2020-01-01" })
    }
    given(withdrawn)
      .when(publish)
      .thenRejected("VersionIsWithdrawn")
      .remediedBySending(draft({ ...second, version: "small.3" }))
  })

  it("happens once, to a version that was drafted", () => {
    given().when(withdraw).thenRejected("NotDrafted", { version }).remediedBy(draft())
    given(published).having(withdraw).when(withdraw).thenRejected("VersionIsWithdrawn", { version })
  })

  it("is not dated before the publication", () => {
    given(published)
      .when({ ...withdraw, occurredOn: "2017-01-09" })
      .thenRejected("DatesOutOfOrder", { follows: "its publication", on: "2017-01-10" })
      .remediedBySending({ ...withdraw, occurredOn: "2017-01" })
  })
})

describe("a withdrawn version", () => {
  it("takes no new enrolments from that day on", () => {
    given(ready).having(withdrawPinned).when(enrol).thenRejected("NoLongerInForce", {
      what: "criteria set",
      version: "small.1",
      withdrawnOn: "2017-02-01",
      occurredOn: "2017-02-01"
    })
  })

  it("takes those that began before, however late they are recorded", () => {
    const withdrawn = given(ready).having(withdrawPinned)
    for (const occurredOn of ["2017-01-31", "2017-01", "--02"]) {
      given(withdrawn)
        .when({ ...enrol, occurredOn })
        .thenAccepted()
    }
  })

  it("begins no renewal", () => {
    given(smallWorld.at("agreed"))
      .having(withdrawPinned)
      .when(byOffice("BeginRenewal", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
      .thenRejected("NoLongerInForce", { version: "small.1" })
  })

  it("is what those pinned to it are judged by to the end", () => {
    const pinned = smallWorld.at("judgements agreed")
    const proposal = byAssessor("ProposeAward", { level: "silver" })
    const onward = (story: typeof pinned) =>
      story
        .having(proposal)
        .eventsOf(`school-${scheme}-${school}`)
        .slice(-1)
        .map(({ data, type }) => ({
          type,
          rules: { ...Object(Reflect.get(Object(data), "basis")), facts: [] }
        }))
    expect(onward(given(pinned).having(withdrawPinned))).toEqual(onward(given(pinned)))
  })
})

describe("a withdrawn rule set", () => {
  const withdrawRules = {
    type: "WithdrawRuleSet",
    actor: theOffice,
    data: { scheme, version: "1", reason }
  } as const

  it("takes no new enrolments from that day on", () => {
    given(ready)
      .having(withdrawRules)
      .when(enrol)
      .thenRejected("NoLongerInForce", { what: "rule set", version: "1", withdrawnOn: "2017-02-01" })
      .remediedBySending({ ...enrol, occurredOn: "2017-01-31" })
  })

  it("is what those pinned to it are judged by to the end", () => {
    given(smallWorld.at("judgements agreed"))
      .having(withdrawRules)
      .when(byAssessor("ProposeAward", { level: "silver" }))
      .thenAccepted()
  })
})
