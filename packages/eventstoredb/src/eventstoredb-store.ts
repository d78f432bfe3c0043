// The event store port over a connection to EventStoreDB, opened for as long as a scope lasts.
import { type Codec, type EventStore, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { Effect, type Redacted, Result, type Scope } from "effect"
import { Appending } from "./appending/appending.ts"
import { Connection } from "./connection/connection.ts"
import { isPrefix, prefixInWords, readConnectionString } from "./engine/connection-string.ts"
import { connectOfficialClient } from "./engine/official-client.ts"
import { subscribe } from "./reading/following.ts"
import type { EventStoreDbOptions } from "./settings.ts"
import { StreamReading } from "./reading/stream-reading.ts"
import { Streams } from "./reading/streams.ts"
import { traced } from "./tracing.ts"
import { WholeStore } from "./reading/whole-store.ts"

const unusable = (store: string, reason: string) => new StoreUnavailable({ store, reason, retryable: false })

/**
 * Opens the store that a connection string names, for as long as the scope lasts. It connects at once: a server that
 * cannot be reached, or refuses the credentials, is told then.
 * @example
 * ```ts
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { openEventStoreDbStore } from "@lcqm/eventstoredb"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Effect, Redacted } from "effect"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const opened = openEventStoreDbStore(codec, Redacted.make("mysql://localhost"))
 * const error = await Effect.runPromise(Effect.flip(Effect.scoped(opened)))
 * error._tag // => "StoreUnavailable"
 * ```
 */
export const openEventStoreDbStore = Effect.fnUntraced(function* (
  codec: Codec,
  connectionString: Redacted.Redacted,
  options: EventStoreDbOptions = {}
): Effect.fn.Return<EventStore["Service"], StoreFailure, Scope.Scope> {
  const read = readConnectionString(connectionString)
  if (Result.isFailure(read)) return yield* unusable("esdb:", read.failure)
  const address = read.success
  const chosen = options.prefix ?? address.prefix ?? "lcqm"
  if (!isPrefix(chosen))
    return yield* unusable(address.name, `the prefix of its streams is not ${prefixInWords}`)
  const prefix = `${chosen}.`
  // In the form of the connection string's own setting, so that two stores on one server are told apart.
  const name = `${address.name}?prefix=${chosen}`
  const connection = new Connection({
    name,
    address,
    connect: options.connect ?? connectOfficialClient,
    deadline: options.deadline ?? 5_000,
    patience: options.patience ?? 15_000,
    mostOpenCalls: options.mostOpenCalls ?? 60
  })
  yield* Effect.addFinalizer(() => Effect.sync(() => connection.close()))
  const decoding = { codec, prefix }
  const streams = new Streams(connection, prefix)
  const reading = new StreamReading(streams, decoding)
  const whole = new WholeStore(connection, decoding)
  const appending = new Appending(streams, decoding, options.wholeFor ?? 1_000)
  yield* connection.ready
  appending.reaches(
    yield* Effect.mapError(whole.logEnd, (error) =>
      error._tag === "InvalidRange" || error._tag === "CorruptEvent" || error._tag === "UnknownEventType"
        ? unusable(name, error.message)
        : error
    )
  )
  const store: EventStore["Service"] = {
    name,
    codec,
    append: (stream, expected, events) => appending.append(stream, expected, events),
    readStream: (stream, range = {}) => reading.slice(stream, range),
    readAll: (range = {}) => whole.readAll(range),
    subscribe: (from, filter) => subscribe({ connection, decoding, whole }, from, filter),
    head: (stream) => (stream === undefined ? whole.head : reading.head(stream))
  }
  return traced(store, address.hosts[0] ?? address.name)
})
