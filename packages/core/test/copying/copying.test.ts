// Copying brings the same bytes to another place, all of them or a beginning that the next copy goes on from; what
// is not the same history is refused with where it parts, and left as it was.
import { copyStore, CorruptEvent, type Recorded, StoresPart, verifiedRoot } from "@lcqm/core"
import { makeMemoryStore } from "@lcqm/memory"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { testCodec } from "@lcqm/testing/store"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, emptyStoreLayer, type Store, storeHolding } from "../properties/lcqm-over.ts"
import { changing, copied, expecting, failingAt, inFile, linesIn, longNote, newPath } from "./stores.ts"

// A few histories, drawn once: what is put to them is what matters here.
const drawn = fc.sample(anyHistory({ store: emptyStoreLayer, mostMoves: 12, noise: false }), {
  numRuns: 10,
  seed: 4
})
const history = () => fc.constantFrom(...drawn.map(({ events }) => events))
const longest = drawn.map(({ events }) => events).toSorted((a, b) => b.length - a.length)[0] ?? []

const rootOf = (store: Store) => Effect.runSync(verifiedRoot(store))

describe("a copy", () => {
  it("from memory to a file and back, cut short anywhere and resumed, holds the same bytes and root", async () => {
    const met = new Coverage("copies to a file and back", [
      "whole at once",
      "cut short on the way there",
      "and back"
    ])
    await met.assert(
      2,
      fc.asyncProperty(history(), fc.nat(), fc.nat(), async (events, there, back) => {
        const [first, last] = [storeHolding(events), emptyStore()]
        const path = newPath()
        const run = <A>(use: (file: Store) => Effect.Effect<A, unknown>): Promise<A> =>
          Effect.runPromise(inFile(path, use))
        const cut = (from: Store, to: Store, at: number) =>
          Effect.isFailure(copyStore(from, failingAt(to, at % events.length, "refused")))
        const cutThere = await run((file) => cut(first, file, there))
        const copied = await run((file) => copyStore(first, file))
        const cutBack = await run((file) => cut(file, last, back))
        const again = await run((file) => copyStore(file, last))
        expect(linesIn(last)).toEqual(linesIn(first))
        expect(copied.held + copied.appended).toBe(events.length)
        for (const { events, root } of [copied, again]) expect({ events, root }).toEqual(rootOf(first))
        met.count(cutThere ? "cut short on the way there" : "whole at once")
        if (cutBack) met.count("and back")
      }),
      {
        numRuns: 14,
        examples: drawn.slice(0, 2).flatMap(({ events }) => [
          [events, 0, 1],
          [events, events.length - 1, events.length - 1]
        ]) as Array<[ReadonlyArray<Recorded>, number, number]>
      }
    )
  })

  it("that fails at any append leaves a beginning, and the next one goes on from it", () => {
    const met = new Coverage("copies that fail", ["refused", "answer lost", "nothing copied", "some copied"])
    met.assert(
      3,
      fc.property(history(), fc.nat(), fc.constantFrom("refused", "answer lost"), (events, at, fault) => {
        const [from, to] = [storeHolding(events), emptyStore()]
        const failed = copied(from, failingAt(to, at % events.length, fault))
        const left = linesIn(to)
        expect(left).toEqual(linesIn(from).slice(0, left.length))
        if (Result.isFailure(failed)) {
          met.count(fault)
          met.count(left.length === 0 ? "nothing copied" : "some copied")
        }
        const again = Result.getOrThrow(copied(from, to))
        expect(again).toMatchObject({ held: left.length, appended: events.length - left.length })
        expect(linesIn(to)).toEqual(linesIn(from))
      }),
      {
        numRuns: 60,
        examples: drawn
          .slice(0, 3)
          .flatMap(({ events }) => [
            [events, 0, "refused"] as const,
            [events, 1, "answer lost"] as const
          ]) as Array<[(typeof drawn)[number]["events"], number, "refused" | "answer lost"]>
      }
    )
  })

  it("that is interrupted leaves a beginning too", async () => {
    const events = longest
    const [from, to] = [storeHolding(events), emptyStore()]
    const controller = new AbortController()
    const interrupting = copyStore(from, to, {
      onProgress: (done) => done > 20 && controller.abort()
    })
    await expect(Effect.runPromise(interrupting, { signal: controller.signal })).rejects.toThrow(/interrupt/i)
    expect(linesIn(to).length).toBeGreaterThan(20)
    expect(linesIn(to)).toEqual(linesIn(from).slice(0, linesIn(to).length))
    expect(Result.getOrThrow(copied(from, to)).events).toBe(events.length)
  })

  it("done twice changes nothing", () => {
    fc.assert(
      fc.property(history(), (events) => {
        const [from, to] = [storeHolding(events), emptyStore()]
        Result.getOrThrow(copied(from, to))
        const again = Result.getOrThrow(copied(from, to))
        expect(again).toEqual({ ...rootOf(from), held: events.length, appended: 0 })
      }),
      { numRuns: 15 }
    )
  })

  it("of another history is refused with where they part, and changes nothing", () => {
    const met = new Coverage("stores that part", ["at once", "later", "beyond the source"])
    // Two histories that begin alike: the second salted otherwise from some event on.
    const salted = (events: ReadonlyArray<Recorded>, from: number): ReadonlyArray<Recorded> =>
      events.map((event, i) =>
        i < from ? event : { ...event, metadata: { ...event.metadata, salt: "0".repeat(32) } }
      )
    met.assert(
      3,
      fc.property(history(), fc.nat(), fc.nat(), (events, differs, ends) => {
        const same = differs % (events.length + 1)
        const to = storeHolding(salted(events, same))
        const source = same === events.length ? events.slice(0, ends % events.length) : events
        const before = linesIn(to)
        const failure = Result.getOrThrow(Result.flip(copied(storeHolding(source), to)))
        expect(failure).toBeInstanceOf(StoresPart)
        const at = Math.min(same, source.length)
        met.count(at === source.length ? "beyond the source" : at === 0 ? "at once" : "later")
        const event = events[at]
        expect(failure).toMatchObject({
          same: at,
          destination: { stream: event?.stream, revision: event?.revision }
        })
        expect(linesIn(to)).toEqual(before)
      }),
      {
        numRuns: 60,
        examples: drawn.slice(0, 4).flatMap(
          ({ events }) =>
            [
              [events, 0, 0],
              [events, events.length, 1]
            ] as [typeof events, number, number][]
        )
      }
    )
  })

  it("stops at an event whose bytes are not those that were hashed, and names it", () => {
    const events = longest
    const from = storeHolding(events)
    const [, , third] = events
    const changed: Store = {
      ...from,
      readAll: (range) => from.readAll(range).pipe((stream) => changing(stream, third))
    }
    const to = emptyStore()
    const failure = Result.getOrThrow(Result.flip(copied(changed, to)))
    expect(failure).toBeInstanceOf(CorruptEvent)
    expect(failure).toMatchObject({ stream: third?.stream, revision: third?.revision })
    expect(linesIn(to).length).toBeLessThanOrEqual(2)
    expect(
      Result.getOrThrow(Result.flip(Effect.runSync(Effect.result(verifiedRoot(changed)))))
    ).toMatchObject({
      _tag: "CorruptEvent"
    })
  })

  it("is told how far it is, and ends with all", () => {
    const events = longest
    const told: Array<readonly [number, number]> = []
    const from = storeHolding(events)
    Effect.runSync(copyStore(from, emptyStore(), { onProgress: (done, total) => told.push([done, total]) }))
    const total = events.length
    expect(told[0]).toEqual([0, total])
    expect(told.at(-1)).toEqual([total, total])
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b))
  })
})

describe("a copy of a long stream", () => {
  it("takes as many appends as the limits ask for: 1,000 events and 1,000,000 bytes", () => {
    const from = makeMemoryStore(testCodec)
    const note = (n: number, size: number) => longNote("a", n, size)
    for (let n = 0; n < 2_500; n += 1)
      Effect.runSync(from.append("a", expecting(n), [note(n, n < 2_400 ? 10 : 40_000)]))
    const to = makeMemoryStore(testCodec)
    const sizes: Array<number> = []
    const counting: Store = {
      ...to,
      append: (stream, expected, events) => {
        sizes.push(events.length)
        return to.append(stream, expected, events)
      }
    }
    expect(Result.getOrThrow(copied(from, counting)).appended).toBe(2_500)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_500)
    expect(Math.max(...sizes)).toBe(1_000)
    // 100 events of 40,000 bytes: 24 an append.
    expect(sizes.length).toBeGreaterThanOrEqual(6)
    expect(sizes.length).toBeLessThanOrEqual(8)
  })
})
