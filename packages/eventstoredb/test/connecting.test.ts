// What goes wrong on the way to a server: a typed error each, which holds no secret.
import type { StoreFailure } from "@lcqm/core"
import { noted, notes, testCodec } from "@lcqm/testing/store"
import { ConfigProvider, Effect, Layer, Redacted, Result } from "effect"
import { describe, expect, it } from "vitest"
import { readConnectionString } from "../src/engine/connection-string.ts"
import { eventStoreDbFromEnvironment, eventStoreDbStoreWith } from "../src/index.ts"
import { openOn, withServer, withStore } from "./opened.ts"
import { EventStore, noStream } from "@lcqm/core"

const secret = "hunter2%21pass"

const failureOn = (connectionString: string, patience = 200): Promise<StoreFailure> =>
  Effect.runPromise(
    Effect.flip(
      Effect.scoped(
        Layer.build(eventStoreDbStoreWith(testCodec, connectionString, { patience, deadline: 500 }))
      )
    )
  )

const expectNoSecret = (error: unknown) => {
  const told = `${String(error)} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ""}`
  expect(told).not.toContain("hunter2")
}

describe("a connection string", () => {
  const wrong = {
    "of another scheme": `mysql://admin:${secret}@localhost:2113`,
    "with nothing behind the scheme": "esdb://",
    "with a password that is not percent-encoded": "esdb://admin:hunter2@@localhost",
    "with a broken escape": "esdb://admin:hunter2%zz@localhost",
    "with a port that is no number": `esdb://admin:${secret}@localhost:port`,
    "with a setting that is not known": `esdb://admin:${secret}@localhost?retries=3`,
    "with a setting without a value": `esdb://admin:${secret}@localhost?tls=`,
    "with tls neither on nor off": `esdb://admin:${secret}@localhost?tls=maybe`,
    "with a deadline that is no number": `esdb://admin:${secret}@localhost?defaultDeadline=soon`,
    "with a node preference that is none": `esdb://admin:${secret}@localhost?nodePreference=fastest`,
    "with the setting that has no effect": `esdb://admin:${secret}@localhost?tlsVerifyCert=false`,
    "with a prefix that could be another's": `esdb://admin:${secret}@localhost?tls=false&prefix=a.b`,
    "with a file of keys that is not there": `esdb://admin:${secret}@localhost?tlsCAFile=/nowhere/ca.pem`
  }

  it.each(Object.entries(wrong))("%s is refused without being quoted", async (_, connectionString) => {
    const error = await failureOn(connectionString)
    expect(error).toMatchObject({ _tag: "StoreUnavailable", retryable: false })
    expectNoSecret(error)
  })

  it("names the store by its hosts alone, in every scheme, and reaches the client in the official form", () => {
    for (const [scheme, official] of [
      ["esdb", "esdb"],
      ["esdb+discover", "esdb+discover"],
      ["kurrentdb", "esdb"],
      ["kurrentdb+discover", "esdb+discover"]
    ]) {
      const text = Redacted.make(
        `${scheme}://admin:${secret}@one:2113,two?tls=true&prefix=mine&nodePreference=follower`
      )
      const read = Result.getOrThrow(readConnectionString(text))
      expect(read.name).toBe(`${scheme}://one:2113,two`)
      expect(read.prefix).toBe("mine")
      expect(Redacted.value(read.withKeepAlive(10_000))).toBe(
        `${official}://admin:${secret}@one:2113,two?tls=true&nodePreference=follower&keepAliveInterval=10000`
      )
      expect(Redacted.value(read.withKeepAlive(10_000, "leader:2114"))).toContain(
        `esdb://admin:${secret}@leader:2114?`
      )
      expect(read.withoutSecrets(`admin said ${secret}, or hunter2!pass`)).not.toMatch(/admin|hunter2/u)
      expect(JSON.stringify(read)).not.toContain("hunter2")
    }
  })
})

describe("a server", () => {
  it("that cannot be reached is a StoreUnavailable that trying again may help", async () => {
    const error = await failureOn(`esdb://admin:${secret}@127.0.0.1:9?tls=false`)
    const store = "esdb://127.0.0.1:9?prefix=lcqm"
    expect(error).toMatchObject({ _tag: "StoreUnavailable", store, retryable: true })
    expectNoSecret(error)
  })

  it("that no name leads to, alone and in a cluster, is the same", async () => {
    for (const scheme of ["esdb", "esdb+discover"]) {
      const error = await failureOn(
        `${scheme}://nobody.invalid:2113?tls=false&maxDiscoverAttempts=1&gossipTimeout=1`
      )
      expect(error).toMatchObject({ _tag: "StoreUnavailable", retryable: true })
    }
  })

  it("that holds two stores: each is named by its prefix, in its errors too", () =>
    withServer((server) =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            for (const prefix of ["north", "south"]) {
              const store = yield* openOn(server, { prefix })
              expect(store.name).toBe(`esdb://127.0.0.1:${server.port}?prefix=${prefix}`)
              server.faults.place({ on: "append", moment: "before", how: "access-denied" })
              const denied = yield* Effect.flip(store.append("a", noStream, notes(1, "a")))
              expect(denied).toMatchObject({ _tag: "AccessDenied", store: store.name })
            }
          })
        )
      )
    ))

  it("that refuses the caller is an AccessDenied, on connecting, appending, reading and subscribing", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        const denied = { _tag: "AccessDenied", store: store.name }
        yield* store.append("a", noStream, notes(1, "a"))
        server.faults.place({ on: "append", moment: "before", how: "access-denied" })
        expect(yield* Effect.flip(store.append("b", noStream, [noted(2, "b", 0)]))).toMatchObject(denied)
        server.faults.place({ on: "read", afterEvents: 0, how: "access-denied" })
        expect(yield* Effect.flip(store.readStream("a"))).toMatchObject(denied)
        server.faults.place({ on: "read", afterEvents: 0, how: "access-denied" })
        expect(yield* Effect.flip(Effect.scoped(openOn(server)))).toMatchObject(denied)
        expect(server.recorded()).toBe(1)
      })
    ))

  it("under TLS takes the credentials of the connection string, and denies wrong ones without telling them", () =>
    withServer(
      async (server) => {
        const right = server.connectionString
        const use = Effect.gen(function* () {
          const store = yield* openOn(server)
          yield* store.append("a", noStream, notes(2, "a"))
          expect((yield* store.readStream("a")).revision).toBe(1)
        })
        await Effect.runPromise(Effect.scoped(use))
        expect(right).toContain("hunter2")
        const wrong = await failureOn(right.replace("hunter2", "hunter22"))
        const store = `esdb://127.0.0.1:${server.port}?prefix=lcqm`
        expect(wrong).toMatchObject({ _tag: "AccessDenied", store })
        expectNoSecret(wrong)
        expect(await failureOn(right.replace(/\/\/.*@/u, "//"))).toMatchObject({ _tag: "AccessDenied" })
      },
      { tls: true, credentials: { username: "office", password: "hunter2" } }
    ))

  it("whose limit is lower than ours refuses an append in words, and stays usable", () =>
    withStore(
      (store) =>
        Effect.gen(function* () {
          const large = [noted(1, "a", 0, "x".repeat(20_000))] as const
          const refused = yield* Effect.flip(store.append("a", noStream, large))
          expect(refused).toMatchObject({ _tag: "EventTooLarge", stream: "a", limit: 10_000, unit: "bytes" })
          yield* store.append("a", noStream, notes(1, "a"))
        }),
      {},
      { maxAppendBytes: 10_000 }
    ))

  it("that offers no batches takes appends one call each, under the same rules", () =>
    withStore(
      (store, server) =>
        Effect.gen(function* () {
          yield* store.append("a", noStream, notes(3, "a"))
          const wrong = yield* Effect.flip(store.append("a", noStream, [noted(9, "a", 0)]))
          expect(wrong).toMatchObject({ _tag: "WrongExpectedRevision", actual: 2 })
          expect((yield* store.append("a", noStream, notes(3, "a"))).repeated).toBe(true)
          for (const how of ["connection", "unavailable", "timeout"] as const) {
            server.faults.place({ on: "append", moment: "after", how })
            yield* store.append(how, noStream, notes(1, how))
          }
          expect(server.recorded()).toBe(6)
        }),
      {},
      { batchAppend: false }
    ))

  it("that restarts, killed or shut down, is found again by reads, appends and subscriptions", () =>
    withStore((store, server) =>
      Effect.gen(function* () {
        for (const [n, how] of (["killed", "shut-down"] as const).entries()) {
          yield* store.append(`s-${n}`, noStream, notes(1, `s-${n}`))
          yield* Effect.promise(() => server.restart(how))
          expect((yield* store.readStream(`s-${n}`)).revision).toBe(0)
          expect((yield* store.append(`s-${n}`, noStream, notes(1, `s-${n}`))).repeated).toBe(true)
        }
        expect(server.recorded()).toBe(2)
      })
    ))

  it("with positions that no number can hold keeps every one of them apart", () =>
    withStore(
      (store) =>
        Effect.gen(function* () {
          for (const n of [0, 1, 2, 3]) yield* store.append(`s-${n}`, noStream, [noted(n, `s-${n}`, 0)])
          const { position, revision } = yield* store.head()
          expect({ position: position > "09007199254740993000", revision }).toEqual({
            position: true,
            revision: 3
          })
        }),
      {},
      { firstPosition: 2n ** 53n * 1_001n + 1n }
    ))
})

describe("the environment", () => {
  it("names the store and its settings, and a missing name is an error of configuration", () =>
    withServer(async (server) => {
      const environment = (record: Record<string, string>) =>
        ConfigProvider.layer(ConfigProvider.fromEnvRecord(record))
      const head = Effect.flatMap(EventStore, (store) => store.head()).pipe(
        Effect.provide(eventStoreDbFromEnvironment)
      )
      const url = { LCQM_EVENTSTOREDB_URL: server.connectionString, LCQM_EVENTSTOREDB_PREFIX: "trial" }
      expect(await Effect.runPromise(Effect.provide(head, environment(url)))).toEqual({
        revision: "none",
        position: "none"
      })
      const missing = await Effect.runPromise(Effect.flip(Effect.provide(head, environment({}))))
      expect(String(missing)).toMatch(/LCQM_EVENTSTOREDB.*URL/su)
    }))
})
