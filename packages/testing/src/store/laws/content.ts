// A11–A15: what a stream may be called and an event may hold, how large it may be, and how many there may be.
import { exactly, largestEventBytes, mostEventsPerAppend, noStream, type Stamped } from "@lcqm/core"
import { Effect, Result, Stream } from "effect"
import { failsWith, recordedAs, same, so } from "../expectations.ts"
import { type Law, lawOfStore, type Store, untouchedAndUsable } from "../law.ts"
import { batch, type Batch, numbersFrom, stamp } from "../stamping.ts"
import { testCodec, Toned } from "../test-catalogue.ts"

const strange = [
  "🦆🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "a\u0000b",
  "\u0018",
  "line\u2028paragraph\u2029",
  "é e\u0301",
  "\\\"'`%_*?",
  "\ufeff\ufffd\uffff",
  "שלום"
]

const streamsLikeEachOther = [
  "school-lcqm-90000",
  "school-lcqm-900001",
  "school-lcqm-9000010",
  "School-lcqm-900001",
  "school-lcqm-900001 ",
  " school-lcqm-900001",
  "school-lcqm",
  "school_lcqm-900001",
  "school%",
  "Aa-BB",
  "BB-Aa",
  "AaAa",
  "BBBB",
  "caf\u00e9",
  "cafe\u0301",
  "cut\u0000here",
  "cut\u0000there",
  "cut",
  "\\0",
  "\u0000",
  "'; DROP TABLE events; --"
]

/** An event whose canonical bytes are exactly so many. */
const ofSize = (size: number, n: number, stream: string, revision: number): Stamped => {
  const filled = (length: number) => stamp(n, stream, revision, { data: { n, note: "x".repeat(length) } })
  const empty = testCodec.encode(filled(0))
  if (Result.isFailure(empty)) throw empty.failure
  return filled(size - empty.success.size)
}

/** A11–A15. */
export const contentLaws: ReadonlyArray<Law> = [
  lawOfStore("A11", "long and Unicode stream names, types and data come back as they went in", (store) =>
    Effect.gen(function* () {
      const names = [...strange.map((text) => `${text}-1`), "🦆".repeat(200), "x".repeat(400)]
      for (const [i, name] of names.entries()) {
        const events: Batch = [
          stamp(10 * i, name, 0, { data: { n: i, note: strange.join() } }),
          stamp(10 * i + 1, name, 1, { type: Toned.type, data: { n: i } })
        ]
        yield* store.append(name, noStream, events)
        recordedAs((yield* store.readStream(name)).events, events, `stream ${JSON.stringify(name)}`)
      }
      const all = yield* Stream.runCollect(store.readAll({ filter: { types: [Toned.type] } }))
      same(
        all.map(({ stream }) => stream),
        names,
        "and read from the whole store"
      )
      const bad = "half a surrogate pair: \ud83e"
      yield* failsWith(store.append(bad, noStream, batch([999], bad)), { _tag: "InvalidEvent" })
      yield* failsWith(store.append("", noStream, batch([999], "")), { _tag: "InvalidEvent" })
    })
  ),
  lawOfStore(
    "A12",
    "what is too large is a typed error, leaves no trace, and the store stays usable",
    (store) =>
      Effect.gen(function* () {
        const largest = ofSize(largestEventBytes, 1, "fits", 0)
        yield* store.append("fits", noStream, [largest])
        recordedAs((yield* store.readStream("fits")).events, [largest], "an event at the limit is kept whole")
        yield* failsWith(store.append("event", noStream, [ofSize(largestEventBytes + 1, 2, "event", 0)]), {
          _tag: "EventTooLarge",
          what: "event",
          unit: "bytes",
          limit: largestEventBytes,
          got: largestEventBytes + 1
        })
        yield* untouchedAndUsable(store, "event", 3)
        const tooMany = batch(numbersFrom(100, mostEventsPerAppend + 1), "many")
        yield* failsWith(store.append("many", noStream, tooMany), {
          _tag: "EventTooLarge",
          what: "append",
          unit: "events",
          limit: mostEventsPerAppend,
          got: mostEventsPerAppend + 1
        })
        yield* untouchedAndUsable(store, "many", 4)
        const [first, ...rest] = numbersFrom(2000, 16).map((n, i) => ofSize(65_000, n, "bytes", i))
        yield* failsWith(store.append("bytes", noStream, [first!, ...rest]), {
          _tag: "EventTooLarge",
          what: "append",
          unit: "bytes",
          got: 16 * 65_000
        })
        yield* untouchedAndUsable(store, "bytes", 5)
        const most = batch(numbersFrom(5000, mostEventsPerAppend), "most")
        same(
          (yield* store.append("most", noStream, most)).events.length,
          mostEventsPerAppend,
          "the most is taken"
        )
      })
  ),
  lawOfStore(
    "A13",
    "a thousand appends to as many streams in one turn of the event loop each land once",
    (store) =>
      Effect.gen(function* () {
        const numbers = numbersFrom(1, 1000)
        yield* Effect.forEach(numbers, (n) => store.append(`s-${n}`, noStream, batch([n], `s-${n}`)), {
          concurrency: "unbounded"
        })
        const all = yield* Stream.runCollect(store.readAll())
        same(all.length, 1000, "there are a thousand events")
        same(new Set(all.map(({ stream }) => stream)).size, 1000, "in a thousand streams")
        so(
          all.every(({ id, stream }) => id === stamp(Number(stream.slice(2)), "", 0).id),
          "each its own"
        )
      })
  ),
  lawOfStore("A14", "streams whose names share a prefix, a case, a hash or a cut stay apart", (store) =>
    Effect.gen(function* () {
      for (const [i, name] of streamsLikeEachOther.entries()) {
        const { created } = yield* store.append(name, noStream, batch([i], name))
        same(created, true, `${JSON.stringify(name)} is a stream of its own`)
      }
      for (const [i, name] of streamsLikeEachOther.entries()) {
        yield* store.append(name, exactly(0), batch([100 + i], name, 1))
        const slice = yield* store.readStream(name)
        recordedAs(slice.events, [stamp(i, name, 0), stamp(100 + i, name, 1)], JSON.stringify(name))
      }
    })
  ),
  lawOfStore(
    "A15",
    "revisions beyond 2^31 are told apart",
    (store) =>
      Effect.gen(function* () {
        yield* revisionsAtTheCodec(store)
        yield* store.append("a", noStream, batch([1], "a"))
        const beyond = 2 ** 31 + 5
        yield* failsWith(store.append("a", exactly(beyond), batch([2], "a", beyond + 1)), {
          _tag: "WrongExpectedRevision",
          expected: beyond,
          actual: 0
        })
        same((yield* store.readStream("a", { from: beyond })).events, [], "nothing is there yet")
        same((yield* store.readStream("a", { to: beyond })).events.length, 1, "everything is before it")
      }),
    (store) => revisionsAtTheCodec(store)
  )
]

const revisionsAtTheCodec = (store: Store) =>
  Effect.gen(function* () {
    for (const revision of [2 ** 31 - 1, 2 ** 31, 2 ** 32 + 1, Number.MAX_SAFE_INTEGER]) {
      const encoded = yield* Effect.fromResult(store.codec.encode(stamp(1, "a", revision)))
      const { leafHash, text } = encoded
      const stored = { stream: "a", revision, position: "0".repeat(20), leafHash }
      const decoded = yield* Effect.fromResult(store.codec.decode(text, stored))
      same(decoded.revision, revision, "the codec keeps it")
    }
  })
