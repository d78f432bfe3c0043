// The engine and the page of promises that is its model agree on whatever happens to a cohort; and where they do not, a
// short life that shows it is what is told.
import { Coverage } from "@lcqm/testing/arbitraries"
import { codecOf, EventStore, lcqmCatalogue, positionOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore, memoryStore } from "@lcqm/memory"
import { anyCohortJourney, runCohortJourney } from "@lcqm/testing/cohort-journey"
import { Effect, Layer, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const kinds = ["launch", "change dates", "schedule", "move", "call off", "close", "enrol", "transfer"]

describe("cohorts run beside their model", () => {
  it("agree on every answer and every cohort, and every kind of step is met recorded and refused", async () => {
    const wanted = kinds.flatMap((kind) => [`${kind}: recorded`, `${kind}: refused`])
    const met = new Coverage("steps of cohorts", [...wanted, "move: nothing to do"])
    await met.assert(
      1,
      fc.asyncProperty(anyCohortJourney(), async (steps) => {
        for (const [what, times] of await runCohortJourney({ store: memoryStore(), steps })) {
          met.count(what, times)
        }
      }),
      { numRuns: 40 }
    )
  })

  it("agree where no state is kept between commands", async () => {
    await fc.assert(
      fc.asyncProperty(anyCohortJourney({ mostSteps: 25 }), async (steps) => {
        await runCohortJourney({ store: memoryStore(), steps, options: { cachedStreams: 0 } })
      }),
      { numRuns: 6 }
    )
  })
})

// Acknowledges that a session was called off, and records nothing: a store that lies.
const forgetful = (): Layer.Layer<EventStore> => {
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const store = makeMemoryStore(codec)
  return Layer.succeed(EventStore, {
    ...store,
    append: (stream, expected, events) => {
      const [first] = events
      if (first.type !== "CpdSessionCancelled.v1") return store.append(stream, expected, events)
      const { leafHash } = Result.getOrThrow(codec.encode(first))
      const recorded = { ...first, leafHash, position: positionOf(9_999) }
      return Effect.succeed({ events: [recorded], created: false, repeated: false })
    }
  })
}

describe("a cohort on which they differ", () => {
  it("is told by few steps, none of which can be left out, and of which the last shows it", async () => {
    const found = await fc.check(
      fc.asyncProperty(anyCohortJourney({ mostSteps: 12 }), async (steps) => {
        await runCohortJourney({ store: forgetful(), steps })
      }),
      { numRuns: 100 }
    )
    expect(found.failed).toBe(true)
    const told = String(found.counterexample?.[0]).split(",")
    // Launched, a session scheduled, and called off: three.
    expect(told.length).toBeLessThanOrEqual(5)
    expect(told.at(-1)).toContain("call off")
    expect(String(found.errorInstance)).toContain("the cohort stands at")
    const steps = [...(found.counterexample?.[0] ?? [])]
    for (const left of steps.keys())
      await runCohortJourney({ store: forgetful(), steps: steps.toSpliced(left, 1) })
  })
})
