// The event store port kept in EventStoreDB (now KurrentDB): for those who outgrow one machine, and already run, or
// want, an engine that is clustered, subscribed to and operated by others.
import { type Codec, codecOf, EventStore, lcqmCatalogue, type StoreFailure } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { type Config, Effect, Layer, Redacted } from "effect"
import { openEventStoreDbStore } from "./eventstoredb-store.ts"
import { eventStoreDbConfig, type EventStoreDbOptions } from "./settings.ts"

export type {
  ConnectClient,
  EngineClient,
  EngineEvent,
  EnginePosition,
  EngineRecord,
  LogRead,
  LogSubscription,
  OpenCall,
  RecordSource,
  Resolved,
  StreamRead,
  Written
} from "./engine/engine-client.ts"
export { openEventStoreDbStore } from "./eventstoredb-store.ts"
export { eventStoreDbConfig, type EventStoreDbEnvironment, type EventStoreDbOptions } from "./settings.ts"

type Secret = string | Redacted.Redacted

const redacted = (secret: Secret): Redacted.Redacted =>
  typeof secret === "string" ? Redacted.make(secret) : secret

/**
 * A store on EventStoreDB, with a codec of your own. Opened twice, also by another process, both see the same events.
 * @example
 * ```ts
 * import { codecOf, EventStore, lcqmCatalogue } from "@lcqm/core"
 * import { eventStoreDbStoreWith } from "@lcqm/eventstoredb"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Effect } from "effect"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const layer = eventStoreDbStoreWith(codec, "esdb://localhost:1?tls=false", { patience: 1 })
 * const head = Effect.flatMap(EventStore, (store) => store.head())
 * const error = await Effect.runPromise(Effect.flip(Effect.provide(head, layer)))
 * error._tag // => "StoreUnavailable"
 * ```
 */
export const eventStoreDbStoreWith = (
  codec: Codec,
  connectionString: Secret,
  options?: EventStoreDbOptions
): Layer.Layer<EventStore, StoreFailure> =>
  Layer.fresh(Layer.effect(EventStore, openEventStoreDbStore(codec, redacted(connectionString), options)))

/**
 * The store of the domain's events on the server or cluster that a connection string names: `esdb://`,
 * `esdb+discover://`, or the same with `kurrentdb`.
 * @example
 * ```ts
 * import { eventStoreDbStore } from "@lcqm/eventstoredb"
 * import { Layer } from "effect"
 * const store = eventStoreDbStore("esdb+discover://cluster.example:2113", { prefix: "lcqm" })
 * Layer.isLayer(store) // => true
 * ```
 */
export const eventStoreDbStore = (
  connectionString: Secret,
  options?: EventStoreDbOptions
): Layer.Layer<EventStore, StoreFailure> =>
  eventStoreDbStoreWith(codecOf(lcqmCatalogue, nodeHasher), connectionString, options)

/**
 * The store of the domain's events that the environment names; see {@link eventStoreDbConfig}.
 * @example
 * ```ts
 * import { eventStoreDbFromEnvironment } from "@lcqm/eventstoredb"
 * import { Layer } from "effect"
 * Layer.isLayer(eventStoreDbFromEnvironment) // => true
 * ```
 */
export const eventStoreDbFromEnvironment: Layer.Layer<EventStore, StoreFailure | Config.ConfigError> =
  Layer.fresh(
    Layer.effect(
      EventStore,
      Effect.flatMap(eventStoreDbConfig, ({ connectionString, options }) =>
        openEventStoreDbStore(codecOf(lcqmCatalogue, nodeHasher), connectionString, options)
      )
    )
  )
