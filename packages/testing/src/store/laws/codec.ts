// N04–N09: what was once recorded reads for ever, and the same on every path.
import { noStream, type Stamped } from "@lcqm/core"
import { Effect, Result, Stream } from "effect"
import fc from "fast-check"
import { stampedArbitrary } from "../arbitraries.ts"
import { failsWith, numbersOf, recordedAs, same } from "../expectations.ts"
import { goldenEvents } from "../golden-events.ts"
import { type Law, law, lawOfStore, open, type Store } from "../law.ts"
import { batch, type Batch, stamp } from "../stamping.ts"
import { NamedV1, NamedV2, Noted, olderCodec, testCodec } from "../test-catalogue.ts"
import { eventsOf, firstDeliveries } from "../waiting.ts"

/** Every way to read a stream's events, with and without upcasting. */
const readInEveryWay = Effect.fnUntraced(function* (store: Store, stream: string, count: number) {
  const filter = { streamPrefix: stream }
  const backward = { direction: "backward" } as const
  const delivered = firstDeliveries(store.subscribe("start", filter), { events: count })
  const read = {
    newest: [
      (yield* store.readStream(stream)).events,
      (yield* store.readStream(stream, backward)).events.toReversed(),
      yield* Stream.runCollect(store.readAll({ filter })),
      (yield* Stream.runCollect(store.readAll({ ...backward, filter }))).toReversed(),
      eventsOf(yield* delivered)
    ],
    asStored: [
      (yield* store.readStream(stream, { asStored: true })).events,
      yield* Stream.runCollect(store.readAll({ asStored: true, filter }))
    ]
  }
  return read
})

// In the catalogue's first version, a version to come, and a name nobody knows.
const unknownTypes = ["Named.v3", "Noted.v2", "Unheard.v1", "Noted", ""]

/** N04–N09. */
export const codecLaws: ReadonlyArray<Law> = [
  lawOfStore(
    "N04",
    "every version ever recorded decodes, to the same event and with the same leaf hash",
    (store) =>
      Effect.gen(function* () {
        for (const { event, leafHash, text } of goldenEvents) {
          const place = { stream: event.stream, revision: event.revision, position: "0".repeat(20) }
          const stored = { ...place, leafHash }
          const decoded = yield* Effect.fromResult(store.codec.decode(text, stored))
          same({ ...decoded }, { ...event, position: stored.position, leafHash }, `${text.slice(0, 60)}…`)
          yield* Effect.fromResult(store.codec.verifyLeaf(text, stored))
        }
      })
  ),
  lawOfStore(
    "N05",
    "upcasting happens once and on every path: all reads agree, and the stored form is there too",
    (store) =>
      Effect.gen(function* () {
        const told = { type: NamedV1.type, data: { name: "Ada" } }
        const newer = { type: NamedV2.type, data: { first: "Ada", last: "L" } }
        const events: Batch = [stamp(1, "a", 0, told), stamp(2, "a", 1, newer), stamp(3, "a", 2)]
        const answer = yield* store.append("a", noStream, events)
        const upcast = { ...events[0], type: NamedV2.type, data: { first: "Ada", last: null } }
        const wanted: ReadonlyArray<Stamped> = [upcast, ...events.slice(1)]
        const { asStored, newest } = yield* readInEveryWay(store, "a", 3)
        for (const read of [answer.events, ...newest]) {
          const shown = read.map(({ data, id, type }) => ({ data, id, type }))
          same(
            shown,
            wanted.map(({ data, id, type }) => ({ data, id, type })),
            "the newest version"
          )
          same(
            read.map(({ leafHash }) => leafHash),
            asStored[0]!.map(({ leafHash }) => leafHash),
            "one leaf hash"
          )
        }
        for (const read of asStored) recordedAs(read, events, "as it was recorded, to the byte")
        const byType = yield* Stream.runCollect(store.readAll({ filter: { types: [NamedV2.type] } }))
        same(numbersOf(byType), [1, 2], "a filter names types as they are read")
      })
  ),
  law(
    "N06",
    "a type or version nobody knows is a typed error, on writing and on reading; nothing is skipped",
    (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* open(trial.layerAt(place))
        for (const type of unknownTypes) {
          const refused = { _tag: "InvalidEvent", stream: "a" }
          yield* failsWith(store.append("a", noStream, [stamp(1, "a", 0, { type })]), refused)
        }
        same((yield* store.head()).revision, "none", "nothing was written")
        const [later] = batch([2], "b", 0, { type: NamedV2.type, data: { first: "A", last: null } })
        const { leafHash, text } = yield* Effect.fromResult(testCodec.encode(later))
        const stored = { stream: "b", revision: 0, position: "0".repeat(20), leafHash }
        const unknown = { _tag: "UnknownEventType", stream: "b", revision: 0, type: NamedV2.type }
        yield* failsWith(Effect.fromResult(olderCodec.decode(text, stored)), {
          ...unknown,
          known: [NamedV1.type]
        })
        if (trial.adapter.file === undefined) return
        yield* store.append("b", noStream, [later, stamp(3, "b", 1)])
        const older = yield* open(trial.layerAt(place, olderCodec))
        yield* failsWith(older.readStream("b"), unknown)
        yield* failsWith(Stream.runDrain(older.readAll()), unknown)
        yield* failsWith(Stream.runDrain(older.readAll({ filter: { types: [NamedV1.type] } })), unknown)
        yield* failsWith(Stream.runDrain(older.subscribe("start")), unknown)
        const noted = yield* Stream.runCollect(older.readAll({ filter: { types: [Noted.type] } }))
        same(numbersOf(noted), [3], "what was not asked for does not stand in the way")
      })
  ),
  lawOfStore("N09", "what is decoded is what was encoded, for every event of the catalogue", (store) =>
    Effect.sync(() => {
      fc.assert(
        fc.property(stampedArbitrary, (event) => {
          const encoded = Result.getOrThrow(store.codec.encode(event))
          const { revision, stream } = event
          const stored = { stream, revision, position: "0".repeat(20), leafHash: encoded.leafHash }
          const decoded = Result.getOrThrow(store.codec.decodeAsStored(encoded.text, stored))
          recordedAs([decoded], [event], "the same event")
          same(Result.getOrThrow(store.codec.encode(event)), encoded, "and the same bytes again")
        }),
        { numRuns: 100 }
      )
    })
  )
]
