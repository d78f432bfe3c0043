// A writer is killed (SIGKILL) at a random moment, again and again on the same file, while it acknowledges appends
// over a pipe and keeps a read model beside them. Takes minutes, so `npm run test:crash` runs it, not `npm test`.
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { withStore } from "../opened.ts"
import { newPath } from "../places.ts"
import { append } from "../processes/appender.ts"

const kills = Number(process.env["LCQM_KILLS"] ?? "200")
const perAppend = 3

describe(`a writer killed ${kills} times`, () => {
  it.each(["full", "normal"] as const)(
    "under %s durability loses no acknowledged append, leaves none half there, and no bookmark ahead",
    { timeout: 3_600_000 },
    async (durability) => {
      const path = newPath()
      let [events, killed] = [0, 0]
      for (let kill = 0; kill < kills; kill++) {
        const work = { path, stream: "a", count: 1_000_000, perAppend, durability, bookmark: true }
        const { acknowledged, code } = await append(
          { ...work, firstId: 1 + kill * 1_000_000 },
          60 * Math.random()
        )
        if (code === null) killed += 1
        const found = await withStore(path, (store) =>
          Effect.all({
            slice: store.readStream("a", { from: Math.max(0, events) }),
            head: store.head(),
            bookmark: store.bookmark({ name: "counted", version: 1 })
          })
        )
        const { bookmark, head, slice } = found
        const now = slice.revision === "none" ? 0 : slice.revision + 1
        expect(now).toBeGreaterThanOrEqual(events + acknowledged)
        expect(now).toBeLessThanOrEqual(events + acknowledged + perAppend)
        expect((now - events) % perAppend).toBe(0)
        expect(slice.events.map(({ revision }) => revision)).toEqual(slice.events.map((_, i) => events + i))
        if (bookmark !== undefined) expect(bookmark <= head.position).toBe(true)
        events = now
      }
      const counted = await withStore(path, (store) => store.verify)
      expect(counted.events).toBe(events)
      expect(killed).toBe(kills)
    }
  )
})
