// B01–B12: what a read of one stream answers.
import { exactly, noStream, type StreamRange } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { failsWith, numbersOf, recordedAs, same, so } from "../expectations.ts"
import { type Law, lawOfStore, type Store } from "../law.ts"
import { batch, instant, numbersFrom, stamp } from "../stamping.ts"
import { eventsOf } from "../waiting.ts"

const filledTo = Effect.fnUntraced(function* (store: Store, stream: string, count: number) {
  yield* store.append(stream, noStream, batch(numbersFrom(0, count), stream))
})

// Numbers are revisions here, so a window is read off the numbers.
const windowLaw = (
  id: string,
  title: string,
  windows: ReadonlyArray<readonly [StreamRange, ReadonlyArray<number>]>
): Law =>
  lawOfStore(id, title, (store) =>
    Effect.gen(function* () {
      yield* filledTo(store, "a", 10)
      for (const [range, expected] of windows) {
        const slice = yield* store.readStream("a", range)
        same(numbersOf(slice.events), expected, JSON.stringify(range))
      }
    })
  )

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const backward = "backward"

/** B01–B12. */
export const streamReadingLaws: ReadonlyArray<Law> = [
  lawOfStore("B01", "a stream that is not there reads as empty and not existing, and is no error", (store) =>
    Effect.gen(function* () {
      const nothing = { stream: "a", exists: false, revision: "none" as const, events: [] }
      same(yield* store.readStream("a"), nothing, "in an empty store")
      yield* filledTo(store, "b", 2)
      same(yield* store.readStream("a", { direction: backward, limit: 1 }), nothing, "beside another stream")
      same(yield* store.head("a"), { revision: "none", position: "none" }, "and its head")
    })
  ),
  windowLaw("B02", "a stream reads forward and backward, from either end and from a revision", [
    [{}, ten],
    [{ direction: "forward" }, ten],
    [{ direction: backward }, ten.toReversed()],
    [{ from: 7 }, [7, 8, 9]],
    [{ direction: backward, from: 2 }, [2, 1, 0]],
    [{ from: 10 }, []],
    [{ direction: backward, from: 99 }, ten.toReversed()]
  ]),
  windowLaw("B03", "a limit is a count of events, wherever the window begins", [
    [{ limit: 3 }, [0, 1, 2]],
    [{ from: 4, limit: 3 }, [4, 5, 6]],
    [{ from: 8, limit: 3 }, [8, 9]],
    [{ direction: backward, limit: 3 }, [9, 8, 7]],
    [{ direction: backward, from: 5, limit: 2 }, [5, 4]],
    [{ direction: backward, from: 1, limit: 5 }, [1, 0]],
    [{ limit: 0 }, []],
    [{ limit: 99 }, ten]
  ]),
  windowLaw("B04", "both bounds are inclusive", [
    [{ from: 2, to: 4 }, [2, 3, 4]],
    [{ from: 3, to: 3 }, [3]],
    [{ from: 4, to: 3 }, []],
    [{ to: 0 }, [0]],
    [{ from: 9, to: 99 }, [9]],
    [{ direction: backward, from: 4, to: 2 }, [4, 3, 2]],
    [{ direction: backward, from: 3, to: 3 }, [3]],
    [{ direction: backward, to: 8 }, [9, 8]],
    [{ direction: backward, from: 2, to: 4 }, []],
    [{ from: 2, to: 8, limit: 2 }, [2, 3]],
    [{ direction: backward, from: 8, to: 2, limit: 2 }, [8, 7]]
  ]),
  lawOfStore(
    "B05",
    "a window never changes what is said of the stream's existence and last revision",
    (store) =>
      Effect.gen(function* () {
        yield* filledTo(store, "a", 10)
        const ranges: ReadonlyArray<StreamRange> = [
          {},
          { limit: 0 },
          { limit: 2 },
          { to: 3 },
          { from: 50 },
          { direction: backward, from: 4, limit: 1 },
          { from: 5, to: 4 }
        ]
        for (const range of ranges) {
          const { exists, revision } = yield* store.readStream("a", range)
          same({ exists, revision }, { exists: true, revision: 9 }, JSON.stringify(range))
        }
      })
  ),
  lawOfStore("B06", "a stream as at a time is its beginning, up to that time", (store) =>
    Effect.gen(function* () {
      const times = [0, 5, 5, 7, 20, 20, 21]
      for (const [revision, time] of times.entries()) {
        const expected = revision === 0 ? noStream : exactly(revision - 1)
        yield* store.append("a", expected, [stamp(revision, "a", revision, { recordedAt: instant(time) })])
      }
      const { events } = yield* store.readStream("a")
      for (const time of [-1, 0, 4, 5, 6, 7, 20, 99]) {
        const known = events.filter(({ metadata }) => metadata.recordedAt <= instant(time))
        const wanted = times.filter((each) => each <= time).map((_, revision) => revision)
        same(
          known.map(({ revision }) => revision),
          wanted,
          `as at second ${time}`
        )
      }
    })
  ),
  windowLaw("B07", "the last event is one read, and so is the last before a revision", [
    [{ direction: backward, limit: 1 }, [9]],
    [{ direction: backward, from: 6, limit: 1 }, [6]],
    [{ direction: backward, from: 0, limit: 1 }, [0]]
  ]),
  lawOfStore("B08", "paging loses and repeats nothing, also while events are appended", (store) =>
    Effect.gen(function* () {
      yield* filledTo(store, "a", 100)
      const seen: Array<number> = []
      for (let from = 0, left = true; left; from = seen.length) {
        const { events } = yield* store.readStream("a", { from, limit: 7 })
        seen.push(...numbersOf(events))
        const last = 99 + Math.floor(from / 7)
        if (from < 100) yield* store.append("a", exactly(last), batch([last + 1], "a", last + 1))
        left = events.length > 0
      }
      same(seen, numbersFrom(0, 115), "every event once, in order")
    })
  ),
  lawOfStore("B10", "a range that cannot be is a typed error that names it", (store) =>
    Effect.gen(function* () {
      yield* filledTo(store, "a", 2)
      const refused = { _tag: "InvalidRange", stream: "a" }
      for (const bad of [-1, 0.5, Number.NaN, Infinity, 2 ** 53]) {
        yield* failsWith(store.readStream("a", { from: bad }), refused)
        yield* failsWith(store.readStream("a", { to: bad }), refused)
        yield* failsWith(store.readStream("a", { limit: bad }), refused)
        yield* failsWith(store.readStream("a", { direction: backward, from: bad }), refused)
        yield* failsWith(Stream.runCollect(store.readAll({ limit: bad })), { _tag: "InvalidRange" })
      }
      for (const bad of ["", "7", "-0000000000000000001", "abc"]) {
        yield* failsWith(Stream.runCollect(store.readAll({ after: bad })), { _tag: "InvalidRange" })
        yield* failsWith(Stream.runCollect(store.readAll({ before: bad })), { _tag: "InvalidRange" })
        yield* failsWith(Stream.runHead(store.subscribe({ after: bad })), { _tag: "InvalidRange" })
      }
    })
  ),
  lawOfStore("B11", "the envelope comes back whole, with the position and the leaf hash", (store) =>
    Effect.gen(function* () {
      const told = { recordedAt: instant(3) }
      yield* store.append("a", noStream, batch([1, 2], "a", 0, told))
      const { events } = yield* store.readStream("a")
      recordedAs(events, batch([1, 2], "a", 0, told), "all that was stamped is there")
      const [first] = events
      same(
        Object.keys(first!).toSorted(),
        ["data", "id", "leafHash", "metadata", "position", "revision", "stream", "type"],
        "and nothing else"
      )
      so(/^\d{20}$/.test(first!.position), "the position is the store's to add")
      const all = yield* Stream.runCollect(store.readAll())
      const delivered = yield* Stream.runCollect(Stream.take(store.subscribe("start"), 2))
      same([...all], [...events], "the same from the whole store")
      same(eventsOf(delivered), [...events], "and from a subscription")
    })
  ),
  lawOfStore("B12", "recordedAt never goes back within a stream", (store) =>
    Effect.gen(function* () {
      const at = (n: number, revision: number, seconds: number, stream = "a") =>
        stamp(n, stream, revision, { recordedAt: instant(seconds) })
      const refused = { _tag: "InvalidEvent", stream: "a" }
      yield* failsWith(store.append("a", noStream, [at(1, 0, 10), at(2, 1, 9)]), refused)
      yield* store.append("a", noStream, [at(1, 0, 10), at(2, 1, 10)])
      yield* failsWith(store.append("a", exactly(1), [at(3, 2, 9)]), refused)
      yield* store.append("b", noStream, [at(4, 0, 5, "b")])
      yield* store.append("a", exactly(1), [at(3, 2, 11)])
      const { events } = yield* store.readStream("a")
      const times = events.map(({ metadata }) => metadata.recordedAt)
      same(times, [10, 10, 11].map(instant), "equal times are in order; other streams have their own clock")
    })
  )
]
