// A01–A10: what an append does to a stream.
import { exactly, noStream } from "@lcqm/core"
import { Effect } from "effect"
import { asStamped, failsWith, numbersOf, recordedAs, same, so } from "../expectations.ts"
import { type Law, law, lawOfStore, open, type Store } from "../law.ts"
import { batch, type Batch, eventId, expecting, numbersFrom, stamp } from "../stamping.ts"

const none = (): Batch => JSON.parse("[]")

// The whole port, and nothing beside it. What an adapter offers more (a backup, the end of the store, read models in its
// file) is no part of the service that is handed out, and its own tests show that it changes nothing recorded.
const port: ReadonlySet<string> = new Set<keyof Store>([
  "name",
  "codec",
  "append",
  "readStream",
  "readAll",
  "subscribe",
  "head"
])

/** A01–A10. */
export const appendingLaws: ReadonlyArray<Law> = [
  lawOfStore("A01", "the first append creates the stream, with revision 0", (store) =>
    Effect.gen(function* () {
      const { created, events, repeated } = yield* store.append("a", noStream, batch([1], "a"))
      same({ created, repeated }, { created: true, repeated: false }, "it created the stream")
      recordedAs(events, batch([1], "a"), "the answer is what was appended")
      const slice = yield* store.readStream("a")
      same(slice, { stream: "a", exists: true, revision: 0, events }, "the stream has the one event")
    })
  ),
  lawOfStore("A02", "events are appended one by one with the revision returned", (store) =>
    Effect.gen(function* () {
      let { events } = yield* store.append("a", noStream, batch([1], "a"))
      for (let n = 2; n <= 20; n++) {
        const next = events[0].revision + 1
        events = (yield* store.append("a", exactly(events[0].revision), batch([n], "a", next))).events
        same(events[0].revision, next, "each append answers with its own revision")
      }
      recordedAs(
        (yield* store.readStream("a")).events,
        batch(numbersFrom(1, 20), "a"),
        "all are there, in order"
      )
    })
  ),
  lawOfStore("A03", "several events of one append are contiguous and in order", (store) =>
    Effect.gen(function* () {
      yield* store.append("a", noStream, batch([1, 2, 3], "a"))
      const { events } = yield* store.append("a", exactly(2), batch([9, 8, 7, 6], "a", 3))
      same(numbersOf(events), [9, 8, 7, 6], "the answer keeps the order")
      const slice = yield* store.readStream("a")
      same(numbersOf(slice.events), [1, 2, 3, 9, 8, 7, 6], "the stream keeps the order")
      same(
        slice.events.map(({ revision }) => revision),
        [0, 1, 2, 3, 4, 5, 6],
        "without a gap"
      )
    })
  ),
  lawOfStore("A04", "an append of no events is a typed error and changes nothing", (store) =>
    Effect.gen(function* () {
      yield* failsWith(store.append("a", noStream, none()), { _tag: "InvalidEvent", stream: "a" })
      same((yield* store.readStream("a")).exists, false, "no stream came into being")
      yield* store.append("a", noStream, batch([1], "a"))
      yield* failsWith(store.append("a", exactly(0), none()), { _tag: "InvalidEvent", stream: "a" })
      same((yield* store.readStream("a")).revision, 0, "the stream is where it was")
    })
  ),
  lawOfStore("A05", "one bad event among good ones leaves none of them", (store) =>
    Effect.gen(function* () {
      yield* store.append("a", noStream, batch([1], "a"))
      const bad = stamp(4, "a", 3, { data: { n: "four", note: "n is a number" } })
      const [second, third] = [stamp(2, "a", 1), stamp(3, "a", 2)]
      yield* failsWith(store.append("a", exactly(0), [second, third, bad, stamp(5, "a", 4)]), {
        _tag: "InvalidEvent",
        stream: "a"
      })
      same((yield* store.readStream("a")).revision, 0, "nothing of the append is there")
      same((yield* store.head()).revision, 0, "nor in the store")
      yield* store.append("a", exactly(0), [second, third])
    })
  ),
  lawOfStore("A06", "the same id twice in one append is refused", (store) =>
    Effect.gen(function* () {
      yield* failsWith(store.append("a", noStream, [stamp(1, "a", 0), stamp(2, "a", 1), stamp(1, "a", 2)]), {
        _tag: "EventIdConflict",
        stream: "a",
        id: eventId(1)
      })
      same((yield* store.readStream("a")).exists, false, "nothing was written")
    })
  ),
  lawOfStore("A07", "no gap, no negative revision, and no event stamped for another place", (store) =>
    Effect.gen(function* () {
      const refused = { _tag: "InvalidEvent", stream: "a" }
      yield* failsWith(store.append("a", noStream, batch([1], "a", 1)), refused)
      yield* failsWith(store.append("a", noStream, batch([1], "b")), refused)
      yield* failsWith(store.append("a", noStream, [stamp(1, "a", 0), stamp(2, "a", 2)]), refused)
      yield* failsWith(store.append("a", noStream, [stamp(1, "a", 0), stamp(2, "a", 0)]), refused)
      yield* failsWith(store.append("a", exactly(-1), batch([1], "a")), refused)
      yield* failsWith(store.append("a", exactly(-2), batch([1], "a", -1)), refused)
      yield* failsWith(store.append("a", exactly(0.5), batch([1], "a", 1.5)), refused)
      yield* failsWith(store.append("a", exactly(Number.NaN), batch([1], "a", Number.NaN)), refused)
      yield* store.append("a", noStream, batch([1], "a"))
      yield* failsWith(store.append("a", exactly(0), batch([2], "a", 0)), refused)
      yield* failsWith(store.append("a", exactly(0), batch([2], "a", 2)), refused)
      same((yield* store.head()).revision, 0, "only the well-stamped event is there")
    })
  ),
  law("A08", "there is no public way to overwrite or delete what is recorded", (trial) =>
    Effect.gen(function* () {
      const store = yield* open(trial.layer())
      const beside = Reflect.ownKeys(store).filter((key) => !port.has(String(key)))
      same(beside, [], "the service offers nothing but the port")
      const { events } = yield* store.append("a", noStream, batch([1, 2], "a"))
      yield* Effect.exit(store.append("a", noStream, batch([3], "a")))
      yield* Effect.exit(store.append("a", exactly(0), batch([4, 5, 6], "a", 1)))
      same((yield* store.readStream("a")).events, events, "what was recorded is what is read")
    })
  ),
  lawOfStore("A09", "revision and position returned are those read later", (store) =>
    Effect.gen(function* () {
      const first = yield* store.append("a", noStream, batch([1, 2], "a"))
      const second = yield* store.append("b", noStream, batch([3], "b"))
      const third = yield* store.append("a", exactly(1), batch([4], "a", 2))
      same((yield* store.readStream("a")).events, [...first.events, ...third.events], "in the first stream")
      same((yield* store.readStream("b")).events, [...second.events], "in the second stream")
      const head = yield* store.head("a")
      same(head, { revision: 2, position: third.events[0].position }, "and at the head")
      same((yield* store.head()).position, third.events[0].position, "and at the store's")
    })
  ),
  lawOfStore("A10", "created is reported exactly once for each stream", (store) =>
    Effect.gen(function* () {
      const reported: Array<boolean> = []
      for (const [stream, n, revision] of [
        ["a", 1, 0],
        ["a", 2, 1],
        ["b", 3, 0],
        ["a", 1, 0],
        ["b", 4, 1],
        ["b", 3, 0]
      ] as const) {
        const answer = yield* store.append(stream, expecting(revision), batch([n], stream, revision))
        reported.push(answer.created)
      }
      same(reported, [true, false, true, false, false, false], "the first append says so, and no other")
      const all = yield* Effect.forEach(
        numbersFrom(10, 8),
        (n) => Effect.result(store.append("c", noStream, batch([n], "c"))),
        { concurrency: "unbounded" }
      )
      const created = all.filter((each) => each._tag === "Success" && each.success.created)
      so(created.length === 1, `of appends at once one creates the stream, not ${created.length}`)
      so(asStamped((yield* store.readStream("c")).events).length === 1, "and it has one event")
    })
  )
]
