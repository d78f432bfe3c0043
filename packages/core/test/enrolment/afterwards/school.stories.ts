// What becomes of the school itself. A merger gives a new URN: the award is shown at the new school, and is its own only
// where that is decided.
import { describe, expect, it } from "vitest"
import {
  type Asked,
  byAssessor,
  byOffice,
  given,
  givenEvents,
  school,
  scheme,
  smallWorld,
  theOffice
} from "@lcqm/testing/given-when-then"
import {
  awardRegister,
  currencyOn,
  enrolmentFold,
  type LcqmCommand,
  registeredAwards,
  schoolStream
} from "../../../src/index.ts"
import { reason } from "./other-assessor.ts"

const successor = "900003"
const agreed = smallWorld.at("agreed")
const award = agreed.events.at(-1)?.id ?? ""
const replace = byOffice("ReplaceSchool", { successor, reason })
const close = byOffice("CloseSchool", { reason })
const ofSuccessor = { scheme, school: successor }
const carryOver: Asked<LcqmCommand> = {
  type: "CarryOverAward",
  actor: theOffice,
  data: { ...ofSuccessor, from: school, reason }
}
const pins = { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }
const stateOf = (story: ReturnType<typeof given>, urn = school) =>
  enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, urn)))
const registered = (story: ReturnType<typeof given>) =>
  story.projecting(awardRegister).as(registeredAwards).answer

describe("a school that is replaced by another", () => {
  it("names the other, once, and not itself", () => {
    given(agreed)
      .when(replace)
      .then([{ type: "SchoolReplaced.v1", data: { successor, reason } }])
      .when(replace)
      .thenRejected("SchoolIsClosed", { school, successor })
    given(agreed)
      .when(byOffice("ReplaceSchool", { successor: school, reason }))
      .thenRejected("ReplacedByItself", { school })
      .remediedBySending(replace)
    given(smallWorld.at("ready"))
      .when(replace)
      .thenRejected("NotEnrolled", { school })
      .remediedBy(byOffice("EnrolSchool", { ...pins, cohort: "1" }))
  })

  it("has its award shown at the other, where it is not in force", () => {
    const shown = registered(given(agreed).having(replace))
    expect(shown).toMatchObject([
      { school, held: "own", from: undefined, schoolClosed: true },
      { school: successor, held: "shown", from: school, schoolClosed: false, event: award }
    ])
    expect(shown.map((each) => currencyOn(each, "2018-01-01"))).toEqual(["current", "shown"])
  })

  it("begins nothing more", () => {
    given(smallWorld.at("withheld"))
      .having(replace)
      .when(byOffice("EnrolSchool", pins))
      .thenRejected("SchoolIsClosed", { school, successor })
  })
})

describe("an award that is carried over", () => {
  it("is the new school's own by decision, as it was given", () => {
    const carried = given(agreed)
      .having(replace)
      .when(carryOver)
      .then([
        {
          type: "AwardCarriedOver.v1",
          data: {
            ...ofSuccessor,
            from: school,
            award,
            level: "silver",
            indicated: "silver",
            agreedOn: "2017-11-22",
            cohort: "1",
            criteriaSet: "small.1",
            ruleSet: "1",
            reason
          }
        }
      ])
    expect(registered(carried)).toMatchObject([
      { school, held: "own" },
      { school: successor, held: "carried over", from: school, validUntil: "2020-11-22", event: award }
    ])
    expect(stateOf(carried, successor)).toMatchObject({
      school: successor,
      stage: "not enrolled",
      awards: [{ level: "silver", carriedFrom: school, event: award }]
    })
    given(carried).when(carryOver).thenNothing()
  })

  it("may be renewed and revoked there", () => {
    const carried = given(agreed).having(replace, carryOver)
    const renewed = carried.having({
      type: "BeginRenewal",
      actor: theOffice,
      data: { ...ofSuccessor, ...pins }
    })
    expect(stateOf(renewed, successor)).toMatchObject({ enrolment: 1, stage: "preparing", school: successor })
    const revoked = carried.having({
      type: "RevokeAward",
      actor: theOffice,
      data: { ...ofSuccessor, reason }
    })
    expect(registered(revoked).map(({ school: urn, standing }) => [urn, standing])).toEqual([
      [school, "stands"],
      [successor, "revoked"]
    ])
  })

  it("is of the school whose place it took, which has one that stands", () => {
    given(agreed)
      .when(carryOver)
      .thenRejected("NotTheSuccessor", { school: successor, from: school })
      .remediedBy(replace)
    given(smallWorld.at("withheld")).having(replace).when(carryOver).thenRejected("NoAwardStands", { school })
  })

  it("is not carried over to a school that has one of its own, or has closed", () => {
    const second = "900004"
    const replacedToo: ReadonlyArray<Asked<LcqmCommand>> = [
      { type: "ReplaceSchool", actor: theOffice, data: { ...ofSuccessor, successor: second, reason } },
      {
        type: "CarryOverAward",
        actor: theOffice,
        data: { scheme, school: second, from: successor, reason }
      }
    ]
    const carried = given(agreed).having(replace, carryOver)
    given(carried)
      .having(...replacedToo)
      .when(carryOver)
      .thenRejected("SchoolIsClosed", { school: successor })
    // Another school with an award, whose place this one takes, which has one too.
    const former = "900005"
    const both = givenEvents(
      [
        ...agreed.events,
        ...agreed.eventsOf(schoolStream(scheme, school)).map(({ id, metadata, ...event }) => ({
          ...event,
          // Another event than the first school's.
          id: `${id.slice(0, -1)}${id.endsWith("0") ? "1" : "0"}`,
          stream: schoolStream(scheme, former),
          occurredOn: metadata.occurredOn
        }))
      ],
      { today: agreed.today }
    )
    given(both)
      .having({
        type: "ReplaceSchool",
        actor: theOffice,
        data: { scheme, school: former, successor: school, reason }
      })
      .when({ type: "CarryOverAward", actor: theOffice, data: { scheme, school, from: former, reason } })
      .thenRejected("HasAnAward", { school, level: "silver" })
      .remediedBy(byOffice("RevokeAward", { reason }))
  })
})

describe("a school that has closed", () => {
  it("is closed once", () => {
    given(agreed)
      .when(close)
      .then([{ type: "SchoolClosed.v1", data: { reason } }])
      .when(close)
      .thenRejected("SchoolIsClosed", { school, successor: "" })
    expect(registered(given(agreed).having(close))).toMatchObject([{ school, schoolClosed: true }])
  })

  it("is given no award, where the rule blocks that", () => {
    given(smallWorld.at("judgements agreed"))
      .having(close)
      .when(byAssessor("ProposeAward", { level: "silver" }))
      .thenRejected("AwardBlocked", { by: ["schoolClosed"] })
  })
})
