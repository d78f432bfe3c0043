// Any client of the engine will do that can append, read and subscribe: here one of a hundred lines, over an array.
import { noStream } from "@lcqm/core"
import { expecting, noted, notes, testCodec } from "@lcqm/testing/store"
import { Effect, Redacted, Stream } from "effect"
import { Readable } from "node:stream"
import { describe, expect, it } from "vitest"
import { type EngineClient, type EngineRecord, openEventStoreDbStore } from "../src/index.ts"
import { numbersOf, upTo } from "./numbers.ts"

/** As another client would fail: told by `type` alone, with the revision under another name. */
const wrongRevision = (actual: bigint) => ({ type: "wrong-expected-version", actualState: actual })

/** A client over an array, and what it was asked for. */
const clientOver = (log: Array<EngineRecord>, asked: Array<string>): EngineClient => {
  const call = (records: ReadonlyArray<EngineRecord>, then: (readable: Readable) => void) => {
    const readable = new Readable({ objectMode: true, read: () => {} })
    for (const event of records) readable.push({ event })
    then(readable)
    return { records: readable, cancel: async () => void readable.destroy() }
  }
  const of = (stream: string) => log.filter(({ streamId }) => streamId === stream)
  const ended = (readable: Readable) => void readable.push(null)
  return {
    ready: async () => {},
    append: async (stream, expected, events) => {
      asked.push(`append ${stream} ${expected}`)
      const last = BigInt(of(stream).length - 1)
      if ((expected === "no_stream" ? -1n : expected) !== last) throw wrongRevision(last)
      for (const event of events) {
        const place = BigInt(log.length + 1)
        const revision = BigInt(of(stream).length)
        const position = { commit: place, prepare: place }
        log.push({ ...structuredClone(event), streamId: stream, revision, position, isJson: true })
      }
      return { revision: last + BigInt(events.length), position: log.at(-1)?.position }
    },
    readStream: (stream, { direction, fromRevision, maxCount = Infinity }) => {
      const all = of(stream)
      if (all.length === 0) {
        return call([], (readable) =>
          setImmediate(() => readable.emit("error", { type: "stream-not-found" }))
        )
      }
      const from = typeof fromRevision === "bigint" ? Number(fromRevision) : fromRevision
      const forward = all.slice(from === "start" ? 0 : from === "end" ? all.length : from)
      const backward = all.slice(0, from === "end" ? all.length : Number(from) + 1).toReversed()
      return call((direction === "forwards" ? forward : backward).slice(0, maxCount), ended)
    },
    readAll: ({ fromPosition, maxCount = Infinity }) => {
      const before = fromPosition === "end" ? BigInt(log.length + 1) : fromPosition.commit
      const found = log.filter(({ position }) => (position?.commit ?? 0n) < before).toReversed()
      return call(found.slice(0, maxCount), ended)
    },
    subscribe: ({ fromPosition, prefix }) => {
      const after = fromPosition === "start" ? 0n : fromPosition.commit
      const found = log.filter(
        ({ position, streamId }) => (position?.commit ?? 0n) > after && streamId.startsWith(prefix)
      )
      return call(found, (readable) => setImmediate(() => readable.emit("caughtUp")))
    },
    dispose: async () => void asked.push("dispose")
  }
}

describe("another client of the engine", () => {
  it("serves the store as the official one does, and is disposed of with it", async () => {
    const [log, asked]: [Array<EngineRecord>, Array<string>] = [[], []]
    const use = Effect.gen(function* () {
      const store = yield* openEventStoreDbStore(testCodec, Redacted.make("esdb://elsewhere:2113"), {
        connect: () => clientOver(log, asked)
      })
      yield* store.append("a", noStream, notes(3, "a"))
      for (const n of [3, 4]) yield* store.append("a", expecting(n), [noted(n, "a", n)])
      expect(yield* Effect.flip(store.append("a", noStream, [noted(9, "a", 0)]))).toMatchObject({
        _tag: "WrongExpectedRevision",
        actual: 4
      })
      expect(numbersOf((yield* store.readStream("a")).events)).toEqual(upTo(5))
      expect((yield* store.readStream("b")).exists).toBe(false)
      expect(numbersOf(yield* Stream.runCollect(store.readAll()))).toEqual(upTo(5))
      expect(numbersOf(yield* Stream.runCollect(store.readAll({ direction: "backward" })))).toEqual(
        upTo(5).toReversed()
      )
      expect((yield* Stream.runCollect(Stream.take(store.subscribe("start"), 6))).at(-1)?._tag).toBe(
        "CaughtUp"
      )
    })
    await Effect.runPromise(Effect.scoped(use))
    expect(asked.filter((each) => each.startsWith("append lcqm.a"))).toEqual([
      "append lcqm.a no_stream",
      "append lcqm.a 2",
      "append lcqm.a 3",
      "append lcqm.a no_stream"
    ])
    expect(asked.filter((each) => each === "dispose").length).toBe(2)
  })
})
