// An as-at leaves events out. What a fold then makes of an event whose predecessors are missing is no more than the event
// itself says: no award, visit or opinion comes about that nobody has recorded.
import { describe, expect, it } from "vitest"
import {
  byAssessor,
  byChampion,
  byOffice,
  given,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { type EnrolmentState, enrolmentFold, schoolStream } from "../../src/index.ts"
import { ask, give, reason } from "./afterwards/other-assessor.ts"

const agreed = smallWorld.at("agreed")
const lodge = byChampion("LodgeAppeal", { grounds: reason })
const decide = byOffice("DecideAppeal", { reason })
const pins = { cohort: "2", criteriaSet: "small.1", ruleSet: "1" }
const eventsOf = (story: ReturnType<typeof given>) => story.eventsOf(schoolStream(scheme, school))
// What is known where of a story only the events of these types are there.
const knownOf = (story: ReturnType<typeof given>, ...types: ReadonlyArray<string>): EnrolmentState =>
  enrolmentFold.fold(
    enrolmentFold.initial,
    eventsOf(story).filter(({ type }) => types.includes(type))
  )

describe("of an event that comes alone nothing is known but what it says", () => {
  it("a revocation makes no award, and knows no assessor", () => {
    const { afterwards, awards, stage } = knownOf(
      given(agreed).having(byOffice("RevokeAward", { reason })),
      "AwardRevoked.v1"
    )
    expect([awards, stage, afterwards.decision?.assessor]).toEqual([[], "not enrolled", undefined])
  })

  it("an appeal's decision ends nothing, and raises nothing, that is not there", () => {
    for (const level of ["none", "gold"] as const) {
      const decided = given(agreed).having(lodge, ask("appeal"), give(level), decide)
      expect(knownOf(decided, "AppealDecided.v1")).toMatchObject({ awards: [], stage: "not enrolled" })
    }
  })

  it("a second judgement is no opinion of anybody", () => {
    const given_ = given(agreed).having(ask("moderation"), give("silver"))
    expect(knownOf(given_, "SecondJudgementGiven.v1")).toMatchObject({
      awards: [],
      afterwards: { second: undefined }
    })
  })

  it("a visit is not moved, nor its date corrected, that was never arranged", () => {
    const moved = given(smallWorld.at("visit arranged")).having(
      byAssessor("MoveVisit", { on: "2017-11-16", reason })
    )
    expect(knownOf(moved, "VisitMoved.v1").visit).toBeUndefined()
    const visited = given(smallWorld.at("visited"))
    const corrects = visited.events.find(({ type }) => type === "VisitHeld.v1")?.id ?? ""
    const corrected = visited.having(byOffice("CorrectDate", { corrects, on: "2017-11-13", reason }))
    const known = knownOf(corrected, "VisitHeld.v1", "DateCorrected.v1")
    expect(known.visit).toBeUndefined()
    expect([...known.dates.values()]).toMatchObject([{ on: "2017-11-13" }])
  })

  it("a renewal goes on with no Champion whose appointment is not known", () => {
    const renewing = given(agreed).on("2020-09-01").having(byOffice("BeginRenewal", pins))
    expect([...knownOf(renewing, "RenewalBegun.v1").dates.keys()]).toEqual(["the enrolment"])
  })
})
