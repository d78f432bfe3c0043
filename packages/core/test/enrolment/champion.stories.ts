// Who acts for the school: its current Champion, and nobody else; and whom the school tells of its setting.
import { describe, it } from "vitest"
import {
  asPerson,
  by,
  byChampion,
  byOffice,
  given,
  people,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"

const { assessor, champion, coach, nextChampion, stranger } = people
const enrolled = smallWorld.at("enrolled")
const withChampion = smallWorld.at("with champion")
const visitArranged = smallWorld.at("visit arranged")
const reason = { about: [champion], text: "Has moved to another school." }

describe("a school's Champion", () => {
  it("is appointed, with a coach where there is one", () => {
    given(enrolled)
      .when(byOffice("AppointChampion", { champion, coach }))
      .then([{ type: "ChampionAppointed.v1", data: { champion, coach } }])
    given(enrolled)
      .when(byOffice("AppointChampion", { champion }))
      .then([{ type: "ChampionAppointed.v1", data: { champion } }])
  })

  it("is appointed once, and then replaced", () => {
    given(withChampion)
      .when(byOffice("AppointChampion", { champion: nextChampion }))
      .thenRejected("ChampionAlreadyAppointed", { champion })
      .remediedBySending(byOffice("ReplaceChampion", { champion: nextChampion }))
  })

  it("is replaced by another person, and it is told whom they follow", () => {
    given(withChampion)
      .when(byOffice("ReplaceChampion", { champion: nextChampion, coach, reason }))
      .then([
        { type: "ChampionReplaced.v1", data: { champion: nextChampion, coach, formerly: champion, reason } }
      ])
    given(withChampion)
      .when(byOffice("ReplaceChampion", { champion }))
      .thenRejected("AlreadyChampion", { champion })
      .remediedBySending(byOffice("ReplaceChampion", { champion: nextChampion }))
  })

  it("is replaced only where there is one", () => {
    given(enrolled)
      .when(byOffice("ReplaceChampion", { champion: nextChampion }))
      .thenRejected("NoChampion", { school })
      .remediedBy(byOffice("AppointChampion", { champion }))
  })

  it("is not their own coach", () => {
    given(enrolled)
      .when(byOffice("AppointChampion", { champion, coach: champion }))
      .thenRejected("CoachIsChampion", { champion })
      .remediedBySending(byOffice("AppointChampion", { champion }))
    given(withChampion)
      .when(byOffice("ReplaceChampion", { champion: nextChampion, coach: nextChampion }))
      .thenRejected("CoachIsChampion", { champion: nextChampion })
      .remediedBySending(byOffice("ReplaceChampion", { champion: nextChampion, coach }))
  })

  it("may have been the coach before", () => {
    given(withChampion)
      .when(byOffice("ReplaceChampion", { champion: coach }))
      .then([{ type: "ChampionReplaced.v1", data: { champion: coach, formerly: champion } }])
  })

  it.each([
    ["the Champion", { champion: assessor }],
    ["the coach", { champion: nextChampion, coach: assessor }]
  ])("is never assessed by one of their own: the assessor does not become %s", (_, named) => {
    given(visitArranged)
      .when(byOffice("ReplaceChampion", named))
      .thenRejected("ChampionIsAssessor", { person: assessor })
      .remediedBy(byOffice("CancelVisit", { reason }))
  })

  it("acts for the school from the appointment on, and no longer than that", () => {
    const describeSetting = { setting: reason }
    given(enrolled)
      .when(byChampion("DescribeSetting", describeSetting))
      .thenRejected("NotTheChampion", { command: "DescribeSetting", person: champion })
      .remediedBy(byOffice("AppointChampion", { champion }))
    given(withChampion)
      .having(byOffice("ReplaceChampion", { champion: nextChampion }))
      .when(byChampion("DescribeSetting", describeSetting))
      .thenRejected("NotTheChampion", { person: champion })
      .remediedBySending(by(asPerson(nextChampion))("DescribeSetting", describeSetting))
    given(withChampion)
      .when(by(asPerson(stranger))("DescribeSetting", describeSetting))
      .thenRejected("NotTheChampion", { person: stranger })
      .remediedBy(byOffice("ReplaceChampion", { champion: stranger }))
  })

  it("describes the school's own setting, as often as it changes", () => {
    const first = { about: [], text: "One form of entry." }
    const second = { about: [], text: "Two forms of entry since September." }
    given(withChampion)
      .when(byChampion("DescribeSetting", { setting: first }))
      .then([{ type: "SettingDescribed.v1", data: { setting: first } }])
      .when(byChampion("DescribeSetting", { setting: second }))
      .then([{ type: "SettingDescribed.v1", data: { setting: second } }])
  })
})
