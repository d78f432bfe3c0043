// What is in a stream of ours and is not ours, or not what it was, is told and never skipped.
import { EventStoreDBClient, binaryEvent, jsonEvent } from "@eventstore/db-client"
import { noStream } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { numbersOf } from "./numbers.ts"
import { type Store, withStore } from "./opened.ts"

const envelope = (n: number) => {
  const { id, metadata, revision, stream } = noted(n, "a", 1)
  return { id, metadata, revision, stream }
}

const foreign = {
  "an event of another program": jsonEvent({ type: "Theirs", data: { not: "ours" } }),
  "an event that is not JSON": binaryEvent({
    type: "Noted.v1",
    data: Buffer.from("{}"),
    metadata: envelope(1)
  }),
  "an event of ours whose data was changed": jsonEvent({
    type: "Noted.v1",
    data: { n: 1, note: "another note" },
    metadata: envelope(1)
  }),
  "an event of ours stamped for another place": jsonEvent({
    type: "Noted.v1",
    data: { n: 1, note: "note 1" },
    metadata: { ...envelope(1), revision: 7 }
  }),
  "an event of ours with more in its envelope's time than an instant": jsonEvent({
    type: "Noted.v1",
    data: { n: 1, note: "note 1" },
    metadata: { ...envelope(1), metadata: { ...envelope(1).metadata, recordedAt: "yesterday" } }
  })
}

const reads = (store: Store) => [
  Effect.asVoid(store.readStream("a")),
  Stream.runDrain(store.readAll()),
  Stream.runDrain(store.subscribe("start"))
]

describe.each(Object.entries(foreign))("%s in a stream of ours", (_, event) => {
  it("is a CorruptEvent on every path, behind the events before it, and no append builds on it", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(1, "a"))
        yield* Effect.promise(async () => {
          const theirs = EventStoreDBClient.connectionString(server.connectionString)
          await theirs.appendToStream("test.a", [event])
          await theirs.dispose()
        })
        for (const read of reads(store)) {
          const error = yield* Effect.flip(read)
          expect(error).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
        }
        const before = Stream.takeWhile(store.readAll(), () => true).pipe(Stream.take(1), Stream.runCollect)
        expect(numbersOf(yield* before)).toEqual([0])
      })
    ))
})

describe("an event of a type that only a later version knows", () => {
  it("is an UnknownEventType that names what is known, unless other types are asked for", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(1, "a"))
        yield* Effect.promise(async () => {
          const theirs = EventStoreDBClient.connectionString(server.connectionString)
          const later = jsonEvent({ type: "Noted.v2", data: { n: 1, note: "" }, metadata: envelope(1) })
          await theirs.appendToStream("test.a", [later])
          await theirs.dispose()
        })
        const unknown = {
          _tag: "UnknownEventType",
          stream: "a",
          revision: 1,
          type: "Noted.v2",
          known: ["Noted.v1"]
        }
        for (const read of reads(store)) expect(yield* Effect.flip(read)).toMatchObject(unknown)
        const ofThatName = Stream.runDrain(store.readAll({ filter: { types: ["Noted.v1"] } }))
        expect(yield* Effect.flip(ofThatName)).toMatchObject(unknown)
        expect(yield* Stream.runCollect(store.readAll({ filter: { types: ["Filed.v1"] } }))).toEqual([])
      })
    ))
})
