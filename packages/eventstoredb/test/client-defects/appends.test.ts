// What the official client does wrong with appends, one test a defect, each named after it.
import { noStream } from "@lcqm/core"
import { expecting, noted, notes } from "@lcqm/testing/store"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { troubleOf } from "../../src/engine/trouble.ts"
import { isRetryable } from "../../src/failure.ts"
import { numbersOf, upTo } from "../numbers.ts"
import { openOn, withServer, withStore } from "../opened.ts"
import { startServer } from "../server/index.ts"

const together = { concurrency: "unbounded" } as const

describe("an append", () => {
  it("is recorded once where the client rejects it for another client's broken stream, and its late answer kills nobody", () =>
    withServer(async (broken) =>
      withStore((store, whole) =>
        Effect.gen(function* () {
          const other = yield* openOn(broken, { patience: 20_000 })
          for (const round of upTo(10)) {
            const streams = upTo(12).map((i) => `s-${round}-${i}`)
            const append = (into: typeof store) => (stream: string, i: number) =>
              into.append(stream, noStream, [noted(100 * round + i, stream, 0)])
            // In the same turn: both clients' appends are under way when one connection breaks.
            yield* Effect.all(
              [
                Effect.forEach(streams, append(store), together),
                Effect.forEach(streams, append(other), together),
                Effect.andThen(Effect.sleep(round % 5), Effect.sync(broken.faults.cutConnections))
              ],
              together
            )
          }
          expect(whole.recorded()).toBe(10 * 12)
          expect(broken.recorded()).toBe(10 * 12)
        })
      )
    ))

  it("finds its server again after the client has failed to discover one, which it would never do by itself", async () => {
    const first = await startServer()
    const gossip = `esdb://127.0.0.1:${first.port},127.0.0.1:${first.port}?tls=false&maxDiscoverAttempts=1&discoveryInterval=10&gossipTimeout=1`
    const use = Effect.gen(function* () {
      const store = yield* openOn({ connectionString: gossip }, { patience: 400 })
      yield* store.append("a", noStream, notes(1, "a"))
      yield* Effect.promise(() => first.stop())
      const lost = yield* Effect.flip(store.append("b", noStream, [noted(7, "b", 0)]))
      expect(["OutcomeUnknown", "StoreUnavailable"]).toContain(lost._tag)
      const second = yield* Effect.promise(() => startServer({ port: first.port }))
      const { events } = yield* store.append("b", noStream, [noted(7, "b", 0)])
      expect(numbersOf(events)).toEqual([7])
      yield* Effect.promise(() => second.stop())
    })
    await Effect.runPromise(Effect.scoped(use))
  })

  it("ends by the adapter's own timer where the client would wait for ever, for the server's features or for an answer", () =>
    withServer(async (server) => {
      const features = server.faults.place({ on: "features", how: "silence" })
      const use = Effect.gen(function* () {
        const store = yield* openOn(server, { deadline: 150 })
        expect(features.struck()).toBe(1)
        const answer = server.faults.place({ on: "append", moment: "after", how: "silence" })
        yield* store.append("a", noStream, notes(2, "a"))
        expect(answer.struck()).toBe(1)
        const unheard = server.faults.place({ on: "append", moment: "before", how: "silence", times: 1_000 })
        const another = yield* openOn(server, { deadline: 100, patience: 300 })
        const unknown = yield* Effect.flip(another.append("b", noStream, [noted(9, "b", 0)]))
        expect(unknown).toMatchObject({ _tag: "OutcomeUnknown", stream: "b" })
        expect(unheard.struck()).toBeGreaterThan(1)
      })
      await Effect.runPromise(Effect.scoped(use))
      expect(server.recorded()).toBe(2)
    }))

  it("of data that cannot be written as JSON is refused before the client, which would never answer, has it", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        const cycle: Record<string, unknown> = { n: 1, note: "" }
        cycle["self"] = cycle
        for (const data of [undefined, cycle, { n: 1n, note: "" }, { n: 1, note: () => "" }]) {
          const refused = yield* Effect.flip(store.append("a", noStream, [{ ...noted(1, "a", 0), data }]))
          expect(refused).toMatchObject({ _tag: "InvalidEvent", stream: "a" })
        }
        expect(server.recorded()).toBe(0)
      })
    ))

  it("that is refused tells the stream's revision, which the client loses when told not to throw", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, notes(3, "a"))
        const refused = yield* Effect.flip(store.append("a", noStream, [noted(9, "a", 0)]))
        expect(refused).toMatchObject({ _tag: "WrongExpectedRevision", expected: "none", actual: 2 })
        const connectionString = `${server.connectionString}&throwOnAppendFailure=false`
        const unusable = yield* Effect.flip(Effect.scoped(openOn({ connectionString })))
        expect(unusable.message).toContain("throwOnAppendFailure is not a setting here")
      })
    ))

  it("fired with others on a client just opened lands in its turn, where the client alone would land the first last", () =>
    withServer(async (server) => {
      for (const round of upTo(5)) {
        const use = Effect.gen(function* () {
          const store = yield* openOn(server, { prefix: `cold${round}` })
          const answers = yield* Effect.forEach(
            upTo(8),
            (n) => store.append(`s-${n}`, noStream, [noted(n, `s-${n}`, 0)]),
            together
          )
          const positions = answers.map(({ events }) => events[0].position)
          expect(positions).toEqual(positions.toSorted())
        })
        await Effect.runPromise(Effect.scoped(use))
      }
    }))

  it("that fails without a message or a type is told apart by type, then by code, then by text", () => {
    const tagOf = (error: unknown) => troubleOf(error)._tag
    expect(tagOf({ type: "access-denied", message: "" })).toBe("Denied")
    expect(tagOf({ code: 16, message: "" })).toBe("Denied")
    expect(tagOf({ code: 7 })).toBe("Denied")
    expect(tagOf({ code: 12 })).toBe("Unsupported")
    expect(tagOf({ code: 3, message: "no" })).toBe("Refused")
    expect(tagOf({ type: "stream-deleted" })).toBe("Deleted")
    for (const nothing of [undefined, null, "", {}, new Error(""), { type: "unknown" }, { code: 14 }]) {
      const trouble = troubleOf(nothing)
      expect(isRetryable(trouble)).toBe(true)
      expect(trouble).toMatchObject({ _tag: "Unreachable", sent: true })
      expect("reason" in trouble && trouble.reason.length).toBeGreaterThan(0)
    }
    const unsent = new Error(
      "14 UNAVAILABLE: No connection established. Last error: connect ECONNREFUSED 127.0.0.1:1"
    )
    expect(troubleOf(unsent)).toMatchObject({ _tag: "Unreachable", sent: false })
    expect(troubleOf(new Error("Failed to discover after 10 attempts."))).toMatchObject({ sent: false })
  })

  it("succeeds where the server's clock is a minute ahead, though the client sends its deadline as a time of day", () =>
    withStore(
      (store, server) =>
        Effect.gen(function* () {
          yield* Effect.forEach(upTo(3), (n) => store.append("a", expecting(n), [noted(n, "a", n)]))
          expect(server.recorded()).toBe(3)
        }),
      {},
      { now: () => Date.now() + 60_000 }
    ))

  it("is made again for each way in which its answer can be lost, and is recorded once", () =>
    withStore(
      (store, server) =>
        Effect.gen(function* () {
          const endings = [
            "unavailable",
            "connection",
            "cancelled",
            "unknown",
            "timeout",
            "not-ready",
            "silence"
          ] as const
          for (const [n, how] of endings.flatMap((how) => [how, how]).entries()) {
            const lost = server.faults.place({ on: "append", moment: n % 2 === 0 ? "after" : "before", how })
            const stream = `s-${n}`
            const answer = yield* Effect.result(
              store.append(stream, noStream, notes(2, stream, { first: 10 * n }))
            )
            expect(Result.isSuccess(answer) ? numbersOf(answer.success.events) : answer.failure).toEqual([
              10 * n,
              10 * n + 1
            ])
            expect(Result.isSuccess(answer) && answer.success.created).toBe(true)
            expect(lost.struck()).toBe(1)
            expect(server.recorded()).toBe(2 * (n + 1))
          }
        }),
      { deadline: 300 }
    ))
})
