// Whom an event is about is found wherever a person stands in it, also in an event that comes later.
import { anyStampedEvent, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Entropy, lcqmCatalogue, newPseudonym, peopleIn, PersonRef } from "../../src/index.ts"

const isPerson = Schema.is(PersonRef)

// What no schema was asked for: every text that can be a person's, but for the words of free texts.
const pseudonymsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return isPerson(value) ? [value] : []
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([name, held]) =>
    ["text", "iv", "ct"].includes(name) ? [] : pseudonymsIn(held)
  )
}

describe("whom an event is about", () => {
  it("is everybody whose pseudonym stands in it: in its data, as who acted, and as whose stream it is", () => {
    const met = new Coverage("whom events name", ["named", "actor", "open text", "sealed text"])
    met.assert(
      1,
      fc.property(anyStampedEvent(), (event) => {
        const found = peopleIn(lcqmCatalogue, event)
        for (const { as } of found) met.count(as)
        const stream = event.stream.replace(/^person-/, "")
        const expected = [
          ...pseudonymsIn(event.data),
          ...pseudonymsIn(event.metadata),
          ...pseudonymsIn(stream)
        ]
        expect(new Set(found.map(({ person }) => person))).toEqual(new Set(expected))
      }),
      { numRuns: 600 }
    )
  })

  it("is told with the place it stands in", () => {
    const event = {
      stream: "person-p-assessor1",
      type: "CpdAttendanceCorrected.v1",
      data: { reason: { about: ["p-champion1", "p-assessor1"], text: "As agreed." } },
      metadata: { actor: { person: "p-office01" } }
    }
    const [stream, actor, ...about] = peopleIn(lcqmCatalogue, event)
    expect(stream).toEqual({ person: "p-assessor1", path: "stream", as: "stream" })
    expect(actor).toEqual({ person: "p-office01", path: "metadata.actor.person", as: "actor" })
    expect(about).toEqual([
      { person: "p-champion1", path: "data.reason", as: "open text" },
      { person: "p-assessor1", path: "data.reason", as: "open text" }
    ])
  })
})

describe("a new pseudonym", () => {
  it("is well formed whatever the randomness, and different bytes give different ones", () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (numbers) => {
        const bytes = (count: number) => Uint8Array.from({ length: count }, () => numbers.next().value ?? 0)
        const made = Effect.runSync(Effect.provideService(newPseudonym, Entropy, { bytes }))
        expect(isPerson(made)).toBe(true)
        expect(made).toHaveLength(22)
        seen.add(made)
      }),
      { numRuns: 100 }
    )
    expect(seen.size).toBeGreaterThan(90)
  })

  it("has every letter and digit as often as any other", () => {
    const counts = new Map<string, number>()
    // Each byte once a round: after 36 letters for every multiple that is not left out, all are equal.
    let next = 0
    const bytes = (count: number) => Uint8Array.from({ length: count }, () => next++ % 256)
    for (let n = 0; n < 63; n += 1) {
      const made = Effect.runSync(Effect.provideService(newPseudonym, Entropy, { bytes }))
      for (const letter of made.slice(2)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    }
    // 63 pseudonyms of 20 are 1,260 letters: 35 of each.
    expect([...counts.values()]).toEqual(Array.from({ length: 36 }, () => 35))
  })
})
