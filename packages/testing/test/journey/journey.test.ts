// The engine and the page of rules that is its model agree on every journey; and where they do not, a short
// journey that shows it is what is told.
import { codecOf, EventStore, lcqmCatalogue, positionOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore, memoryStore } from "@lcqm/memory"
import { inhabitants, Coverage } from "@lcqm/testing/arbitraries"
import { anyJourney, expectedOf, JourneyCommand, JourneyModel, runJourney } from "@lcqm/testing/journey"
import { Effect, Layer, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

const kinds = [
  "join network",
  "leave network",
  "enrol",
  "appoint",
  "replace",
  "defer",
  "resume",
  "withdraw",
  "self-assess",
  "declare",
  "reopen",
  "arrange",
  "cancel visit",
  "hold visit",
  "assess",
  "agree",
  "propose",
  "accept",
  "decline",
  "withdraw proposal",
  "ask further work",
  "submit further work",
  "withhold"
]

describe("journeys run beside their model", () => {
  it("agree on every answer and every state, and every kind of step is met recorded and refused", async () => {
    const wanted = kinds.flatMap((kind) => [`${kind}: recorded`, `${kind}: refused`])
    const met = new Coverage("steps of schools", wanted)
    await met.assert(
      1,
      fc.asyncProperty(anyJourney(), async (steps) => {
        for (const [what, times] of await runJourney({ store: memoryStore(), steps })) {
          met.count(what, times)
        }
      }),
      { numRuns: 300 }
    )
  })

  it("agree where no state is kept between commands", async () => {
    await fc.assert(
      fc.asyncProperty(anyJourney({ mostSteps: 30 }), async (steps) => {
        await runJourney({ store: memoryStore(), steps, options: { cachedStreams: 0 } })
      }),
      { numRuns: 10 }
    )
  })
})

// Acknowledges that a visit was held, and records nothing: a store that lies.
const forgetful = (): Layer.Layer<EventStore> => {
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const store = makeMemoryStore(codec)
  return Layer.succeed(EventStore, {
    ...store,
    append: (stream, expected, events) => {
      const [first] = events
      if (first.type !== "VisitHeld.v1") return store.append(stream, expected, events)
      const { leafHash } = Result.getOrThrow(codec.encode(first))
      const recorded = { ...first, leafHash, position: positionOf(9_999) }
      return Effect.succeed({ events: [recorded], created: false, repeated: false })
    }
  })
}

describe("a journey on which they differ", () => {
  it("is told by few steps, none of which can be left out, and of which the last shows it", async () => {
    const found = await fc.check(
      fc.asyncProperty(anyJourney({ mostSteps: 30 }), async (steps) => {
        await runJourney({ store: forgetful(), steps })
      }),
      { numRuns: 100 }
    )
    expect(found.failed).toBe(true)
    const told = String(found.counterexample?.[0])
      .split(",")
      .map((step) => step.replace(/^\S+ /, "").split(" ")[0])
    // Enrolled, a Champion, two judgements, declared, an assessment taken on, a visit arranged, and held: eight.
    const needed = ["enrol", "appoint", "self-assess", "declare", "take", "arrange", "hold"]
    expect(needed.filter((kind) => !told.includes(kind))).toEqual([])
    expect(told.length).toBeLessThanOrEqual(12)
    expect(told.at(-1)).toBe("hold")
    expect(String(found.errorInstance)).toContain("hold visit: the school stands at")
    const steps = [...(found.counterexample?.[0] ?? [])]
    for (const left of steps.keys()) await runJourney({ store: forgetful(), steps: steps.toSpliced(left, 1) })
  })

  it("is a step that came otherwise than expected", async () => {
    const deferring = { ask: "defer", by: inhabitants.office } as const
    const model = new JourneyModel()
    expect(expectedOf(deferring, model)).toBe("refused")
    // As if the model took a school for enrolled that is not.
    const pretending = new JourneyCommand((known) => {
      Object.assign(known, { enrolment: 1 })
      return deferring
    })
    const run = runJourney({ store: memoryStore(), steps: [pretending] })
    await expect(run).rejects.toMatchObject({ _tag: "JourneyMismatch" })
    await expect(run).rejects.toThrow("p-office001 defer: expected recorded, came refused")
  })
})
