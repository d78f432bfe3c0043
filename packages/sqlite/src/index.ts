// The event store port kept in one SQLite file: the default for one machine, and for any number of processes on it.
import { type Codec, codecOf, EventStore, lcqmCatalogue, type StoreFailure } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Layer } from "effect"
import { openSqliteStore, type SqliteOptions, type SqliteStore } from "./sqlite-store.ts"

export type { Authorizer, Database, OpenDatabase, Statement, Tables, Value } from "./file/database.ts"
export {
  openReadModels,
  type Row,
  type Rows,
  type SqliteReadModels,
  type TableProjection,
  tableProjection
} from "./read-models/index.ts"
export * from "./personal-data/index.ts"
export type { Durability } from "./file/opening.ts"
export { openSqliteStore, type SqliteOptions, type SqliteStore } from "./sqlite-store.ts"
export type { Verified } from "./verifying/verified-whole.ts"

// Whoever is given the port is given the port, and not what only a file can do.
const portOf = ({ append, codec, head, name, readAll, readStream, subscribe }: SqliteStore) =>
  EventStore.of({ name, codec, append, readStream, readAll, subscribe, head })

/**
 * A store in a file, with a codec of your own. Opened twice, also by another process, both see the same events.
 * @example
 * ```ts
 * import { codecOf, EventStore, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { sqliteStoreWith } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/store.db`
 * const layer = sqliteStoreWith(codecOf(lcqmCatalogue, nodeHasher), path, { durability: "normal" })
 * const head = Effect.flatMap(EventStore, (store) => store.head())
 * await Effect.runPromise(Effect.provide(head, layer)) // => { revision: "none", position: "none" }
 * ```
 */
export const sqliteStoreWith = (
  codec: Codec,
  path: string,
  options?: SqliteOptions
): Layer.Layer<EventStore, StoreFailure> =>
  Layer.fresh(Layer.effect(EventStore, Effect.map(openSqliteStore(codec, path, options), portOf)))

/**
 * The store of the domain's events in the file at a path, made where there is none.
 * @example
 * ```ts
 * import { openLcqm } from "@lcqm/core"
 * import { sqliteStore } from "@lcqm/sqlite"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const store = sqliteStore(`${mkdtempSync(`${tmpdir()}/lcqm-`)}/lcqm.db`)
 * const lcqm = openLcqm({ store })
 * await lcqm.cohorts() // => { ok: true, value: [] }
 * ```
 */
export const sqliteStore = (path: string, options?: SqliteOptions): Layer.Layer<EventStore, StoreFailure> =>
  sqliteStoreWith(codecOf(lcqmCatalogue, nodeHasher), path, options)
