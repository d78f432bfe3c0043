// The store over one connection to a file: reads and appends put together, and ended with the scope.
import { admit, type Codec, CorruptEvent, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { Effect, Result, type Scope } from "effect"
import { Appending } from "./appending/appending.ts"
import { Awakening } from "./reading/awakening.ts"
import { besideOf, copyBeside, putInPlace, removeBeside } from "./file/backup.ts"
import type { Database, OpenDatabase } from "./file/database.ts"
import { foundAgain } from "./file/found-again.ts"
import { placeOf } from "./file/place.ts"
import { readAll, subscribe } from "./reading/following.ts"
import { GroupCommit } from "./appending/group-commit.ts"
import { closeWhole, whenIntact } from "./file/opening.ts"
import { Pages } from "./reading/pages.ts"
import { StreamReading } from "./reading/reading.ts"
import { whenFree } from "./file/retrying.ts"
import type { SqliteStore } from "./sqlite-store.ts"
import { verifiedWhole } from "./verifying/verified-whole.ts"

/** What a store works with beside its connection. */
export interface Working {
  readonly codec: Codec
  /** What the store is called in errors. */
  readonly name: string
  /** Milliseconds, both. */
  readonly patience: number
  readonly pollEvery: number
  readonly open: OpenDatabase
  /** Where its file is found by a second connection (file/found-again.ts). */
  readonly pathOfFile: () => string | undefined
}

/** The store over a connection, which is closed with the scope. */
export const storeOver = Effect.fnUntraced(function* (
  database: Database,
  { codec, name, open, pathOfFile, patience, pollEvery }: Working
): Effect.fn.Return<SqliteStore, StoreFailure, Scope.Scope> {
  const awakening = new Awakening(database, pollEvery)
  const prepared = yield* whenIntact(name, database, () => ({
    appending: new Appending(database, codec),
    reading: new StreamReading(database, codec),
    pages: new Pages(database, codec)
  }))
  const { pages, reading } = prepared
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

  const verify = verifiedWhole(database, { store: name, codec, pathOfFile, look })
  // What is wrong with the copy is wrong with what it was copied from.
  const verifyCopy = (path: string) =>
    Effect.acquireUseRelease(
      touch(() => open(path, { readOnly: true })),
      (copy) => verifiedWhole(copy, { store: name, codec, pathOfFile: foundAgain(path, open), look }),
      (copy) => Effect.sync(() => copy.close())
    )
  const backup: SqliteStore["backup"] = (given) =>
    Effect.suspend(() => {
      const path = placeOf(given)
      const beside = besideOf(path)
      return Effect.gen(function* () {
        yield* touch(() => copyBeside(database, beside))
        const verified = yield* verifyCopy(beside)
        yield* touch(() => putInPlace(beside, path))
        return verified
      }).pipe(Effect.ensuring(Effect.sync(() => removeBeside(beside))))
    })

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
