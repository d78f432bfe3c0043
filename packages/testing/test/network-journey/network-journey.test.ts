// The engine and the page of promises that is its model agree on whatever happens to a network; and where they do not,
// a short journey that shows it is what is told.
import { Coverage } from "@lcqm/testing/arbitraries"
import { codecOf, EventStore, lcqmCatalogue, positionOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore, memoryStore } from "@lcqm/memory"
import { anyNetworkJourney, runNetworkJourney } from "@lcqm/testing/network-journey"
import { Effect, Layer, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const kinds = [
  "form",
  "plan",
  "endorse",
  "close",
  "register",
  "fund",
  "join",
  "leave",
  "choose",
  "name lead",
  "consent",
  "withdraw",
  "represent",
  "stand down"
]

describe("networks run beside their model", () => {
  it("agree on every answer, every network and the directory, and every kind of step is met recorded and refused", async () => {
    const wanted = kinds.flatMap((kind) => [`${kind}: recorded`, `${kind}: refused`])
    const met = new Coverage("steps of networks", wanted)
    await met.assert(
      1,
      fc.asyncProperty(anyNetworkJourney(), async (steps) => {
        for (const [what, times] of await runNetworkJourney({ store: memoryStore(), steps })) {
          met.count(what, times)
        }
      }),
      { numRuns: 100 }
    )
  })

  it("agree where no state is kept between commands", async () => {
    await fc.assert(
      fc.asyncProperty(anyNetworkJourney({ mostSteps: 25 }), async (steps) => {
        await runNetworkJourney({ store: memoryStore(), steps, options: { cachedStreams: 0 } })
      }),
      { numRuns: 8 }
    )
  })
})

// Acknowledges that a consent was withdrawn, and records nothing: a store that lies.
const forgetful = (): Layer.Layer<EventStore> => {
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const store = makeMemoryStore(codec)
  return Layer.succeed(EventStore, {
    ...store,
    append: (stream, expected, events) => {
      const [first] = events
      if (first.type !== "ContactConsentWithdrawn.v1") return store.append(stream, expected, events)
      const { leafHash } = Result.getOrThrow(codec.encode(first))
      const recorded = { ...first, leafHash, position: positionOf(9_999) }
      return Effect.succeed({ events: [recorded], created: false, repeated: false })
    }
  })
}

describe("a network on which they differ", () => {
  it("is told by few steps, none of which can be left out, and of which the last shows it", async () => {
    const found = await fc.check(
      fc.asyncProperty(anyNetworkJourney({ mostSteps: 25 }), async (steps) => {
        await runNetworkJourney({ store: forgetful(), steps })
      }),
      { numRuns: 100 }
    )
    expect(found.failed).toBe(true)
    const told = String(found.counterexample?.[0])
      .split(",")
      .map((step) => step.replace(/^\S+ /, "").split(" ")[0])
    // Formed, a consent given, a consent withdrawn: three, or four where who gives it is named lead before.
    expect(told.length).toBeLessThanOrEqual(5)
    expect(told.at(-1)).toBe("withdraw")
    expect(String(found.errorInstance)).toContain("the network stands at")
    const steps = [...(found.counterexample?.[0] ?? [])]
    for (const left of steps.keys())
      await runNetworkJourney({ store: forgetful(), steps: steps.toSpliced(left, 1) })
  })
})
