// A school appeals against a decision within ten working days. Another assessor judges the original evidence, and the
// office's decision says what they found.
import { describe, expect, it } from "vitest"
import {
  by,
  byAssessor,
  byChampion,
  byOffice,
  asPerson,
  given,
  onPerson,
  people,
  school,
  scheme,
  smallWorld,
  worldWith
} from "@lcqm/testing/given-when-then"
import { awardRegister, enrolmentFold, registeredAwards, schoolStream } from "../../../src/index.ts"
import { ask, give, reason } from "./other-assessor.ts"

const { assessor, otherAssessor, stranger } = people
const agreed = smallWorld.at("agreed")
const withheld = smallWorld.at("withheld")
const basis = smallWorld.rulesApplied()
const lodge = byChampion("LodgeAppeal", { grounds: reason })
const decide = byOffice("DecideAppeal", { reason })
const revoke = byOffice("RevokeAward", { reason })
const lastOf = (story: ReturnType<typeof given>): string => story.events.at(-1)?.id ?? ""
const stateOf = (story: ReturnType<typeof given>) =>
  enrolmentFold.fold(enrolmentFold.initial, story.eventsOf(schoolStream(scheme, school)))
const registered = (story: ReturnType<typeof given>) =>
  story.projecting(awardRegister).as(registeredAwards).answer

describe("an appeal", () => {
  it("is against the latest decision, with its grounds and the last day on which it could be lodged", () => {
    given(agreed)
      .when(lodge)
      .then([
        {
          type: "AppealLodged.v1",
          data: { against: lastOf(agreed), decision: "award", lastDay: "2017-12-06", grounds: reason }
        }
      ])
    given(withheld)
      .when(lodge)
      .then([
        {
          type: "AppealLodged.v1",
          data: {
            against: lastOf(withheld),
            decision: "award withheld",
            lastDay: "2017-12-04",
            grounds: reason
          }
        }
      ])
    const revoked = given(agreed).having(revoke)
    given(revoked)
      .when(lodge)
      .then([
        {
          type: "AppealLodged.v1",
          data: {
            against: lastOf(revoked),
            decision: "award revoked",
            lastDay: "2017-12-06",
            grounds: reason
          }
        }
      ])
  })

  it("is lodged within so many working days of the last day the decision can be of", () => {
    given(agreed)
      .on("2017-12-07")
      .when(lodge)
      .thenRejected("AppealTooLate", { occurredOn: "2017-12-07", lastDay: "2017-12-06", workingDays: 10 })
      .remediedBySending({ ...lodge, occurredOn: "2017-12-06" })
    given(worldWith({ ruleSet: { appealWorkingDays: 1 } }).at("agreed"))
      .on("2017-11-24")
      .when(lodge)
      .thenRejected("AppealTooLate", { lastDay: "2017-11-23" })
      .remediedBySending({ ...lodge, occurredOn: "2017-11" })
    const accept = byChampion("AcceptProposal", { level: "silver" })
    given(smallWorld.at("proposed"))
      .on("2018-03-01")
      .having({ ...accept, occurredOn: "--11" })
      .when(lodge)
      .thenAccepted()
  })

  it("is of something that was decided, and not after another enrolment has begun", () => {
    given(smallWorld.at("ready")).when(lodge).thenRejected("NotTheChampion")
    given(smallWorld.at("proposed"))
      .when(lodge)
      .thenRejected("NothingToAppeal", { school })
      .remediedBy(byChampion("AcceptProposal", { level: "silver" }))
    given(withheld)
      .having(
        byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }),
        byOffice("AppointChampion", { champion: people.champion })
      )
      .when(lodge)
      .thenRejected("NothingToAppeal")
  })

  it("keeps another enrolment, and a revocation, waiting until it is decided", () => {
    given(withheld)
      .having(lodge)
      .when(byOffice("EnrolSchool", { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }))
      .thenRejected("AppealIsOpen", { school })
      .remediedBy(ask("appeal"), give("none"), decide)
    given(agreed)
      .having(lodge)
      .when(revoke)
      .thenRejected("AppealIsOpen")
      .remediedBy(ask("appeal"), give("silver"), decide)
    given(agreed).having(lodge).when(lodge).thenRejected("AppealIsOpen", { school })
  })

  it("is heard by another assessor than those who judged: neither the first nor the moderator", () => {
    given(agreed)
      .having(lodge)
      .when(ask("appeal", assessor))
      .thenRejected("NotASecondAssessor", { assessor })
      .remediedBySending(ask("appeal"))
    given(agreed)
      .having(
        onPerson(stranger, "AppointAssessor", { scheme, schools: [] }),
        ask("moderation"),
        give("silver"),
        lodge
      )
      .when(ask("appeal"))
      .thenRejected("NotASecondAssessor", { assessor: otherAssessor })
      .remediedBySending(ask("appeal", stranger))
    given(agreed).when(ask("appeal")).thenRejected("NoAppealOpen", { school }).remediedBy(lodge)
  })
})

describe("the decision of an appeal", () => {
  it("is that of the assessor who heard it, and names its basis", () => {
    const lodged = given(agreed).having(lodge, ask("appeal"), give("gold"))
    given(lodged)
      .when(decide)
      .then([
        {
          type: "AppealDecided.v1",
          data: {
            against: lastOf(agreed),
            decision: "award",
            outcome: "changed",
            level: "gold",
            assessor: otherAssessor,
            reason,
            basis
          }
        }
      ])
    expect(registered(given(lodged).having(decide))).toMatchObject([
      { level: "gold", indicated: "silver", agreedOn: "2017-11-22", underAppeal: false, standing: "stands" }
    ])
    expect(registered(lodged)).toMatchObject([{ level: "silver", underAppeal: true }])
  })

  it("is all that comes of what they found: no review is opened by it", () => {
    given(agreed)
      .having(lodge, ask("appeal"))
      .when(give("gold"))
      .then([{ type: "SecondJudgementGiven.v1", data: { about: "appeal", level: "gold", reason } }])
  })

  it("confirms what was decided where the other assessor comes to the same", () => {
    const confirmed = given(agreed).having(lodge, ask("appeal"), give("silver"), decide)
    expect(confirmed.events.at(-1)).toMatchObject({ data: { outcome: "confirmed", level: "silver" } })
    expect(stateOf(confirmed).awards).toEqual(stateOf(given(agreed)).awards)
  })

  it("makes an award where none was made, or stands again where it was revoked, and ends one that is none", () => {
    const made = given(withheld).having(lodge, ask("appeal"), give("bronze"), decide)
    expect(stateOf(made)).toMatchObject({
      stage: "agreed",
      awards: [{ level: "bronze", event: lastOf(made), assessor: otherAssessor }]
    })
    expect(registered(made)).toMatchObject([{ level: "bronze", school, standing: "stands" }])
    const again = given(agreed).having(revoke, lodge, ask("appeal"), give("silver"), decide)
    expect(stateOf(again)).toMatchObject({
      stage: "agreed",
      awards: [{ level: "silver", standing: "stands" }]
    })
    expect(registered(again)).toMatchObject([{ level: "silver", standing: "stands" }])
    const ended = given(agreed).having(lodge, ask("appeal"), give("none"), decide)
    expect(stateOf(ended)).toMatchObject({ stage: "revoked", awards: [{ standing: "revoked" }] })
    expect(registered(ended)).toMatchObject([{ level: "silver", standing: "revoked" }])
  })

  it("waits until the appeal was heard", () => {
    given(agreed)
      .having(lodge)
      .when(decide)
      .thenRejected("AppealNotHeard", { school })
      .remediedBy(ask("appeal"), give("silver"))
    given(agreed)
      .having(lodge, ask("appeal"))
      .when(decide)
      .thenRejected("AppealNotHeard")
      .remediedBy(give("silver"))
    given(agreed).having(ask("moderation"), give("silver"), lodge).when(decide).thenRejected("AppealNotHeard")
    given(agreed)
      .when(decide)
      .thenRejected("NoAppealOpen", { school })
      .remediedBy(lodge, ask("appeal"), give("silver"))
  })

  it("is final", () => {
    given(agreed)
      .having(lodge, ask("appeal"), give("silver"), decide)
      .when(lodge)
      .thenRejected("AlreadyAppealed", { against: lastOf(agreed) })
  })

  it("is made on the history that was seen", () => {
    const heard = given(agreed).having(lodge, ask("appeal"), give("silver"))
    given(heard)
      .when({ ...decide, seen: 3 })
      .thenRejected("HistoryMovedOn", { seen: 3 })
      .remediedBySending(decide)
  })

  it("comes after what it follows", () => {
    const later = given(agreed).having(lodge).on("2017-12-01").having(ask("appeal"))
    given(later)
      .when({ ...give("silver"), occurredOn: "2017-11-30" })
      .thenRejected("DatesOutOfOrder", { follows: "the request for a second judgement" })
      .remediedBySending(give("silver"))
    given(later)
      .having(give("silver"))
      .when({ ...decide, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the appeal" })
      .remediedBySending(decide)
    given(agreed)
      .when({ ...lodge, occurredOn: "2017-11-21" })
      .thenRejected("DatesOutOfOrder", { follows: "the end of the enrolment" })
      .remediedBySending(lodge)
    given(smallWorld.at("judgements agreed"))
      .when({
        ...byAssessor("AskSecondJudgement", { about: "shift", assessor: otherAssessor }),
        occurredOn: "2017-11-14"
      })
      .thenRejected("DatesOutOfOrder", { follows: "the visit" })
    given(agreed)
      .having(lodge)
      .when(by(asPerson(otherAssessor))("GiveSecondJudgement", { level: "silver", reason }))
      .thenRejected("RoleRequired")
      .remediedBy(ask("appeal"))
  })
})
