// Event ids follow from the command, so that sending a command twice is sending the same events.
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { createHash } from "node:crypto"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStoreLayer } from "./lcqm-over.ts"

describe("event ids", () => {
  it("are UUIDs of version 8 that follow from the command's id and the event's index in it, and are unique", () => {
    const met = new Coverage("events by index in their command", ["first", "second", "later"])
    met.assert(
      1,
      fc.property(anyHistory({ store: emptyStoreLayer }), ({ events }) => {
        const seen = new Map<string, number>()
        for (const { id, metadata } of events) {
          const index = seen.get(metadata.commandId) ?? 0
          seen.set(metadata.commandId, index + 1)
          const hex = createHash("sha256").update(`${metadata.commandId}#${index}`).digest("hex")
          expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
          const [first, second, third, fourth, fifth] = id.split("-")
          expect([first, second, third?.slice(1), fourth?.slice(1), fifth]).toEqual([
            hex.slice(0, 8),
            hex.slice(8, 12),
            hex.slice(13, 16),
            hex.slice(17, 20),
            hex.slice(20, 32)
          ])
          met.count(index === 0 ? "first" : index === 1 ? "second" : "later")
        }
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
      }),
      { numRuns: 15 }
    )
  })
})
