// Read models in a SQLite file: rows and bookmark in one transaction. The file may be the store's own or another.
import { type ReadModel, type StoreFailure, StoreUnavailable, UnsupportedByStore } from "@lcqm/core"
import { Effect, type Scope } from "effect"
import { type Database, openDatabase } from "../file/database.ts"
import { closeWhole, type Opening, openStoreFile } from "../file/opening.ts"
import { placeOf } from "../file/place.ts"
import { whenFree } from "../file/retrying.ts"
import type { SqliteOptions } from "../sqlite-store.ts"
import { type File, keptInTables } from "./kept-in-tables.ts"
import { Lending } from "./lending.ts"
import type { Rows } from "./rows.ts"
import type { TableProjection } from "./table-projection.ts"

export type { Row, Rows } from "./rows.ts"
export { type TableProjection, tableProjection } from "./table-projection.ts"

/** The read models of a file. */
export interface SqliteReadModels {
  /** Keeps a projection's tables in the file, for a runner to move and everybody to read. */
  readonly keep: (projection: TableProjection) => ReadModel<Rows>
}

/**
 * Opens a file for read models, making it where there is nothing, for as long as the scope lasts. In the file of the
 * store that they are folded from, a copy of the file is a copy of both. A step is acknowledged once the operating
 * system has it (`normal`) unless told otherwise: what the loss of power takes is folded again, since rows and bookmark
 * go together.
 * @example
 * ```ts
 * import { codecOf, type LcqmEvent, lcqmCatalogue, projectionsOver } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { openReadModels, openSqliteStore, tableProjection } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/store.db`
 * const enrolled = tableProjection<LcqmEvent>(
 *   { name: "enrolled", version: 1, tables: { enrolled: "school TEXT PRIMARY KEY, cohort TEXT NOT NULL" } },
 *   {
 *     "SchoolEnrolled.v1": (rows, { data, stream }) =>
 *       rows.run("INSERT OR REPLACE INTO enrolled VALUES (?, ?)", stream, data.cohort)
 *   }
 * )
 * const program = Effect.gen(function* () {
 *   const store = yield* openSqliteStore(codecOf(lcqmCatalogue, nodeHasher), path)
 *   const file = yield* openReadModels(path)
 *   const { models } = yield* projectionsOver(store, { enrolled: file.keep(enrolled) })
 *   return yield* models.enrolled.readCaughtUp((rows) => rows.all("SELECT * FROM enrolled").length)
 * })
 * await Effect.runPromise(Effect.scoped(program)) // => 0
 * ```
 */
export const openReadModels = Effect.fnUntraced(function* (
  given: string,
  options: Pick<SqliteOptions, "durability" | "openDatabase" | "patience"> = {}
): Effect.fn.Return<SqliteReadModels, StoreFailure, Scope.Scope> {
  const { durability = "normal", patience = 5_000 } = options
  const name = `sqlite:${given}`
  const open = options.openDatabase ?? openDatabase
  const opening: Opening = { path: placeOf(given), store: name, open, durability, readOnly: false }
  let closed = false

  const connect: Effect.Effect<Database, StoreFailure> = Effect.flatMap(
    whenFree(name, patience, () => openStoreFile(opening)),
    (opened) => ("_tag" in opened ? Effect.fail(opened) : Effect.succeed(opened))
  )
  const database = yield* Effect.acquireRelease(connect, (opened) =>
    Effect.sync(() => {
      closed = true
      closeWhole(opened)
    })
  )
  if (database.setAuthorizer === undefined) {
    const what = "read models in its file with this driver"
    return yield* new UnsupportedByStore({ store: name, what })
  }
  const file: File = {
    name,
    database,
    lending: new Lending(database),
    touch: (work) =>
      Effect.suspend(() =>
        closed
          ? Effect.fail(new StoreUnavailable({ store: name, reason: "it is closed", retryable: false }))
          : whenFree(name, patience, work)
      ),
    another: Effect.acquireRelease(connect, (opened) => Effect.sync(() => opened.close()))
  }
  return { keep: (projection) => keptInTables(file, projection) }
})
