// How the adapter is set up: what has a reason to be chosen, and nothing else.
import { Config, type Redacted } from "effect"
import type { ConnectClient } from "./engine/engine-client.ts"

/** How a store on EventStoreDB works. */
export interface EventStoreDbOptions {
  /**
   * What the names of the store's streams begin with in the engine, before a full stop: a letter, then letters,
   * digits and underscores, at most 40 (default "lcqm", or the connection string's own setting `prefix`). Stores
   * of different prefixes share a server without seeing each other.
   */
  readonly prefix?: string
  /** How many milliseconds one call may take before it is given up and, where that is safe, made again (default 5,000). */
  readonly deadline?: number
  /** How many milliseconds calls are made again, in all, before the store is said to be unavailable (default 15,000). */
  readonly patience?: number
  /** How many subscriptions and reads of the whole store may be open at once (default 60; the engine's connections carry 100 calls). */
  readonly mostOpenCalls?: number
  /** For how many milliseconds a stream that was found whole is taken to be so (default 1,000). */
  readonly wholeFor?: number
  /** Makes the client, where it is not to be the official one. */
  readonly connect?: ConnectClient
}

/** What the environment says about the store. */
export interface EventStoreDbEnvironment {
  readonly connectionString: Redacted.Redacted
  readonly options: EventStoreDbOptions
}

const given = <A>(key: string, value: A | undefined) => (value === undefined ? {} : { [key]: value })

/**
 * The settings of a store as the environment gives them: LCQM_EVENTSTOREDB_URL, and where they are wanted
 * LCQM_EVENTSTOREDB_PREFIX, LCQM_EVENTSTOREDB_DEADLINE and LCQM_EVENTSTOREDB_PATIENCE (both in milliseconds).
 * @example
 * ```ts
 * import { eventStoreDbConfig } from "@lcqm/eventstoredb"
 * import { ConfigProvider, Effect, Redacted } from "effect"
 * const environment = ConfigProvider.fromEnvRecord({ LCQM_EVENTSTOREDB_URL: "esdb://localhost:2113?tls=false" })
 * const config = Effect.provide(eventStoreDbConfig, ConfigProvider.layer(environment))
 * const { connectionString } = await Effect.runPromise(config)
 * Redacted.value(connectionString) // => "esdb://localhost:2113?tls=false"
 * ```
 */
export const eventStoreDbConfig: Config.Config<EventStoreDbEnvironment> = Config.all({
  url: Config.Redacted("URL"),
  prefix: Config.String("PREFIX").pipe(Config.withDefault(undefined)),
  deadline: Config.Int("DEADLINE").pipe(Config.withDefault(undefined)),
  patience: Config.Int("PATIENCE").pipe(Config.withDefault(undefined))
}).pipe(
  Config.nested("LCQM_EVENTSTOREDB"),
  Config.map(({ deadline, patience, prefix, url }) => ({
    connectionString: url,
    options: { ...given("prefix", prefix), ...given("deadline", deadline), ...given("patience", patience) }
  }))
)
