// A writer is killed (SIGKILL) at a random moment, again and again on the same file, while it acknowledges appends
// over a pipe and keeps a read model beside them. Takes minutes, so `npm run test:crash` runs it, not `npm test`.
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import type { Durability } from "../../src/index.ts"
import { raw, withStore } from "../opened.ts"
import { newPath } from "../places.ts"
import { append } from "../processes/appender.ts"

const kills = Number(process.env["LCQM_KILLS"] ?? "200")
const perAppend = 3
const idsPerKill = 1_000_000

const hex = (n: number): string => n.toString(16).padStart(12, "0")

/** The file as the next to open it finds it, from a revision on. */
const found = (path: string, from: number) =>
  withStore(path, (store) =>
    Effect.all({
      slice: store.readStream("a", { from }),
      head: store.head()
    })
  )

/** How many events the read model has counted, and its bookmark; nothing where it has not begun. */
const countedIn = (path: string): { readonly events: number; readonly bookmark: string } | undefined => {
  const theirs = raw(path)
  try {
    const begun: unknown = theirs.prepare("SELECT 1 FROM read_models WHERE name = 'counted'").get()
    if (begun === undefined) return undefined
    const found: unknown = theirs.prepare("SELECT events, position FROM counted, bookmarks").get()
    const [events, position] = ["events", "position"].map((name): unknown => Reflect.get(Object(found), name))
    return found === undefined ? undefined : { events: Number(events), bookmark: String(position) }
  } finally {
    theirs.close()
  }
}

/** Lets a writer begin, kills it, and looks at what it has left; answers with the stream's length then. */
const killOnce = async (path: string, durability: Durability, kill: number, before: number) => {
  const firstId = 1 + kill * idsPerKill
  const work = { path, stream: "a", count: idsPerKill, perAppend, durability, bookmark: true, firstId }
  const { acknowledged, code } = await append(work, 60 * Math.random())
  expect(code, "it ended by the signal, and not by itself").toBe(null)
  const { head, slice } = await found(path, before)
  const counted = countedIn(path)
  const { events } = slice
  expect(events.length).toBeGreaterThanOrEqual(acknowledged)
  expect(events.length, "one append at most was recorded and not acknowledged").toBeLessThanOrEqual(
    acknowledged + perAppend
  )
  expect(events.length % perAppend, "no append is half there").toBe(0)
  expect(events.map(({ revision }) => revision)).toEqual(events.map((_, i) => before + i))
  expect(events.map(({ id }) => id.slice(-12))).toEqual(events.map((_, i) => hex(firstId + i)))
  if (counted !== undefined) {
    expect(counted.bookmark <= head.position, "no bookmark is ahead of the events").toBe(true)
    expect(counted.events, "the read model is where its bookmark is").toBe(Number(counted.bookmark) + 1)
  }
  return { length: before + events.length, acknowledged, bookmarked: counted !== undefined }
}

describe(`a writer killed ${kills} times`, () => {
  it.each(["full", "normal"] as const)(
    "under %s durability loses no acknowledged append, leaves none half there, and no bookmark ahead",
    { timeout: 3_600_000 },
    async (durability) => {
      const path = newPath()
      const seen = { length: 0, acknowledged: 0, bookmarked: 0 }
      for (let kill = 0; kill < kills; kill++) {
        const { acknowledged, bookmarked, length } = await killOnce(path, durability, kill, seen.length)
        seen.length = length
        seen.acknowledged += acknowledged
        seen.bookmarked += bookmarked ? 1 : 0
      }
      const whole = await withStore(path, (store) => store.verify)
      expect(whole.events).toBe(seen.length)
      expect(seen.acknowledged).toBeGreaterThanOrEqual(kills * perAppend)
      expect(seen.bookmarked).toBeGreaterThan(0)
      console.log(
        `${durability}: ${kills} kills, ${seen.acknowledged} events acknowledged, ${whole.events} there`
      )
    }
  )
})
