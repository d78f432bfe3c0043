// CPD coverage as people know it: which of the four sessions the Champion a school has now has attended.
import { describe, it } from "vitest"
import {
  attended,
  byOffice,
  given,
  onCohort,
  onPerson,
  otherSchool,
  people,
  school,
  smallWorld
} from "@lcqm/testing/given-when-then"
import { championOf } from "./champion-of.ts"
import { coverageOf, type CpdCoverage, cpdCoverage } from "../../src/index.ts"

const { champion, nextChampion } = people
const trained = smallWorld.at("trained")
const withChampion = smallWorld.at("with champion")

const coverage = (of: Partial<CpdCoverage>): ReadonlyArray<CpdCoverage> => [
  {
    scheme: "lcqm",
    school,
    cohort: "1",
    champion,
    attended: [],
    missing: [1, 2, 3, 4],
    throughNetwork: [],
    notCounted: [],
    ...of
  }
]

describe("CPD coverage", () => {
  it("is of every session for a Champion who attended all four", () => {
    given(trained)
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ attended: [1, 2, 3, 4], missing: [] }))
  })

  it("is of none where no Champion is appointed, whoever attended", () => {
    given(smallWorld.at("withheld"))
      .having(byOffice("EnrolSchool", { cohort: "1", criteriaSet: "small.1", ruleSet: "1" }))
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ champion: undefined }))
  })

  it("names the sessions that are missing, in order, however they were attended", () => {
    given(withChampion)
      .on("2017-06-15")
      .having(attended(champion, 4), attended(champion, 2))
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ attended: [2, 4], missing: [1, 3] }))
  })

  it("is that of the person: a new Champion brings their own, from wherever they attended", () => {
    given(trained)
      .having(
        ...championOf(otherSchool, nextChampion),
        onPerson(nextChampion, "RecordCpdAttendance", {
          scheme: "lcqm",
          cohort: "1",
          session: 3,
          school: otherSchool
        }),
        byOffice("ReplaceChampion", { champion: nextChampion })
      )
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect([
        ...coverage({ champion: nextChampion, attended: [3], missing: [1, 2, 4] }),
        ...coverage({ school: otherSchool, champion: nextChampion, attended: [3], missing: [1, 2, 4] })
      ])
  })

  it("goes along when the school is transferred to another cohort", () => {
    given(trained)
      .having(byOffice("TransferEnrolment", { cohort: "2" }))
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ cohort: "2", attended: [1, 2, 3, 4], missing: [] }))
  })

  it("does not count an attendance that was struck out", () => {
    const recorded = given(withChampion).on("2017-04-06").having(attended(champion, 1), attended(champion, 2))
    const corrects = recorded.events.at(-1)?.id ?? ""
    const reason = { about: [], text: "Was ill." }
    given(recorded)
      .having(onPerson(champion, "CorrectCpdAttendance", { corrects, reason }))
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ attended: [1], missing: [2, 3, 4] }))
  })

  it("stays when a session that was held is cancelled afterwards: who was there was there", () => {
    given(trained)
      .having(onCohort("CancelCpdSession", { session: 4 }))
      .projecting(cpdCoverage)
      .as(coverageOf)
      .expect(coverage({ attended: [1, 2, 3, 4], missing: [] }))
  })
})
