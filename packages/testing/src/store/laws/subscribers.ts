// U08–U14: many subscribers, those that fail, those that stop and go on, and the end of the store.
import { type Delivery, noStream, type Position } from "@lcqm/core"
import { Effect, Fiber, Stream } from "effect"
import { failsWith, numbersOf, same, so } from "../expectations.ts"
import { appendEach, type Law, law, lawOfStore, open, openClosable, type Store } from "../law.ts"
import { batch, numbersFrom } from "../stamping.ts"
import { eventsOf, firstNumbers, gathering, within } from "../waiting.ts"

class HandlerFailed extends Error {
  readonly _tag = "HandlerFailed"
}

interface Handled {
  readonly bookmark: Position | undefined
  readonly handled: ReadonlyArray<number>
}

/** Handles events until so many are handled, remembering the position of the last one. */
const handleSome = Effect.fnUntraced(function* (store: Store, from: Position | undefined, count: number) {
  const handled: Array<number> = []
  let bookmark = from
  yield* store.subscribe(from === undefined ? "start" : { after: from }).pipe(
    Stream.filter((delivery) => delivery._tag === "Event"),
    Stream.take(count),
    Stream.runForEach(({ event }) =>
      Effect.sync(() => {
        handled.push(...numbersOf([event]))
        bookmark = event.position
      })
    ),
    within(`${count} events`)
  )
  return { bookmark, handled } satisfies Handled
})

/** U08–U14. */
export const subscriberLaws: ReadonlyArray<Law> = [
  lawOfStore(
    "U08",
    "twenty readers each get the events of a hundred writers, once, in the same order",
    (store) =>
      Effect.gen(function* () {
        const reading = yield* Effect.forEach(numbersFrom(1, 20), () =>
          Effect.forkScoped(firstNumbers(store.subscribe("start"), 100))
        )
        yield* Effect.forEach(
          numbersFrom(1, 100),
          (n) => Effect.andThen(Effect.yieldNow, store.append(`s-${n}`, noStream, batch([n], `s-${n}`))),
          { concurrency: "unbounded" }
        )
        const order = numbersOf(yield* Stream.runCollect(store.readAll()))
        same(
          order.toSorted((a, b) => a - b),
          numbersFrom(1, 100),
          "all the writers' events are there"
        )
        for (const fiber of reading)
          same(yield* Fiber.join(fiber), order, "each reader got them in that order")
      })
  ),
  lawOfStore(
    "U09",
    "a handler that fails ends the subscription with its failure, and nothing goes past it",
    (store) =>
      Effect.gen(function* () {
        yield* appendEach(store, "a", numbersFrom(1, 10))
        const handled: Array<number> = []
        const handle = (delivery: Delivery) =>
          Effect.suspend(() => {
            const [n] = numbersOf(eventsOf([delivery]))
            if (n === 6) return Effect.fail(new HandlerFailed("not the sixth"))
            if (n !== undefined) handled.push(n)
            return Effect.void
          })
        const running = Stream.runForEach(store.subscribe("start"), handle)
        yield* failsWith(within("the failure")(running), { _tag: "HandlerFailed" })
        same(handled, [1, 2, 3, 4, 5], "what came before it was handled, and nothing after")
        const { events } = yield* store.readStream("a", { from: 4, limit: 1 })
        same(
          yield* firstNumbers(store.subscribe({ after: events[0]!.position }), 1),
          [6],
          "it can be tried again"
        )
      })
  ),
  law("U11", "closing the store ends every subscription loudly, and closing twice is closing once", (trial) =>
    Effect.gen(function* () {
      const { close, store } = yield* openClosable(trial.layer())
      yield* appendEach(store, "a", [1, 2])
      const { came, fiber, until } = yield* gathering(store.subscribe("start"))
      yield* until("the backlog", () => came.length >= 3)
      yield* close
      yield* within("a second end")(close)
      yield* failsWith(within("the end of the subscription")(Fiber.join(fiber)), {
        _tag: "StoreUnavailable",
        store: store.name
      })
      const late = store.subscribe("start")
      yield* failsWith(Stream.runDrain(late), { _tag: "StoreUnavailable", store: store.name })
    })
  ),
  law("U12", "after a restart a subscription goes on right behind its bookmark", (trial) =>
    Effect.gen(function* () {
      const layer = trial.layer()
      const handled: Array<number> = []
      let bookmark: Position | undefined
      for (let run = 0; run < 4; run++) {
        const { close, store } = yield* openClosable(layer)
        yield* appendEach(store, `s-${run}`, numbersFrom(10 * run, 10))
        const some: Handled = yield* handleSome(store, bookmark, 7)
        handled.push(...some.handled)
        bookmark = some.bookmark
        yield* close
      }
      same(handled, numbersFrom(0, 28), "each event was handled once, in order, over four runs")
    })
  ),
  law(
    "U13",
    "a subscription that is cut off and taken up again from its bookmark gets each event once",
    (trial) =>
      Effect.gen(function* () {
        const store = yield* open(trial.layer())
        const cut = trial.adapter.dropConnections ?? Effect.void
        yield* store.append("a", noStream, batch(numbersFrom(0, 600), "a"))
        const writing = yield* Effect.forkScoped(appendEach(store, "b", numbersFrom(600, 60)))
        const handled: Array<number> = []
        let bookmark: Position | undefined
        while (handled.length < 660) {
          const count = Math.min(53, 660 - handled.length)
          const some: Handled = yield* handleSome(store, bookmark, count)
          yield* cut
          handled.push(...some.handled)
          bookmark = some.bookmark
        }
        yield* Fiber.join(writing)
        same(handled, numbersFrom(0, 660), "each event once, in order")
      })
  ),
  lawOfStore(
    "U14",
    "within one run every event is delivered once, also when others subscribe and stop",
    (store) =>
      Effect.gen(function* () {
        const { came, until } = yield* gathering(store.subscribe("start"))
        for (let i = 0; i < 50; i++) {
          yield* store.append(`s-${i}`, noStream, batch([2 * i, 2 * i + 1], `s-${i}`))
          if (i % 5 === 0) yield* firstNumbers(store.subscribe("start"), 1)
        }
        yield* until("a hundred events", () => eventsOf(came).length >= 100)
        yield* Effect.sleep(5)
        same(numbersOf(eventsOf(came)), numbersFrom(0, 100), "each once, in order")
        so(came.at(-1)?._tag === "CaughtUp", "and at the end it has caught up")
      })
  )
]
