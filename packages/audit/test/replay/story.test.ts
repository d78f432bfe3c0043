// The demo's 110 schools: every decision of the story is reproduced.
import { decisionsOf, partiesAgree, replay, schoolHistory, threeJudgements } from "@lcqm/audit"
import { EventStore, schoolOfStream } from "@lcqm/core"
import { memoryStore } from "@lcqm/memory"
import { openStory, playStory } from "@lcqm/story-so-far"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"

describe("over the story of 110 schools", () => {
  it("every decision comes out the same, and school and assessor agree better than chance", async () => {
    const layer = memoryStore()
    const lcqm = openStory({ store: layer, seed: 7 })
    await playStory({ lcqm, seed: 7 })
    const schools = new Set<string>()
    for await (const { stream } of lcqm.events()) {
      const school = schoolOfStream(stream)
      if (school !== undefined) schools.add(school)
    }
    const asked = Effect.flatMap(EventStore, (store) =>
      Effect.forEach([...schools], (school) => schoolHistory(store, { scheme: "lcqm", school }))
    )
    const histories = await Effect.runPromise(Effect.provide(asked, layer))
    const replayed = histories.flatMap(replay)
    expect(replayed.filter(({ outcome }) => outcome !== "same")).toEqual([])
    expect(schools.size).toBe(110)
    expect(replayed.length).toBe(histories.flatMap(decisionsOf).length)
    expect(replayed.length).toBeGreaterThan(200)
    // Among them appeals decided as before, and such as changed the decision.
    const appeals = histories.flatMap(({ events }) =>
      events.filter(({ type }) => type === "AppealDecided.v1")
    )
    const outcomes = appeals.map(({ data }): unknown => Reflect.get(data, "outcome"))
    expect(new Set(outcomes)).toEqual(new Set(["confirmed", "changed"]))
    expect(replayed.filter(({ type }) => type === "AppealDecided.v1")).toHaveLength(appeals.length)

    const { all, byAssessor, byCriterion } = partiesAgree(histories.map(threeJudgements))
    expect(byCriterion.size).toBe(18)
    expect(byAssessor.size).toBeGreaterThan(3)
    expect(all.selfAndAssessor.pairs).toBeGreaterThan(1000)
    expect(all.assessorAndAgreed.kappa ?? 0).toBeGreaterThan(0.5)
  })
})
