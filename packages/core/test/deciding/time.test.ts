// Two times on every event. When it was recorded comes from the loop's clock, and never goes back in a stream,
// whatever the clock does.
import { instantOf } from "@lcqm/core"
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { byStream, emptyStore, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"

describe("the time at which an event is recorded", () => {
  it("is the clock's, or that of the stream's last event where the clock has gone back since", () => {
    const met = new Coverage("events recorded", ["at the clock's time", "when the clock had gone back"])
    const later = Date.UTC(2019, 0, 1)
    const anyTimes = fc.array(fc.nat({ max: 86_400_000 }), { minLength: 1, maxLength: 40 })
    met.assert(
      20,
      fc.property(anyCommandSequence(), anyTimes, fc.boolean(), ({ steps }, times, twoClocks) => {
        const store = emptyStore()
        const clock = { now: 0 }
        const lcqms = [lcqmOver(store, { now: () => clock.now }), lcqmOver(store, { now: () => clock.now })]
        for (const [place, { command }] of steps.entries()) {
          clock.now = later + (times[place % times.length] ?? 0)
          const before = eventsOf(store)
          const lcqm = lcqms[twoClocks ? place % 2 : 0] ?? lcqms[0]
          if (lcqm === undefined) continue
          Effect.runSync(Effect.result(lcqm.execute(command)))
          for (const { metadata, stream } of eventsOf(store).slice(before.length)) {
            const last = before.findLast((event) => event.stream === stream)?.metadata.recordedAt ?? ""
            const now = instantOf(clock.now)
            expect(metadata.recordedAt).toBe(last > now ? last : now)
            met.count(last > now ? "when the clock had gone back" : "at the clock's time")
          }
        }
        for (const own of byStream(eventsOf(store)).values()) {
          const recorded = own.map(({ metadata }) => metadata.recordedAt)
          expect(recorded).toEqual(recorded.toSorted())
        }
      }),
      { numRuns: 15 }
    )
  })
})
