// A store where there is no file yet: empty, until there is one. The first append that may be recorded makes the file,
// so that what is refused leaves nothing behind; or somebody else makes it.
import { admit, type Codec, type StoreFailure } from "@lcqm/core"
import { Effect, Result, Scope, Semaphore, Stream } from "effect"
import { accessSync, constants, existsSync, statSync } from "node:fs"
import { dirname } from "node:path"
import type { SqliteStore } from "../sqlite-store.ts"

/** Whether a file can be made at a path, and there is nothing yet. */
export const isToBeMade = (path: string): boolean => {
  try {
    const folder = dirname(path)
    accessSync(folder, constants.W_OK | constants.X_OK)
    return statSync(folder).isDirectory() && statSync(path, { throwIfNoEntry: false }) === undefined
  } catch {
    // Whoever opens it is told what is wrong.
    return false
  }
}

/** What a store that is not there yet is put together from. */
export interface NotYetMade {
  readonly codec: Codec
  readonly path: string
  /** An empty store that is kept nowhere. */
  readonly empty: SqliteStore
  /** Opens the store at the path, making its file where there is none. */
  readonly made: Effect.Effect<SqliteStore, StoreFailure, Scope.Scope>
}

/** The store at a path where there is nothing yet. */
export const notYetMade = Effect.fnUntraced(function* ({
  codec,
  empty,
  made,
  path
}: NotYetMade): Effect.fn.Return<SqliteStore, never, Scope.Scope> {
  const scope = yield* Scope.Scope
  const once = Semaphore.makeUnsafe(1)
  let inFile: SqliteStore | undefined
  let closed = false
  yield* Effect.addFinalizer(() => Effect.sync(() => (closed = true)))
  const making = Effect.suspend(() =>
    inFile === undefined
      ? Effect.tap(Scope.provide(made, scope), (store) => Effect.sync(() => (inFile = store)))
      : Effect.succeed(inFile)
  )
  const make: Effect.Effect<SqliteStore, StoreFailure> = Effect.suspend(() => {
    // A closed store says so, and makes no file.
    if (closed) return Effect.succeed(inFile ?? empty)
    return inFile === undefined ? once.withPermits(1)(making) : Effect.succeed(inFile)
  })
  const now: Effect.Effect<SqliteStore, StoreFailure> = Effect.suspend(() =>
    inFile === undefined && !existsSync(path) ? Effect.succeed(empty) : make
  )
  return {
    name: empty.name,
    codec,
    append: (stream, expected, events) =>
      Effect.suspend(() => {
        if (inFile !== undefined) return inFile.append(stream, expected, events)
        // Where nothing is, nothing but a first event is recorded: all else is refused as an empty store refuses it.
        const mayBeRecorded =
          expected._tag === "NoStream" && Result.isSuccess(admit(codec, stream, expected, events))
        return Effect.flatMap(mayBeRecorded ? make : now, (it) => it.append(stream, expected, events))
      }),
    readStream: (stream, range) => Effect.flatMap(now, (it) => it.readStream(stream, range)),
    readAll: (range) => Stream.unwrap(Effect.map(now, (it) => it.readAll(range))),
    // Whoever waits for what comes has something to wait at.
    subscribe: (from, filter) => Stream.unwrap(Effect.map(make, (it) => it.subscribe(from, filter))),
    head: (stream) => Effect.flatMap(now, (it) => it.head(stream)),
    backup: (to) => Effect.flatMap(now, (it) => it.backup(to)),
    verify: Effect.flatMap(now, (it) => it.verify)
  }
})
