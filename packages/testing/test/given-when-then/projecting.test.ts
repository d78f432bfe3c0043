// Given events, a projection: what it makes of them, at any point in either time, and what is shown where it is not
// what was expected.
import { describe, expect, it } from "vitest"
import {
  awardRegister,
  cohortProgress,
  cohortsOf,
  projectionOf,
  registeredAwards,
  type LcqmEvent
} from "@lcqm/core"
import { givenEvents, given, smallWorld, StoryMismatch } from "@lcqm/testing/given-when-then"

const launched = (cohort: string) =>
  ({
    stream: `cohort-lcqm-${cohort}`,
    type: "CohortLaunched.v1",
    data: { scheme: "lcqm", cohort, windows: {}, warnings: [] }
  }) as const

const labels = projectionOf<Map<string, Set<string>>, LcqmEvent>(
  { name: "labels", version: 1, empty: () => new Map() },
  {
    "CohortLaunched.v1": (model, { data: { cohort, scheme } }) => {
      model.set(scheme, new Set([...(model.get(scheme) ?? []), cohort]))
    }
  }
)

describe("a projection of given events", () => {
  it("reads them in their order, and no types but its own", () => {
    const story = givenEvents([
      launched("B"),
      { stream: "cohort-lcqm-B", type: "CohortClosed.v1", data: {} },
      launched("A")
    ])
    story.projecting(labels).expect(new Map([["lcqm", new Set(["B", "A"])]]))
    story
      .projecting(cohortProgress)
      .as((model) => cohortsOf(model).map(({ cohort }) => cohort))
      .expect(["B", "A"])
  })

  it("shows the events, and where the model is not what was expected", () => {
    const tell = () =>
      givenEvents([launched("B")])
        .projecting(labels)
        .expect(new Map([["lcqm", new Set(["A"])]]))
    expect(tell).toThrow(StoryMismatch)
    expect(tell).toThrow(
      [
        "The events do not project to what was expected.",
        "Given",
        '  CohortLaunched.v1 {"scheme":"lcqm","cohort":"B","windows":{},"warnings":[]}',
        "Differences",
        '  at lcqm[0]: expected "A", got "B"'
      ].join("\n")
    )
  })

  it("is as at a day, and as it was known at a moment", () => {
    const register = given(smallWorld.at("agreed"))
      .projecting(awardRegister)
      .as((model) => registeredAwards(model).length)
    register.expect(1)
    register.asAt({ occurred: "2017-11-21" }).expect(0)
    register.asAt({ recorded: "2017-11-22T12:00:00.000Z" }).expect(1)
    register.asAt({ recorded: "2017-11-22T11:00:00.000Z" }).expect(0)
  })
})
