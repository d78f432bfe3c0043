// A subscription that is dropped again and again while events are appended.
import { expecting, notes } from "@lcqm/testing/store"
import { Effect, Fiber, Stream } from "effect"
import { numbersOf, upTo } from "./numbers.ts"
import { type Store, withStore } from "./opened.ts"
import type { RunningServer } from "./server/index.ts"

const ways = ["unavailable", "connection", "cancelled", "unknown", "end"] as const

const perAppend = 5

/** Appends to a stream, and drops every subscription once so many appends, at a random moment. */
const appendAndDrop = (store: Store, server: RunningServer, drops: number) =>
  Effect.gen(function* () {
    let dropped = 0
    for (let n = 0; dropped < drops; n += 1) {
      const revision = n * perAppend
      yield* store.append("a", expecting(revision), notes(perAppend, "a", { first: revision, revision }))
      if (Math.random() < 0.5) yield* Effect.sleep(Math.random() * 20)
      // Only one that was taken up again can be dropped again.
      if (server.calls().subscriptions <= dropped || Math.random() < 0.3) continue
      const way = ways[Math.floor(Math.random() * ways.length)] ?? "end"
      if (way === "connection") server.faults.cutConnections()
      else server.faults.dropSubscriptions(way)
      dropped += 1
      yield* Effect.sleep(Math.random() * 60)
    }
    return (yield* store.head("a")).revision
  })

/** Drops a subscription so many times; answers with what it delivered, and what it should have. */
export const dropSubscriptions = (
  drops: number
): Promise<{
  readonly delivered: ReadonlyArray<number>
  readonly appended: ReadonlyArray<number>
  readonly taken: number
}> =>
  withStore((store, server) =>
    Effect.gen(function* () {
      const delivered: Array<number> = []
      const following = yield* Effect.forkScoped(
        Stream.runForEach(store.subscribe("start"), (delivery) =>
          Effect.suspend(() => {
            if (delivery._tag === "Event") delivered.push(...numbersOf([delivery.event]))
            return delivered.length % 50 === 0 ? Effect.sleep(1) : Effect.void
          })
        )
      )
      const revision = yield* appendAndDrop(store, server, drops)
      const appended = upTo(revision === "none" ? 0 : revision + 1)
      for (let waited = 0; delivered.length < appended.length && waited < 10_000; waited += 20)
        yield* Effect.sleep(20)
      yield* Fiber.interrupt(following)
      return { delivered, appended, taken: server.calls().subscriptions }
    })
  )
