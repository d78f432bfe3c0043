// B14 and B15: what reading holds on to, and for how long.
import { exactly, noStream } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { numbersOf, same, so } from "../expectations.ts"
import { heldBytes } from "../heap.ts"
import { type Law, law, lawOfStore, openClosable } from "../law.ts"
import { batch, numbersFrom, stamp } from "../stamping.ts"
import { within } from "../waiting.ts"

/** B14 and B15. */
export const readingCostLaws: ReadonlyArray<Law> = [
  law("B14", "stopping a read or a subscription early frees everything it held", (trial) =>
    Effect.gen(function* () {
      const { close, store } = yield* openClosable(trial.layer())
      yield* store.append("a", noStream, batch(numbersFrom(0, 1000), "a"))
      const readOne = Stream.runDrain(Stream.take(store.readAll(), 1))
      const waitOnce = Stream.runDrain(store.subscribe("end")).pipe(
        Effect.timeoutOrElse({ duration: 1, orElse: () => Effect.void })
      )
      const stopEarly = (count: number) =>
        Effect.andThen(
          Effect.forEach(numbersFrom(0, 50), () => readOne, { discard: true }),
          Effect.forEach(numbersFrom(0, count), () => waitOnce, { discard: true, concurrency: "unbounded" })
        )
      yield* stopEarly(100)
      const before = yield* heldBytes
      yield* stopEarly(500)
      const held = (yield* heldBytes) - before
      so(held < 4_000_000, `500 subscriptions and 50 reads stopped early hold ${held} bytes`)
      yield* store.append("a", exactly(999), batch([1000], "a", 1000))
      yield* within("the end of the store")(close)
    })
  ),
  lawOfStore("B15", "reading takes the same memory however long the stream is", (store) =>
    Effect.gen(function* () {
      const note = "x".repeat(3000)
      for (let first = 0; first < 2000; first += 250) {
        const expected = first === 0 ? noStream : exactly(first - 1)
        const events = numbersFrom(first, 250).map((n) => stamp(n, "a", n, { data: { n, note } }))
        yield* store.append("a", expected, [events[0]!, ...events.slice(1)])
      }
      const before = yield* heldBytes
      let seen = 0
      let held = 0
      const look = Effect.suspend(() => {
        seen += 1
        return seen === 1950 ? Effect.map(heldBytes, (bytes) => void (held = bytes - before)) : Effect.void
      })
      yield* Stream.runForEach(store.readAll(), () => look)
      same(seen, 2000, "all were read")
      so(held < 3_500_000, `at the end of 6 MB of events a reader holds ${held} bytes`)
      const { events } = yield* store.readStream("a", { direction: "backward", limit: 2 })
      same(numbersOf(events), [1999, 1998], "and the end of the stream is found without its beginning")
    })
  )
]
