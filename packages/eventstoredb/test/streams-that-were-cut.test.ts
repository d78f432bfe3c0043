// The engine lets people delete and cut streams, and goes on as if nothing had been. The library never does that to a
// stream of its own, and says so when somebody has.
import { EventStoreDBClient, jsonEvent } from "@eventstore/db-client"
import { type CorruptEvent, exactly, noStream } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { openOn, type Store, withServer, withStore } from "./opened.ts"
import type { RunningServer } from "./server/index.ts"

/** What somebody does with a client of their own to the stream "a" of the prefix "test", of five events. */
const byHand = (server: RunningServer, act: (theirs: EventStoreDBClient) => Promise<unknown>) =>
  Effect.promise(async () => {
    const theirs = EventStoreDBClient.connectionString(server.connectionString)
    await act(theirs)
    await theirs.dispose()
  })

const acts: Readonly<Record<string, (theirs: EventStoreDBClient) => Promise<unknown>>> = {
  "softly deleted": (theirs) => theirs.deleteStream("test.a"),
  "deleted for ever": (theirs) => theirs.tombstoneStream("test.a"),
  "cut before event 3": (theirs) => theirs.setStreamMetadata("test.a", { truncateBefore: 3 }),
  "cut to its last two events": (theirs) => theirs.setStreamMetadata("test.a", { maxCount: 2 })
}

const corrupt = { _tag: "CorruptEvent", stream: "a" }

const expectCorrupt = (attempt: Effect.Effect<unknown, unknown>) =>
  Effect.map(Effect.flip(attempt), (error) => {
    expect(error).toMatchObject(corrupt)
    expect((error as CorruptEvent).reason).toMatch(/deleted|cut/u)
  })

const expectLoss = (store: Store) =>
  Effect.gen(function* () {
    yield* expectCorrupt(store.readStream("a"))
    yield* expectCorrupt(store.readStream("a", { direction: "backward" }))
    yield* expectCorrupt(store.append("a", exactly(4), [noted(9, "a", 5)]))
  })

describe.each(Object.entries(acts))("a stream that somebody has %s", (_, act) => {
  it("reads as corrupt and takes no append, in a store that had it whole and in one opened afterwards", () =>
    withServer((server) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const store = yield* openOn(server, { wholeFor: 0 })
            yield* store.append("a", noStream, notes(5, "a"))
            expect((yield* store.readStream("a")).events.length).toBe(5)
            yield* byHand(server, act)
            const recorded = server.recorded()
            yield* expectLoss(store)
            yield* expectLoss(yield* openOn(server))
            expect(server.recorded()).toBe(recorded)
          })
        )
      )
    ))
})

describe("a stream that somebody has softly deleted", () => {
  it("is not missing: its head is corrupt, and an append that expects no stream is never a success", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(5, "a"))
        yield* byHand(server, (theirs) => theirs.deleteStream("test.a"))
        yield* expectCorrupt(store.head("a"))
        const fresh = yield* openOn(server)
        yield* expectCorrupt(fresh.head("a"))
        // The engine takes this one, behind events that nobody can read any more.
        yield* expectCorrupt(fresh.append("a", noStream, [noted(9, "a", 0)]))
        yield* expectCorrupt(fresh.readStream("a"))
      })
    ))

  it("is found out within a second by a store that appends to it from memory", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(5, "a"))
        yield* byHand(server, (theirs) => theirs.deleteStream("test.a"))
        yield* Effect.sleep(1_050)
        yield* expectCorrupt(store.append("a", exactly(4), [noted(9, "a", 5)]))
        expect(server.recorded()).toBe(5)
      })
    ))
})

describe("a stream of the same server that is not ours", () => {
  it("is never read, whatever is in it and whatever its name begins with", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(2, "a"))
        const theirEvent = jsonEvent({ type: "Theirs", data: { not: "ours" } })
        for (const stream of ["tes", "test", "testing.a", "$test.a", "other-1"]) {
          yield* byHand(server, (theirs) => theirs.appendToStream(stream, [theirEvent]))
        }
        expect((yield* Stream.runCollect(store.readAll())).length).toBe(2)
        expect((yield* Stream.runCollect(store.readAll({ direction: "backward" }))).length).toBe(2)
        expect((yield* store.head()).revision).toBe(1)
      })
    ))
})
