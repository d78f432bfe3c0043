// A store on a server of the test's own, both for as long as the test uses them. The timers are short, so that what is
// to be waited for is over soon.
import type { EventStore, StoreFailure } from "@lcqm/core"
import { testCodec } from "@lcqm/testing/store"
import { Effect, Redacted, type Scope } from "effect"
import { type EventStoreDbOptions, openEventStoreDbStore } from "../src/index.ts"
import { type RunningServer, type ServerOptions, startServer } from "./server/index.ts"

/** The port as an object. */
export type Store = EventStore["Service"]

const quick: EventStoreDbOptions = { deadline: 1_000, patience: 10_000, prefix: "test" }

/** Opens the store on a server. */
export const openOn = (
  server: { readonly connectionString: string },
  options: EventStoreDbOptions = {}
): Effect.Effect<Store, StoreFailure, Scope.Scope> =>
  openEventStoreDbStore(testCodec, Redacted.make(server.connectionString), { ...quick, ...options })

/** Starts a server, uses it, stops it. */
export const withServer = async <A>(
  use: (server: RunningServer) => Promise<A>,
  options: ServerOptions = {}
): Promise<A> => {
  const server = await startServer(options)
  try {
    return await use(server)
  } finally {
    await server.stop()
  }
}

/** Starts a server, opens a store there, uses both, ends both. */
export const withStore = <A, E>(
  use: (store: Store, server: RunningServer) => Effect.Effect<A, E, Scope.Scope>,
  options: EventStoreDbOptions = {},
  ofServer: ServerOptions = {}
): Promise<A> =>
  withServer(
    (server) =>
      Effect.runPromise(
        Effect.scoped(Effect.flatMap(openOn(server, options), (store) => use(store, server)))
      ),
    ofServer
  )
