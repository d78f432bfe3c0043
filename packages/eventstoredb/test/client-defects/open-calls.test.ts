// What the official client does wrong with calls that stay open, one test a defect, each named after it.
import { type Delivery, noStream, type Position } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Fiber, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { numbersOf, upTo } from "../numbers.ts"
import { openOn, type Store, withStore } from "../opened.ts"

const eventsIn = (deliveries: Iterable<Delivery>) =>
  [...deliveries].flatMap((each) => (each._tag === "Event" ? [each.event] : []))

const taken = (store: Store, count: number) =>
  store.subscribe("start").pipe(
    Stream.filter((each) => each._tag === "Event"),
    Stream.take(count),
    Stream.runCollect,
    Effect.map((all) => numbersOf(eventsIn(all)))
  )

describe("a read", () => {
  it("that nobody answers ends by the adapter's own timer, since the client heeds no deadline, and is made again", () =>
    withStore(
      (store, server) =>
        Effect.gen(function* () {
          yield* store.append("a", noStream, notes(3, "a"))
          for (const on of ["read", "subscription"] as const) {
            const silence = server.faults.place({ on, afterEvents: 0, how: "silence" })
            const found =
              on === "read"
                ? (yield* store.readStream("a")).events
                : yield* Stream.runCollect(store.readAll())
            expect(numbersOf(found)).toEqual([0, 1, 2])
            expect(silence.struck()).toBe(1)
          }
        }),
      { deadline: 200 }
    ))

  it("abandoned 120 times leaves no call open, where the client's hundredth would hang", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(1_000, "a"))
        for (const direction of ["forward", "backward"] as const) {
          for (const _ of upTo(60)) {
            expect((yield* Stream.runCollect(Stream.take(store.readAll({ direction }), 1))).length).toBe(1)
          }
        }
        yield* Effect.sleep(50)
        expect(server.calls().open).toBeLessThan(5)
        expect((yield* store.readStream("a", { from: 990 })).events.length).toBe(10)
      })
    ))

  it("dropped in the middle goes on behind the last event handed over, whichever way it is broken off", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(400, "a"))
        for (const how of ["unavailable", "connection", "cancelled", "unknown", "end"] as const) {
          const drop = server.faults.place({ on: "subscription", afterEvents: 150, how })
          expect(numbersOf(yield* Stream.runCollect(store.readAll()))).toEqual(upTo(400))
          expect(drop.struck()).toBe(1)
        }
        const back = server.faults.place({ on: "read", afterEvents: 150, how: "unavailable", stream: "$all" })
        expect(numbersOf(yield* Stream.runCollect(store.readAll({ direction: "backward" })))).toEqual(
          upTo(400).toReversed()
        )
        expect(back.struck()).toBe(1)
      })
    ))
})

describe("a subscription", () => {
  it("beyond the calls that a connection carries is refused in words, and the others, reads and appends go on", () =>
    withStore(
      (store) =>
        Effect.gen(function* () {
          yield* store.append("a", noStream, notes(1, "a"))
          const open = yield* Effect.forEach(upTo(60), () => Effect.forkScoped(taken(store, 2)))
          yield* Effect.sleep(300)
          const refused = yield* Effect.flip(taken(store, 1))
          expect(refused).toMatchObject({ _tag: "StoreUnavailable", retryable: true })
          expect(refused.message).toContain("60 subscriptions and reads of the whole store are open")
          yield* store.append("b", noStream, [noted(1, "b", 0)])
          expect((yield* store.readStream("b")).revision).toBe(0)
          for (const fiber of open) expect(yield* Fiber.join(fiber)).toEqual([0, 1])
          expect(yield* taken(store, 1)).toEqual([0])
        }),
      { deadline: 400 }
    ))

  it("whose connection breaks with an error that nobody awaits takes no process with it", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(5, "a"))
        for (const _ of upTo(10)) {
          const fiber = yield* Effect.forkScoped(taken(store, 1_000))
          yield* Effect.sleep(5)
          // Its errors come when nobody draws any more, and before it was ever drawn.
          yield* Effect.all([Fiber.interrupt(fiber), Effect.sync(server.faults.cutConnections)], {
            concurrency: 2
          })
        }
        yield* Effect.sleep(50)
        expect(yield* taken(store, 5)).toEqual(upTo(5))
      })
    ))

  it("says that it has caught up only behind the last event handed over, where the client says so before", () =>
    withStore((store) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(300, "a"))
        const { position } = yield* store.head("a")
        const handled: Array<Position | "none"> = []
        const slowly = store.subscribe("start").pipe(
          Stream.mapEffect((delivery) => Effect.as(Effect.sleep(0), delivery)),
          Stream.takeUntil((delivery) => {
            if (delivery._tag === "Event") handled.push(delivery.event.position)
            else expect(delivery.position).toBe(handled.at(-1))
            return delivery._tag === "CaughtUp" && delivery.position === position
          })
        )
        yield* Stream.runDrain(slowly)
        expect(handled.length).toBe(300)
      })
    ))

  it("goes on behind the last event handled after every kind of drop, an ordinary end among them", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        const drops = ["unavailable", "connection", "cancelled", "unknown", "end"] as const
        const all = yield* Effect.forkScoped(taken(store, 10 * drops.length))
        for (const [n, how] of drops.entries()) {
          yield* Effect.sleep(150)
          const stream = `s-${n}`
          yield* store.append(stream, noStream, notes(10, stream, { first: 10 * n }))
          if (how === "connection") server.faults.cutConnections()
          else server.faults.dropSubscriptions(how)
        }
        expect(yield* Fiber.join(all)).toEqual(upTo(50))
        expect(server.calls().subscriptions).toBeGreaterThanOrEqual(drops.length)
      })
    ))

  it("that the server will not have fails loudly, and is not made again for ever", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        server.faults.place({ on: "subscription", afterEvents: 0, how: "access-denied", times: 1_000 })
        expect(yield* Effect.flip(taken(store, 1))).toMatchObject({ _tag: "AccessDenied" })
        server.faults.clear()
        server.faults.place({ on: "subscription", afterEvents: 0, how: "unavailable", times: 1_000 })
        const patient = yield* openOn(server, { patience: 300 })
        expect(yield* Effect.flip(taken(patient, 1))).toMatchObject({
          _tag: "StoreUnavailable",
          retryable: true
        })
      })
    ))
})
