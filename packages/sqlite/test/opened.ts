// A store opened for the length of a test, and a file as another program would open it.
import type { StoreFailure } from "@lcqm/core"
import { noStream } from "@lcqm/core"
import { notes, testCodec } from "@lcqm/testing/store"
import { Effect } from "effect"
import { type Database, openDatabase } from "../src/file/database.ts"
import { closeWhole } from "../src/file/opening.ts"
import { openSqliteStore, type SqliteOptions, type SqliteStore } from "../src/index.ts"
import { newPath } from "./places.ts"

/** Opens the store at a path, uses it, closes it. */
export const withStore = <A, E>(
  path: string,
  use: (store: SqliteStore) => Effect.Effect<A, E>,
  options: SqliteOptions = {}
): Promise<A> => Effect.runPromise(opened(path, use, options))

const opened = <A, E>(
  path: string,
  use: (store: SqliteStore) => Effect.Effect<A, E>,
  options: SqliteOptions
): Effect.Effect<A, E | StoreFailure> =>
  Effect.scoped(Effect.flatMap(openSqliteStore(testCodec, path, options), use))

/** How using the store at a path fails. */
export const failureOf = <A, E>(
  path: string,
  use: (store: SqliteStore) => Effect.Effect<A, E>,
  options: SqliteOptions = {}
): Promise<E | StoreFailure> => Effect.runPromise(Effect.flip(opened(path, use, options)))

/** A raw connection, as another program has it. */
export const raw = (path: string): Database => openDatabase(path, { readOnly: false })

/** Runs SQL on a file, as another program. */
export const byHand = (path: string, sql: string): void => {
  const theirs = raw(path)
  try {
    theirs.exec(sql)
  } finally {
    closeWhole(theirs)
  }
}

/** What is needed before the rows of a file can be changed at all. */
export const withoutTriggers = `
  DROP TRIGGER events_never_updated; DROP TRIGGER events_never_deleted; DROP TRIGGER events_never_replaced;`

/** A file with so many events in the stream "a". */
export const written = async (count = 3): Promise<string> => {
  const path = newPath()
  await withStore(path, (store) => store.append("a", noStream, notes(count, "a")))
  return path
}
