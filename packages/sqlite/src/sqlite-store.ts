// The event store port over one SQLite file: reads and appends put together, opened and closed.
import {
  admit,
  type Codec,
  CorruptEvent,
  type EventStore,
  type StoreFailure,
  StoreUnavailable
} from "@lcqm/core"
import { Effect, Result, type Scope } from "effect"
import { Appending } from "./appending.ts"
import { Awakening } from "./awakening.ts"
import { besideOf, copyBeside, putInPlace, removeBeside } from "./backup.ts"
import { type Database, type OpenDatabase, openDatabase } from "./database.ts"
import { readAll, subscribe } from "./following.ts"
import { GroupCommit } from "./group-commit.ts"
import { closeWhole, type Durability, openStoreFile, whenIntact } from "./opening.ts"
import { Pages } from "./pages.ts"
import { StreamReading } from "./reading.ts"
import { whenFree } from "./retrying.ts"
import { type Verified, verifiedWhole, Verifying } from "./verifying.ts"

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
  /** Recomputes every leaf hash and every root of the file; a CorruptEvent where one is another. */
  readonly verify: Effect.Effect<Verified, CorruptEvent | StoreFailure>
}

const isFailure = (opened: Database | StoreFailure): opened is StoreFailure => "_tag" in opened

/**
 * Opens the store at a path, making it where there is nothing, for as long as the scope lasts. Any number of
 * processes may have the file open.
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
  path: string,
  options: SqliteOptions = {}
): Effect.fn.Return<SqliteStore, StoreFailure, Scope.Scope> {
  const { durability = "full", patience = 5_000, pollEvery = 25, readOnly = false } = options
  const name = `sqlite:${path}`
  const opening = { path, store: name, open: options.openDatabase ?? openDatabase, durability, readOnly }
  const database = yield* Effect.flatMap(
    whenFree(name, patience, () => openStoreFile(opening)),
    (opened) => (isFailure(opened) ? Effect.fail(opened) : Effect.succeed(opened))
  )
  const awakening = new Awakening(database, pollEvery)
  const prepared = yield* whenIntact(name, database, () => ({
    appending: new Appending(database, codec),
    reading: new StreamReading(database, codec),
    pages: new Pages(database, codec),
    verifying: new Verifying(database, codec)
  }))
  const { pages, reading, verifying } = prepared
  const group = new GroupCommit(database, prepared.appending, {
    store: name,
    patience,
    onCommit: () => awakening.wakeAll()
  })
  // Which file it was is what whoever has several asks first.
  const named = <E>(error: E): E | CorruptEvent => {
    if (!(error instanceof CorruptEvent)) return error
    const { reason, revision, stream } = error
    return new CorruptEvent({ stream, revision, reason, store: name })
  }
  let closed = false
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      closed = true
      group.close()
      awakening.wakeAll()
      closeWhole(database)
    })
  )

  const whileOpen = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E | StoreUnavailable> =>
    Effect.suspend((): Effect.Effect<A, E | StoreUnavailable> =>
      closed
        ? Effect.fail(new StoreUnavailable({ store: name, reason: "it is closed", retryable: false }))
        : effect
    )
  const touch = <A>(work: () => A): Effect.Effect<A, StoreFailure> =>
    whileOpen(whenFree(name, patience, work))
  const look = <A, E>(
    work: () => Result.Result<A, E | CorruptEvent>
  ): Effect.Effect<A, E | CorruptEvent | StoreFailure> =>
    Effect.flatMap(touch(work), (found) => Effect.fromResult(Result.mapError(found, named)))
  const source = { reading, pages, awakening, look }

  const verify = verifiedWhole(verifying, { store: name, codec, look })
  // What is wrong with the copy is wrong with what it was copied from.
  const verifyCopy = (path: string) =>
    Effect.acquireUseRelease(
      touch(() => opening.open(path, { readOnly: true })),
      (copy) =>
        Effect.flatMap(
          touch(() => new Verifying(copy, codec)),
          (copied) => verifiedWhole(copied, { store: name, codec, look })
        ),
      (copy) => Effect.sync(() => copy.close())
    )
  const backup: SqliteStore["backup"] = (path) =>
    Effect.gen(function* () {
      yield* touch(() => copyBeside(database, path))
      const verified = yield* verifyCopy(besideOf(path))
      yield* touch(() => putInPlace(path))
      return verified
    }).pipe(Effect.ensuring(Effect.sync(() => removeBeside(path))))

  return {
    name,
    codec,
    append: (stream, expected, events) =>
      whileOpen(
        Effect.suspend(() => {
          const checked = admit(codec, stream, expected, events)
          return Result.isFailure(checked)
            ? Effect.fail(checked.failure)
            : Effect.mapError(group.append(checked.success), named)
        })
      ),
    readStream: (stream, range = {}) => look(() => reading.slice(stream, range)),
    readAll: (range = {}) => readAll(source, range),
    subscribe: (from, filter) => subscribe(source, from, filter),
    head: (stream) => look(() => reading.head(stream)),
    backup,
    verify
  }
})
