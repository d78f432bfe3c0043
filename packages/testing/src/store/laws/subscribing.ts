// U01–U07: where a subscription begins, how it goes over from what was to what comes, and how it waits.
import { exactly, noStream } from "@lcqm/core"
import { Effect, Fiber, Stream } from "effect"
import { performance } from "node:perf_hooks"
import { numbersOf, same, so } from "../expectations.ts"
import { appendEach, type Law, lawOfStore } from "../law.ts"
import { batch, numbersFrom } from "../stamping.ts"
import { caughtUpIn, eventsOf, firstDeliveries, firstNumbers, gathering } from "../waiting.ts"

/** U01–U07. */
export const subscribingLaws: ReadonlyArray<Law> = [
  lawOfStore("U01", "whoever subscribes before the first event gets every event", (store) =>
    Effect.gen(function* () {
      const { came, until } = yield* gathering(store.subscribe("start"))
      yield* until("the first word", () => came.length > 0)
      same(came, [{ _tag: "CaughtUp", position: "none" }], "at first there is nothing")
      yield* appendEach(store, "a", [1, 2, 3])
      yield* until("three events", () => eventsOf(came).length === 3)
      same(numbersOf(eventsOf(came)), [1, 2, 3], "then each event once, in order")
    })
  ),
  lawOfStore(
    "U02",
    "whoever subscribes afterwards gets what was, and hears where it has caught up",
    (store) =>
      Effect.gen(function* () {
        yield* appendEach(store, "a", numbersFrom(1, 5))
        const deliveries = yield* firstDeliveries(store.subscribe("start"), { caughtUp: 1 })
        same(numbersOf(eventsOf(deliveries)), numbersFrom(1, 5), "each event once, in order")
        const { position } = yield* store.head()
        same(deliveries.at(-1), { _tag: "CaughtUp", position }, "then a word, with the last position")
      })
  ),
  lawOfStore("U03", "backlog, then live: each event once, in order", (store) =>
    Effect.gen(function* () {
      yield* store.append("a", noStream, batch(numbersFrom(1, 900), "a"))
      const { came, until } = yield* gathering(store.subscribe("start"))
      yield* until("the backlog", () => caughtUpIn(came) > 0)
      same(numbersOf(eventsOf(came)), numbersFrom(1, 900), "first what was")
      yield* appendEach(store, "b", numbersFrom(901, 20))
      yield* until("the live ones", () => eventsOf(came).length >= 920)
      same(numbersOf(eventsOf(came)), numbersFrom(1, 920), "then what comes")
      so(caughtUpIn(came) >= 2, "and it is told whenever it has caught up again")
    })
  ),
  lawOfStore(
    "U04",
    "no event is lost or doubled between backlog and live, whenever it is appended",
    (store) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, batch(numbersFrom(1, 100), "a"))
        const writing = yield* Effect.forkScoped(
          Effect.gen(function* () {
            for (let i = 0; i < 100; i++) {
              yield* store.append(`s-${i}`, noStream, batch([101 + i], `s-${i}`))
              yield* i % 3 === 0 ? Effect.sleep(1) : Effect.yieldNow
            }
          })
        )
        // Some begin while events are appended, and some take their time over the backlog.
        const readers = yield* Effect.forEach(
          numbersFrom(0, 20),
          (wait) => {
            const slowly = Stream.mapEffect(store.subscribe("start"), (delivery) =>
              Effect.as(wait % 4 === 0 ? Effect.sleep(1) : Effect.void, delivery)
            )
            return Effect.andThen(Effect.sleep(wait), firstNumbers(slowly, 200))
          },
          { concurrency: "unbounded" }
        )
        yield* Fiber.join(writing)
        for (const numbers of readers)
          same(numbers, numbersFrom(1, 200), "each reader got every event once, in order")
      })
  ),
  lawOfStore("U05", "a subscription behind a bookmark does not repeat the event of the bookmark", (store) =>
    Effect.gen(function* () {
      yield* appendEach(store, "a", numbersFrom(0, 10))
      const { events } = yield* store.readStream("a")
      for (const { position, revision } of events.slice(0, 9)) {
        const numbers = yield* firstNumbers(store.subscribe({ after: position }), 9 - revision)
        same(numbers, numbersFrom(revision + 1, 9 - revision), `behind event ${revision}`)
      }
      const last = events[9]!.position
      const [word] = yield* firstDeliveries(store.subscribe({ after: last }), { caughtUp: 1 })
      same(word, { _tag: "CaughtUp", position: last }, "behind the last one there is nothing yet")
    })
  ),
  lawOfStore("U06", "a subscription from the end gets only what comes", (store) =>
    Effect.gen(function* () {
      yield* appendEach(store, "a", [1, 2, 3])
      const { came, until } = yield* gathering(store.subscribe("end"))
      yield* until("the first word", () => came.length > 0)
      const { position } = yield* store.head()
      same(came, [{ _tag: "CaughtUp", position }], "nothing of what was")
      yield* appendEach(store, "b", [4, 5])
      yield* until("two events", () => eventsOf(came).length === 2)
      same(numbersOf(eventsOf(came)), [4, 5], "all that comes")
    })
  ),
  lawOfStore(
    "U07",
    "a subscription that has caught up waits without working, and wakes on an append",
    (store) =>
      Effect.gen(function* () {
        yield* appendEach(store, "a", [1, 2])
        const { came, until } = yield* gathering(store.subscribe("start"))
        yield* until("the backlog", () => caughtUpIn(came) > 0)
        for (let wake = 0; wake < 3; wake++) {
          const heard = came.length
          const before = performance.eventLoopUtilization()
          yield* Effect.sleep(60)
          const { utilization } = performance.eventLoopUtilization(before)
          same(came.length, heard, "nothing is delivered while nothing happens")
          so(utilization < 0.6, `waiting takes ${Math.round(utilization * 100)} % of the event loop`)
          yield* store.append("a", exactly(wake + 1), batch([3 + wake], "a", wake + 2))
          yield* until(`wake-up ${wake}`, () => eventsOf(came).length === 3 + wake)
        }
        same(numbersOf(eventsOf(came)), [1, 2, 3, 4, 5], "every append woke it, once")
      })
  )
]
