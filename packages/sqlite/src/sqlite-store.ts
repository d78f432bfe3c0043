// The event store port over one SQLite file, opened for as long as a scope lasts.
import type { Codec, CorruptEvent, EventStore, StoreFailure } from "@lcqm/core"
import { Effect, type Scope } from "effect"
import { type Database, type OpenDatabase, openDatabase } from "./file/database.ts"
import { isToBeMade, notYetMade } from "./file/not-yet-made.ts"
import { type Durability, openStoreFile } from "./file/opening.ts"
import { foundAgain } from "./file/found-again.ts"
import { inMemory, placeOf } from "./file/place.ts"
import { storeOver } from "./over-connection.ts"
import { whenFree } from "./file/retrying.ts"
import type { Verified } from "./verifying/verified-whole.ts"

type Service = EventStore["Service"]

/** How a store's file is opened and kept. */
export interface SqliteOptions {
  /**
   * `full`, unless told otherwise: an append is acknowledged once it is on the disk, and survives the loss of
   * power. `normal`: once the operating system has it; it survives the end of the process by any means, and the
   * loss of power may take the last appends, whole and from the end.
   */
  readonly durability?: Durability
  /** How long to wait for a file that others are writing, in milliseconds; 5,000 unless told otherwise. */
  readonly patience?: number
  /** How often to look for other processes' appends while subscribers wait, in milliseconds; 25 unless told otherwise. */
  readonly pollEvery?: number
  /** Opens the file for reading only; appends are refused with AccessDenied. */
  readonly readOnly?: boolean
  /** Another driver than this Node's own. */
  readonly openDatabase?: OpenDatabase
}

/** A store in a file: the port, and what only a file can do. */
export interface SqliteStore extends Service {
  /**
   * Writes a copy of the store as it is now to a path where nothing is yet, while others go on writing, and verifies
   * the copy before it is there. This process does nothing else while SQLite writes it.
   */
  readonly backup: (path: string) => Effect.Effect<Verified, CorruptEvent | StoreFailure>
  /**
   * Recomputes every leaf hash and every root of the file; a CorruptEvent where one is another. Of a file of thousands
   * of events the hashes are recomputed on a thread of their own, which takes a second CPU where there is one.
   */
  readonly verify: Effect.Effect<Verified, CorruptEvent | StoreFailure>
}

const isFailure = (opened: Database | StoreFailure): opened is StoreFailure => "_tag" in opened

/**
 * Opens the store at a path for as long as the scope lasts. Where there is nothing yet the store is empty, and its file
 * is made by the first append that may be recorded. Any number of processes may have the file open.
 * @example
 * ```ts
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { openSqliteStore } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/store.db`
 * const opened = openSqliteStore(codecOf(lcqmCatalogue, nodeHasher), path)
 * const head = Effect.flatMap(opened, (store) => store.head())
 * await Effect.runPromise(Effect.scoped(head)) // => { revision: "none", position: "none" }
 * ```
 */
export const openSqliteStore = Effect.fnUntraced(function* (
  codec: Codec,
  given: string,
  options: SqliteOptions = {}
): Effect.fn.Return<SqliteStore, StoreFailure, Scope.Scope> {
  const { durability = "full", patience = 5_000, pollEvery = 25, readOnly = false } = options
  const name = `sqlite:${given}`
  const path = placeOf(given)
  const open = options.openDatabase ?? openDatabase
  const working = { codec, name, patience, pollEvery, open }
  const openedAt = (at: string) =>
    Effect.flatMap(
      whenFree(name, patience, () => openStoreFile({ path: at, store: name, open, durability, readOnly })),
      (opened) =>
        isFailure(opened)
          ? Effect.fail(opened)
          : storeOver(opened, { ...working, pathOfFile: foundAgain(at, open) })
    )
  return !readOnly && isToBeMade(path)
    ? yield* notYetMade({ codec, path, empty: yield* openedAt(inMemory), made: openedAt(path) })
    : yield* openedAt(path)
})
