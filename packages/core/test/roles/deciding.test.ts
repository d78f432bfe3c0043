// What the loop itself refuses, whatever the command: reused ids, judgements on a history that has moved on, what
// has not happened yet, and whoever may not.
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import {
  asPerson,
  by,
  byAssessor,
  byChampion,
  byOffice,
  given,
  onPerson,
  people,
  scheme,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { schoolStream } from "../../src/index.ts"
import { expectAllTold } from "../event-store/slices.ts"

const enrolled = smallWorld.at("enrolled")
const proposed = smallWorld.at("proposed")
const stream = schoolStream(scheme, school)
const reason = { about: [], text: "For the record." }
const appoint = { ...byOffice("AppointChampion", { champion: people.champion }), id: "appoint-0001" }
const describeSetting = byChampion("DescribeSetting", { setting: reason })

describe("a command's id", () => {
  it("makes sending it twice harmless: the first result is answered again and nothing is written", () => {
    const once = given(enrolled).having(appoint)
    const again = once.on("2017-03-01").when({ ...appoint, occurredOn: enrolled.today })
    expect(again.outcome).toMatchObject({ success: { repeated: true, stream, revision: 1 } })
    expect(Result.isSuccess(again.outcome) && again.outcome.success.events).toEqual(once.events.slice(-1))
    expect(again.thenAccepted().events).toEqual(once.events)
  })

  it("answers the first result also when the same would be refused by now", () => {
    given(enrolled)
      .having(appoint, byOffice("WithdrawEnrolment", { reason }))
      .when(appoint)
      .then([{ type: "ChampionAppointed.v1", data: { champion: people.champion } }])
  })

  it("is that of one command: another needs an id of its own", () => {
    const other = byOffice("AppointChampion", { champion: people.nextChampion })
    given(enrolled)
      .having(appoint, byOffice("WithdrawEnrolment", { reason }))
      .when({ ...other, id: appoint.id })
      .thenRejected("CommandIdReused", { id: appoint.id })
    given(enrolled)
      .having(appoint)
      .when({ ...describeSetting, id: appoint.id })
      .thenRejected("CommandIdReused")
      .remediedBySending({ ...describeSetting, id: "describe-0001" })
  })

  it("does not depend on the free text that is sent along", () => {
    const declined = (text: string) => ({
      ...byChampion("DeclineProposal", { reason: { about: [], text } }),
      id: "decline-0001",
      seen: proposed.eventsOf(stream).length - 1
    })
    const { outcome } = given(proposed).having(declined("Too low.")).when(declined("Much too low."))
    expect(outcome).toMatchObject({ success: { repeated: true } })
  })
})

describe("a signature", () => {
  const agreed = smallWorld.at("judgements agreed")
  const seen = agreed.eventsOf(stream).length - 1
  const signature = { publicKey: "0f".repeat(32), signature: "00".repeat(64) }
  const signed = { ...byAssessor("ProposeAward", { level: "silver", signature }), seen }
  const registering = onPerson(people.assessor, "RegisterSigningKey", { publicKey: signature.publicKey })

  it("is of the key registered for the person who decides, and verifies", () => {
    given(agreed)
      .when(signed)
      .thenRejected("SigningKeyNotRegistered", { person: people.assessor, registered: "none" })
    given(agreed)
      .having(registering)
      .when(signed)
      .thenRejected("SignatureWrong", { person: people.assessor })
      .remediedBySending({ ...byAssessor("ProposeAward", { level: "silver" }), seen })
  })
})

describe("a judgement", () => {
  it.each([
    ["ProposeAward", "judgements agreed", byAssessor("ProposeAward", { level: "silver" })],
    [
      "AskFurtherWork",
      "reviewed",
      byAssessor("AskFurtherWork", { criteria: ["families.events"], by: "2018" })
    ],
    ["WithholdAward", "visited", byAssessor("WithholdAward", { reason })],
    ["AcceptProposal", "proposed", byChampion("AcceptProposal", { level: "silver" })],
    ["DeclineProposal", "proposed", byChampion("DeclineProposal", { reason })],
    ["WithdrawProposal", "proposed", byAssessor("WithdrawProposal", { reason })]
  ] as const)("is made on the history as the person saw it: %s", (_, stage, command) => {
    const revision = smallWorld.at(stage).eventsOf(stream).length - 1
    for (const seen of [revision - 1, revision + 1, 0]) {
      given(smallWorld.at(stage))
        .when({ ...command, seen })
        .thenRejected("HistoryMovedOn", { stream, seen, revision })
        .remediedBySending({ ...command, seen: revision })
    }
  })

  it("is of a history there is", () => {
    given(smallWorld.at("ready"))
      .when({ ...byAssessor("ProposeAward", { level: "silver" }), seen: 0 })
      .thenRejected("HistoryMovedOn", { seen: 0, revision: "none" })
  })

  it("says which revision that was, or it is no command", () => {
    const { actor, data, type } = byChampion("AcceptProposal", { level: "silver" })
    given(proposed)
      .whenSent({ type, actor, data, id: "accept-0001", occurredOn: "2017-11-22" })
      .thenMalformed({ path: "seen", expected: "a value", got: "nothing" })
  })
})

describe("what is recorded", () => {
  it("has happened by today", () => {
    given(enrolled)
      .when({ ...appoint, occurredOn: "2017-02-02" })
      .thenRejected("NotYetHappened", { occurredOn: "2017-02-02", today: "2017-02-01" })
      .remediedOn("2017-02-02")
  })

  it.each(["2017-02-01", "2017-02", "2017", "--11"])("can have happened by today: %s", (date) => {
    given(enrolled)
      .when({ ...appoint, occurredOn: date })
      .thenAccepted()
  })

  it("is not dated before what it follows: no day of the one may come before every day of the other", () => {
    given(enrolled)
      .when({ ...appoint, occurredOn: "2017-01" })
      .thenRejected("DatesOutOfOrder", {
        occurredOn: "2017-01",
        follows: "the enrolment",
        on: "2017-02-01"
      })
      .remediedBySending({ ...appoint, occurredOn: "2017-02" })
  })

  it("is recorded at a time that never goes back", () => {
    const story = given(enrolled)
      .having(appoint)
      .on("2017-01-05")
      .having({ ...byOffice("DeferEnrolment", { reason }), occurredOn: "--01" })
    expect(story.eventsOf(stream).map(({ metadata }) => metadata.recordedAt)).toEqual([
      "2017-02-01T12:00:00.000Z",
      "2017-02-01T12:00:00.000Z",
      "2017-02-01T12:00:00.000Z"
    ])
  })
})

describe("who may not", () => {
  it("is told whose command it is, and what to do", () => {
    given(smallWorld.at("visit arranged"))
      .when(by(asPerson(people.stranger))("HoldVisit", {}))
      .thenRejected("NotTheAssessor", { command: "HoldVisit", person: people.stranger })
    given(smallWorld.at("visit arranged"))
      .when(by(asPerson(people.stranger))("DescribeSetting", { setting: reason }))
      .thenRejected("NotTheChampion", { command: "DescribeSetting", person: people.stranger })
    given(enrolled)
      .when(by(asPerson(people.stranger))("DeferEnrolment", { reason }))
      .thenRejected("RoleRequired", {
        command: "DeferEnrolment",
        person: people.stranger,
        needs: ["SchemeOffice"]
      })
      .remediedBySending(byOffice("DeferEnrolment", { reason }))
  })
})

describe("the stories of the loop", () => {
  expectAllTold("deciding")
})
