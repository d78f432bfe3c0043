// CPD that reaches a Champion through a network: passed on by a representative who was there, or delivered to the
// network. A cascade without an attendance to pass on does not count, and says why.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  attended,
  given,
  network,
  onNetwork,
  onPerson,
  otherSchool,
  people,
  school,
  scheme,
  smallWorld
} from "@lcqm/testing/given-when-then"
import {
  bearsCascade,
  coverageByPerson,
  coverageOf,
  cpdCoverage,
  type SessionNumber
} from "../../src/index.ts"
import { championOf } from "./champion-of.ts"

const { champion, nextChampion } = people
const text = { about: [], text: "The list was of another day." }
const forOther = { scheme, cohort: "1", school: otherSchool, network }

const cascade = (session: SessionNumber, cascadedBy: string = champion) =>
  onPerson(nextChampion, "RecordCpdCascade", { ...forOther, session, cascadedBy })
const delivery = (session: SessionNumber) =>
  onPerson(nextChampion, "RecordCpdDelivery", { ...forOther, session })

// Two schools in a network: the Champion of one represents it and has attended the first two sessions.
const networked = given(smallWorld.at("with champion"))
  .having(
    ...championOf(otherSchool, nextChampion),
    onNetwork("FormNetwork", { name: "Harbour", schools: [{ school }, { school: otherSchool }] })
  )
  .on("2017-04-06")
  .having(attended(champion, 1), attended(champion, 2))
const arrange = onNetwork("ArrangeTraining", { models: ["representatives cascade"] })
const naming = onNetwork("NameRepresentative", { representative: champion, school })
const represented = networked.having(arrange, naming)
const toBeDelivered = networked.having(onNetwork("ArrangeTraining", { models: ["delivered to the network"] }))

const otherSchools = (story: typeof networked) =>
  story.projecting(cpdCoverage).as((model) => coverageOf(model).find((each) => each.school === otherSchool))

describe("a cascade", () => {
  it("is recorded with who passed it on and for which network", () => {
    given(represented)
      .when(cascade(2))
      .then([
        {
          type: "CpdAttended.v1",
          data: {
            scheme,
            person: nextChampion,
            cohort: "1",
            session: 2,
            school: otherSchool,
            mode: { cascadedBy: champion, network }
          }
        }
      ])
  })

  it("does not count without an attendance of the representative's own, and says so", () => {
    given(represented)
      .when(cascade(3))
      .thenRejected("CascadeWithoutAttendance", { representative: champion, cohort: "1", session: 3 })
      .remediedOn("2017-05-10", attended(champion, 3))
    given(represented)
      .having(onNetwork("NameRepresentative", { representative: people.stranger, school }))
      .when(cascade(1, people.stranger))
      .thenRejected("CascadeWithoutAttendance", { representative: people.stranger })
      .remediedBySending(cascade(1))
  })

  it("rests on an attendance of the same session of the same cohort and scheme", () => {
    const own = { scheme, cohort: "1", session: 2, on: "2017-04-05", mode: "direct" } as const
    const passedOn = { scheme, cohort: "1", session: 2, on: "2017-04-06" } as const
    expect(bearsCascade(own, passedOn)).toBe(true)
    for (const other of [{ scheme: "other" }, { cohort: "2" }, { session: 3 }] as const) {
      expect(bearsCascade({ ...own, ...other }, passedOn)).toBe(false)
    }
  })

  it("says which models are arranged, where it is none of them", () => {
    const said = (story: typeof networked): string => {
      const { outcome } = story.when(delivery(1))
      return Result.isFailure(outcome) ? outcome.failure.message : ""
    }
    expect(said(networked)).toContain("has nothing arranged, and not: delivered to the network.")
    const models = ["subject leaders attend", "representatives cascade"] as const
    expect(said(networked.having(onNetwork("ArrangeTraining", { models })))).toContain(
      "has subject leaders attend, representatives cascade arranged, and not: delivered to the network."
    )
  })

  it("passes on what had been attended by then, and not what came by a cascade itself", () => {
    given(represented)
      .when({ ...cascade(2), occurredOn: "2017-04-05" })
      .thenRejected("CascadeWithoutAttendance", { on: "2017-04-05" })
      .remediedBySending({ ...cascade(2), occurredOn: "2017-04" })
    const onwards = given(represented).having(
      cascade(1),
      onNetwork("NameRepresentative", { representative: nextChampion, school: otherSchool })
    )
    given(onwards)
      .when(
        onPerson(champion, "RecordCpdCascade", { ...forOther, school, session: 1, cascadedBy: nextChampion })
      )
      .thenRejected("CascadeWithoutAttendance", { representative: nextChampion, session: 1 })
  })

  it("is by who represents the network, for a school of it", () => {
    given(networked)
      .having(arrange)
      .when(cascade(1))
      .thenRejected("NotARepresentative", { network, representative: champion })
      .remediedBy(naming)
    given(represented)
      .having(onNetwork("LeaveNetwork", { school }))
      .on("2017-04-07")
      .when(cascade(1))
      .thenRejected("SchoolNotInNetwork", { school })
      .remediedBy(onNetwork("JoinNetwork", { school }))
    given(represented)
      .having(onNetwork("LeaveNetwork", { school: otherSchool }))
      .on("2017-04-07")
      .when(cascade(1))
      .thenRejected("SchoolNotInNetwork", { school: otherSchool })
      .remediedBySending({ ...cascade(1), occurredOn: "2017-04-06" })
  })

  it("is by the model that the authority arranged for the session", () => {
    given(networked)
      .having(onNetwork("ArrangeTraining", { models: ["subject leaders attend"] }), naming)
      .when(cascade(1))
      .thenRejected("TrainingModelNotArranged", { model: "representatives cascade", session: 1 })
      .remediedBy(arrange)
    given(networked)
      .having(onNetwork("ArrangeTraining", { models: ["representatives cascade"], sessions: [2] }), naming)
      .when(cascade(1))
      .thenRejected("TrainingModelNotArranged", { arranged: [] })
      .remediedBySending(cascade(2))
  })

  it("is of a network that there is, to a Champion of a school that is enrolled", () => {
    const elsewhere = cascade(1)
    given(represented)
      .when({ ...elsewhere, data: { ...elsewhere.data, network: "no-network" } })
      .thenRejected("NetworkUnknown", { network: "no-network" })
      .remediedBySending(elsewhere)
    given(represented)
      .when(onPerson(people.stranger, "RecordCpdCascade", { ...forOther, session: 1, cascadedBy: champion }))
      .thenRejected("NotAChampionOfIt", { person: people.stranger })
  })

  it("is recorded once, in whatever way the session reached the person", () => {
    given(represented)
      .having(cascade(1))
      .when(cascade(1))
      .thenRejected("AttendanceRecorded", { session: 1 })
      .remediedBySending(cascade(2))
  })
})

describe("a delivery to a network", () => {
  it("is recorded with the network it was delivered to, whether or not the cohort had scheduled the session", () => {
    given(toBeDelivered)
      .when(delivery(4))
      .then([
        {
          type: "CpdAttended.v1",
          data: {
            scheme,
            person: nextChampion,
            cohort: "1",
            session: 4,
            school: otherSchool,
            mode: { deliveredTo: network }
          }
        }
      ])
  })

  it("is by the model that the authority arranged, in a cohort that was launched", () => {
    given(represented)
      .when(delivery(1))
      .thenRejected("TrainingModelNotArranged", { model: "delivered to the network" })
      .remediedBySending(cascade(1))
    const unknown = delivery(1)
    given(toBeDelivered)
      .when({ ...unknown, data: { ...unknown.data, cohort: "9" } })
      .thenRejected("CohortUnknown", { cohort: "9" })
      .remediedBySending(unknown)
  })

  it("can be passed on by a representative who was there", () => {
    const both = onNetwork("ArrangeTraining", {
      models: ["representatives cascade", "delivered to the network"]
    })
    const toFirst = onPerson(champion, "RecordCpdDelivery", { ...forOther, school, session: 3 })
    given(networked).having(both, naming, toFirst).when(cascade(3)).thenAccepted()
  })
})

describe("CPD coverage through a network", () => {
  it("counts what was passed on or delivered beside what was attended, and says how it came", () => {
    const both = onNetwork("ArrangeTraining", {
      models: ["representatives cascade", "delivered to the network"]
    })
    otherSchools(networked.having(both, naming, cascade(2), delivery(4))).expect({
      scheme,
      school: otherSchool,
      cohort: "1",
      champion: nextChampion,
      attended: [2, 4],
      missing: [1, 3],
      throughNetwork: [
        { session: 2, mode: { cascadedBy: champion, network } },
        { session: 4, mode: { deliveredTo: network } }
      ],
      notCounted: []
    })
  })

  it("no longer counts a cascade once the attendance it rests on is struck out, and says why", () => {
    const passedOn = represented.having(cascade(1))
    const own = passedOn.events.find(({ type }) => type === "CpdAttended.v1")?.id ?? ""
    const struck = passedOn.having(
      onPerson(champion, "CorrectCpdAttendance", { corrects: own, reason: text })
    )
    const { answer } = otherSchools(struck)
    expect(answer).toMatchObject({ attended: [], missing: [1, 2, 3, 4], throughNetwork: [] })
    expect(answer?.notCounted).toEqual([
      {
        session: 1,
        mode: { cascadedBy: champion, network },
        why: `${champion} passed it on, and has no attendance of their own of session 1 of cohort 1`
      }
    ])
    // Recorded anew, it bears the cascade again.
    otherSchools(struck.having(attended(champion, 1)))
      .as((coverage) => coverage?.attended)
      .expect([1])
  })

  it("is that of the person, whichever way it came, the most direct way first", () => {
    const direct = onPerson(nextChampion, "RecordCpdAttendance", {
      scheme,
      cohort: "1",
      session: 1,
      school
    })
    const story = represented
      .having(cascade(1), {
        type: "ReplaceChampion",
        actor: { person: people.office, roles: ["SchemeOffice"] },
        data: { scheme, school, champion: nextChampion }
      })
      .having(direct)
    story
      .projecting(cpdCoverage)
      .as((model) => coverageByPerson(model).find(({ person }) => person === nextChampion))
      .expect({ scheme, person: nextChampion, reached: [{ session: 1, mode: "direct" }], notCounted: [] })
  })
})
