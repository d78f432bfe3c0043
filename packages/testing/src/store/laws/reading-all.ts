// G01–G06: the store as a whole, in one order that nothing enters late.
import { type AllRange, exactly, noStream, type Position } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { numbersOf, same, so } from "../expectations.ts"
import { type Law, lawOfStore, type Store } from "../law.ts"
import { batch, numbersFrom, stamp } from "../stamping.ts"
import { NamedV1, NamedV2, Noted, Toned } from "../test-catalogue.ts"
import { eventsOf, firstDeliveries, within } from "../waiting.ts"

const all = (store: Store, range?: AllRange) => Stream.runCollect(store.readAll(range))

const increasing = (positions: ReadonlyArray<Position>): boolean =>
  positions.every((position, i) => i === 0 || positions[i - 1]! < position)

const thousandTwice = Effect.fnUntraced(function* (store: Store) {
  const [left, right] = [numbersFrom(1000, 1000), numbersFrom(2000, 1000)]
  yield* Effect.all(
    [store.append("a", noStream, batch(left, "a")), store.append("b", noStream, batch(right, "b"))],
    { concurrency: "unbounded" }
  )
  const read = yield* all(store)
  same(read.length, 2000, "both appends are there")
  for (const [stream, numbers] of [["a", left] as const, ["b", right] as const]) {
    const own = read.filter((event) => event.stream === stream)
    same(numbersOf(own), numbers, `the events of ${stream} are in order`)
  }
  return read
})

/** G01–G06. */
export const wholeStoreLaws: ReadonlyArray<Law> = [
  lawOfStore("G01", "an empty store reads as empty, and says so", (store) =>
    Effect.gen(function* () {
      same(yield* all(store), [], "forward")
      same(yield* all(store, { direction: "backward" }), [], "backward")
      same(yield* store.head(), { revision: "none", position: "none" }, "its head is none")
      const [first] = yield* firstDeliveries(store.subscribe("start"), { caughtUp: 1 })
      same(first, { _tag: "CaughtUp", position: "none" }, "and a subscription has caught up at once")
    })
  ),
  lawOfStore("G02", "positions are unique, and increase in the order of appending", (store) =>
    Effect.gen(function* () {
      const positions: Array<Position> = []
      for (let i = 0; i < 30; i++) {
        const stream = `s-${i}`
        const { events } = yield* store.append(stream, noStream, batch([3 * i, 3 * i + 1, 3 * i + 2], stream))
        positions.push(...events.map(({ position }) => position))
      }
      so(increasing(positions), "each position is beyond the one before")
      const read = yield* all(store)
      same(
        read.map(({ position }) => position),
        positions,
        "the whole store reads in that order"
      )
      const head = yield* store.head()
      same(head, { revision: 89, position: positions[89]! }, "and ends at its head")
    })
  ),
  lawOfStore(
    "G03",
    "two appends of 1,000 events at once do not interleave",
    (store) =>
      Effect.gen(function* () {
        const streams = (yield* thousandTwice(store)).map(({ stream }) => stream)
        const changes = streams.filter((stream, i) => i > 0 && streams[i - 1] !== stream).length
        same(changes, 1, "one is wholly before the other")
      }),
    (store) => Effect.asVoid(thousandTwice(store))
  ),
  lawOfStore("G04", "nothing appears behind what was already read: the order is that of commits", (store) =>
    Effect.gen(function* () {
      const seen: Array<string> = []
      const reader = Effect.gen(function* () {
        for (let after: Position | undefined; seen.length < 300;) {
          const page = yield* all(store, after === undefined ? {} : { after })
          seen.push(...page.map(({ id }) => id))
          after = page.at(-1)?.position ?? after
          yield* Effect.sleep(1)
        }
      })
      const writer = (w: number) =>
        Effect.gen(function* () {
          for (let i = 0; i < 10; i++) {
            const [stream, n] = [`s-${w}`, w * 1000 + i * 3]
            const expected = i === 0 ? noStream : exactly(3 * i - 1)
            yield* store.append(stream, expected, batch([n, n + 1, n + 2], stream, 3 * i))
            if (w % 2 === 0) yield* Effect.yieldNow
          }
        })
      const writers = Effect.forEach(numbersFrom(0, 10), writer, { concurrency: "unbounded" })
      yield* within("all that was written")(Effect.all([reader, writers], { concurrency: "unbounded" }))
      const read = yield* all(store)
      same(
        seen,
        read.map(({ id }) => id),
        "a reader that goes on from its last position misses nothing"
      )
      so(increasing(read.map(({ position }) => position)), "and the order is one")
    })
  ),
  lawOfStore(
    "G05",
    "windows of the whole store: exclusive bounds, both directions, a limit that is a count",
    (store) =>
      Effect.gen(function* () {
        for (let n = 0; n < 10; n++) {
          const [stream, revision] = [`s-${n % 3}`, Math.floor(n / 3)]
          const expected = revision === 0 ? noStream : exactly(revision - 1)
          yield* store.append(stream, expected, batch([n], stream, revision))
        }
        const at = (yield* all(store)).map(({ position }) => position)
        const backward = "backward"
        const windows: ReadonlyArray<readonly [AllRange, ReadonlyArray<number>]> = [
          [{ after: at[6]! }, [7, 8, 9]],
          [{ before: at[2]! }, [0, 1]],
          [{ after: at[2]!, before: at[6]! }, [3, 4, 5]],
          [{ after: at[2]!, limit: 2 }, [3, 4]],
          [{ after: at[9]! }, []],
          [{ limit: 0 }, []],
          [{ after: at[5]!, before: at[5]! }, []],
          [{ direction: backward }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
          [{ direction: backward, limit: 3 }, [9, 8, 7]],
          [{ direction: backward, before: at[3]! }, [2, 1, 0]],
          [{ direction: backward, after: at[7]! }, [9, 8]],
          [{ direction: backward, after: at[2]!, before: at[6]!, limit: 2 }, [5, 4]],
          [{ direction: backward, filter: { streamPrefix: "s-1" }, limit: 2 }, [7, 4]]
        ]
        for (const [range, expected] of windows) {
          same(numbersOf(yield* all(store, range)), expected, JSON.stringify(range))
        }
      })
  ),
  lawOfStore(
    "G06",
    "a filter chooses by type and by the stream's prefix, and the head advances past the rest",
    (store) =>
      Effect.gen(function* () {
        const named = (n: number, stream: string) =>
          [stamp(n, stream, 0, { type: NamedV1.type, data: { name: "x" } })] as const
        yield* store.append("cat-1", noStream, batch([1, 2], "cat-1"))
        yield* store.append("cat-2", noStream, named(3, "cat-2"))
        yield* store.append("Cat-3", noStream, batch([4], "Cat-3"))
        yield* store.append("ca%-4", noStream, [stamp(5, "ca%-4", 0, { type: Toned.type, data: { n: 5 } })])
        const filters = [
          [{}, [1, 2, 3, 4, 5]],
          [{ streamPrefix: "cat-" }, [1, 2, 3]],
          [{ streamPrefix: "ca%" }, [5]],
          [{ streamPrefix: "" }, [1, 2, 3, 4, 5]],
          [{ types: [Noted.type] }, [1, 2, 4]],
          [{ types: [NamedV2.type, Toned.type] }, [3, 5]],
          [{ types: [Noted.type], streamPrefix: "cat-" }, [1, 2]],
          [{ types: [] }, []],
          [{ types: ["Other.v1"] }, []]
        ] as const
        const { position } = yield* store.head()
        for (const [filter, expected] of filters) {
          same(numbersOf(yield* all(store, { filter })), expected, `read: ${JSON.stringify(filter)}`)
          const deliveries = yield* firstDeliveries(store.subscribe("start", filter), { caughtUp: 1 })
          same(numbersOf(eventsOf(deliveries)), expected, `subscribed: ${JSON.stringify(filter)}`)
          same(deliveries.at(-1), { _tag: "CaughtUp", position }, "it has caught up with the whole store")
        }
      })
  )
]
