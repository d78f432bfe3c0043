// How the laws wait for a store: for so long and no longer, and never for a subscription that has ended.
import type { Delivery, Recorded } from "@lcqm/core"
import { Context, Effect, type Fiber, type Scope, Stream } from "effect"
import { numbersOf } from "./expectations.ts"

/** How long a law waits for what must come, in milliseconds. Stores broken on purpose are given less. */
export const Patience = Context.Reference<number>("@lcqm/testing/store/Patience", {
  defaultValue: () => 10_000
})

/** Fails, naming what was waited for, where the effect takes longer than the law's patience. */
export const within =
  (what: string) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E | Error, R> =>
    Effect.flatMap(Patience, (patience) =>
      Effect.timeoutOrElse(effect, {
        duration: patience,
        orElse: () => Effect.fail(new Error(`${what} did not come within ${patience} ms`))
      })
    )

/** The events among deliveries. */
export const eventsOf = (deliveries: ReadonlyArray<Delivery>): ReadonlyArray<Recorded> =>
  deliveries.flatMap((delivery) => (delivery._tag === "Event" ? [delivery.event] : []))

/** How many words of having caught up there are among deliveries. */
export const caughtUpIn = (deliveries: ReadonlyArray<Delivery>): number =>
  deliveries.filter(({ _tag }) => _tag === "CaughtUp").length

/** The first deliveries of a subscription, up to so many events or so many words that it has caught up. */
export const firstDeliveries = <E>(
  subscription: Stream.Stream<Delivery, E>,
  { caughtUp = Infinity, events = Infinity }: { readonly events?: number; readonly caughtUp?: number }
): Effect.Effect<ReadonlyArray<Delivery>, E | Error> => {
  let [eventsSeen, wordsSeen] = [0, 0]
  const enough = (): boolean => eventsSeen >= events || wordsSeen >= caughtUp
  const look = (delivery: Delivery): boolean => {
    if (delivery._tag === "Event") eventsSeen += 1
    else wordsSeen += 1
    return enough()
  }
  return subscription.pipe(
    Stream.takeUntil(look),
    Stream.runCollect,
    Effect.tap(() =>
      enough()
        ? Effect.void
        : Effect.fail(new Error(`a subscription ended by itself after ${eventsSeen} events`))
    ),
    within(events === Infinity ? "the word that it has caught up" : `${events} events`)
  )
}

/** The numbers of the first so many events of a subscription. */
export const firstNumbers = (
  subscription: Stream.Stream<Delivery, unknown>,
  events: number
): Effect.Effect<ReadonlyArray<number>, unknown> =>
  Effect.map(firstDeliveries(subscription, { events }), (deliveries) => numbersOf(eventsOf(deliveries)))

/** A subscription drawn in the background. */
export interface Gathering {
  /** What has come so far. */
  readonly came: ReadonlyArray<Delivery>
  readonly fiber: Fiber.Fiber<void, unknown>
  /** Waits until it is so; fails where the subscription ends before. */
  readonly until: (what: string, isSo: () => boolean) => Effect.Effect<void, Error>
}

/** Draws a subscription in the background, from now on and for as long as the test lasts. */
export const gathering = Effect.fnUntraced(function* (
  subscription: Stream.Stream<Delivery, unknown>
): Effect.fn.Return<Gathering, never, Scope.Scope> {
  const came: Array<Delivery> = []
  const fiber = yield* Effect.forkScoped(
    Stream.runForEach(subscription, (delivery) => Effect.sync(() => void came.push(delivery)))
  )
  const ask = (what: string, isSo: () => boolean): Effect.Effect<void, Error> =>
    Effect.suspend(() => {
      if (isSo()) return Effect.void
      if (fiber.pollUnsafe() !== undefined)
        return Effect.fail(new Error(`the subscription ended before ${what}`))
      return Effect.andThen(Effect.sleep(2), ask(what, isSo))
    })
  return { came, fiber, until: (what, isSo) => within(what)(ask(what, isSo)) }
})
