// What is known of a cohort, as its events make it.
import { given, onCohort, scheme, smallWorld, theOffice } from "@lcqm/testing/given-when-then"
import { describe, expect, it } from "vitest"
import { cohortFold } from "../../src/index.ts"

const reason = { about: [], text: "Snow was forecast." }
const windows = { training: { from: "2018-04" }, assessment: { from: "2018-02" } }
const launched = given().having({
  type: "LaunchCohort",
  actor: theOffice,
  data: { scheme, cohort: "1", title: "Pilot", area: "Harbour", windows }
})
const eventsOf = (story: ReturnType<typeof given>) => story.eventsOf(`cohort-${scheme}-1`)
const knownOf = (story: ReturnType<typeof given>) => cohortFold.fold(cohortFold.initial, eventsOf(story))

describe("what is known of a cohort", () => {
  it("is nothing before it is launched", () => {
    expect(cohortFold.initial).toEqual({
      launched: false,
      label: "",
      title: undefined,
      area: undefined,
      windows: {},
      warnings: [],
      sessions: new Map(),
      closed: false
    })
  })

  it("is what it was launched with, and since its dates were changed those, with what is odd about them", () => {
    const known = {
      launched: true,
      label: "1",
      title: "Pilot",
      area: "Harbour",
      sessions: new Map(),
      closed: false
    }
    expect(knownOf(launched)).toEqual({ ...known, windows, warnings: ["AssessmentBeforeTraining"] })
    const changed = { training: { from: "2018-01" } }
    const story = launched.having(onCohort("ChangeCohortWindows", { windows: changed, reason }))
    expect(knownOf(story)).toEqual({ ...known, windows: changed, warnings: [] })
    expect(knownOf(story.having(onCohort("CloseCohort", { reason })))).toMatchObject({ closed: true })
  })

  it("is when each session is, and that it was called off, until it is scheduled again", () => {
    const on = (session: 1 | 2, date: string) => onCohort("ScheduleCpdSession", { session, on: date })
    const moved = launched.having(
      on(1, "2018-04"),
      on(2, "2018-05-02"),
      onCohort("MoveCpdSession", { session: 1, on: "2018-04-18" })
    )
    const second = [2, { on: "2018-05-02", cancelled: false }]
    expect([...knownOf(moved).sessions]).toEqual([[1, { on: "2018-04-18", cancelled: false }], second])
    const cancelled = moved.having(onCohort("CancelCpdSession", { session: 1, reason }))
    expect([...knownOf(cancelled).sessions]).toEqual([[1, { on: "2018-04-18", cancelled: true }], second])
    const again = cancelled.having(on(1, "2018-06-06"))
    expect([...knownOf(again).sessions]).toEqual([[1, { on: "2018-06-06", cancelled: false }], second])
  })

  it("is the same whether events come one by one or together, and no session that nobody scheduled", () => {
    const story = smallWorld.at("ready")
    const events = eventsOf(given(story).having(onCohort("CancelCpdSession", { session: 2, reason })))
    const oneByOne = events.reduce((state, event) => cohortFold.evolve(state, event), cohortFold.initial)
    expect(oneByOne).toEqual(cohortFold.fold(cohortFold.initial, events))
    const alone = events.filter(({ type }) => type === "CpdSessionCancelled.v1")
    expect(alone).toHaveLength(1)
    expect(cohortFold.fold(cohortFold.initial, alone)).toEqual(cohortFold.initial)
  })
})
