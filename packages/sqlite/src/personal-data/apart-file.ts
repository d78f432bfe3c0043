// A SQLite file beside the events in which forgetting is meant: what was deleted is in no byte of it, nor of any file
// beside it, once the deletion is answered. So there is no write-ahead log, which would keep old pages until somebody
// copies them back; deleted bytes are overwritten; and then the whole file is written anew without them.
import { type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { Effect, type Scope } from "effect"
import { resolve } from "node:path"
import { type Database, type OpenDatabase, openDatabase, type Tables } from "../file/database.ts"
import { inTransaction } from "../file/opening.ts"
import { whenFree } from "../file/retrying.ts"
import { numberIn, textIn } from "../file/columns.ts"
import { type FileKind, found } from "./kinds.ts"
import { makePrivate, whyNotPrivate } from "./private-file.ts"

/** How a file is opened and kept. */
export interface ApartOptions {
  /** Refuses where there is no file yet, instead of making one. */
  readonly existing?: boolean
  /** How long to wait for a file that others are writing, in milliseconds; 5,000 unless told otherwise. */
  readonly patience?: number
  /** Another driver than this Node's own. */
  readonly openDatabase?: OpenDatabase
}

/** An opened file. Whatever is done on it is retried while others have it locked, and so is done twice at times. */
export interface ApartFile {
  /** Names the file in errors. */
  readonly name: string
  readonly read: <A>(work: (tables: Tables) => A) => Effect.Effect<A, StoreFailure>
  /** In one transaction that may write; what throws leaves nothing. */
  readonly write: <A>(work: (tables: Tables) => A) => Effect.Effect<A, StoreFailure>
  /** The same, and where it answers that something was to go, the file is written anew before this answers. */
  readonly forget: <A>(
    work: (tables: Tables) => A,
    went: (answer: A) => boolean
  ) => Effect.Effect<A, StoreFailure>
}

/** Why a file is not used, and whether it may be later. */
export const reasonOf = (failure: StoreFailure): { readonly reason: string; readonly retryable: boolean } =>
  failure._tag === "StoreUnavailable"
    ? { reason: failure.reason, retryable: failure.retryable }
    : { reason: "it may not be written", retryable: false }

const unavailable = (store: string, reason: string): StoreFailure =>
  new StoreUnavailable({ store, reason, retryable: false })

const settings = [
  // Once a commit is answered, power may go: also the name of the journal is gone from the folder then.
  "PRAGMA synchronous = EXTRA",
  "PRAGMA fullfsync = ON",
  "PRAGMA trusted_schema = OFF",
  "PRAGMA secure_delete = ON",
  // Writing the file anew takes a copy, which is not to be a file elsewhere.
  "PRAGMA temp_store = MEMORY",
  "PRAGMA journal_mode = DELETE"
]

/** A connection to a file of the kind, with all that forgetting needs. Throws SQLite's own errors. */
export const connect = (path: string, options: ApartOptions): Database => {
  const database = (options.openDatabase ?? openDatabase)(path, { readOnly: false })
  for (const setting of settings) database.exec(setting)
  return database
}

const migrate = (database: Database, { applicationId, migrations }: FileKind, from: number): void => {
  database.exec(`PRAGMA application_id = ${applicationId}`)
  for (const step of migrations.slice(from)) database.exec(step)
  database.exec(`PRAGMA user_version = ${migrations.length}`)
}

const versionOf = (tables: Tables): number =>
  numberIn(tables.prepare("PRAGMA user_version").get(), "user_version") ?? 0

const dueIn = (tables: Tables): number =>
  numberIn(tables.prepare("SELECT rewriting_due AS due FROM apart").get(), "due") ?? 0

/** Writes the file anew where that is due: after a crash that came between, when it is next opened. */
export const rewriteWhereDue = (database: Database): void => {
  const due = dueIn(database)
  if (due === 0) return
  database.exec("VACUUM")
  database.prepare("UPDATE apart SET rewriting_due = 0 WHERE rewriting_due = ?").run(due)
}

/** Says within a transaction that the file is to be written anew after it. */
const rewritingIsDue = (tables: Tables): void =>
  tables.exec("UPDATE apart SET rewriting_due = rewriting_due + 1")

/** A connection to what is at a path, or why there is none. */
const opened = (name: string, path: string, kind: FileKind, options: ApartOptions) => {
  const there = found(path, kind, options.openDatabase)
  if (typeof there === "object") return unavailable(name, there.not)
  if (there === "nothing" && options.existing === true) return unavailable(name, "there is no such file")
  const notPrivate = whyNotPrivate(path)
  if (notPrivate !== undefined) return unavailable(name, notPrivate)
  if (there === "nothing") makeWhereNothing(path)
  const database = connect(path, options)
  try {
    const failure = prepared(database, name, kind)
    if (failure === undefined) return database
    database.close()
    return failure
  } catch (error) {
    database.close()
    throw error
  }
}

// Of two that make it at once, one finds it made.
const makeWhereNothing = (path: string): void => {
  try {
    makePrivate(path)
  } catch (error) {
    if (!(error instanceof Error && Reflect.get(error, "code") === "EEXIST")) throw error
  }
}

const prepared = (database: Database, name: string, kind: FileKind): StoreFailure | undefined => {
  if (versionOf(database) < kind.migrations.length) {
    inTransaction(database, () => {
      const from = versionOf(database)
      if (from < kind.migrations.length) migrate(database, kind, from)
    })
  }
  const version = versionOf(database)
  if (version > kind.migrations.length) {
    const known = `and this program knows ${kind.migrations.length}; use a later one`
    return unavailable(name, `its schema is version ${version}, ${known}`)
  }
  const takenAt = textIn(database.prepare("SELECT taken_at FROM apart").get(), "taken_at")
  if (takenAt === undefined) {
    rewriteWhereDue(database)
    return undefined
  }
  return unavailable(
    name,
    `it is a backup, taken at ${takenAt}; restore it to a file of its own, which is used then`
  )
}

const isFailure = (database: Database | StoreFailure): database is StoreFailure => "_tag" in database

/** Opens the file of a kind at a path, making it where there is none, for as long as the scope lasts. */
export const openApart = Effect.fnUntraced(function* (
  kind: FileKind,
  given: string,
  options: ApartOptions
): Effect.fn.Return<ApartFile, StoreFailure, Scope.Scope> {
  // A path and never one of SQLite's own names, as `:memory:`, which would keep nothing.
  const path = resolve(given)
  const name = `sqlite:${given}`
  const patience = options.patience ?? 5_000
  const database = yield* Effect.flatMap(
    whenFree(name, patience, () => opened(name, path, kind, options)),
    (made) => (isFailure(made) ? Effect.fail(made) : Effect.succeed(made))
  )
  let closed = false
  yield* Effect.addFinalizer(() =>
    Effect.sync(() => {
      closed = true
      database.close()
    })
  )
  const touch = <A>(work: () => A): Effect.Effect<A, StoreFailure> =>
    Effect.suspend(() =>
      closed ? Effect.fail(unavailable(name, "it is closed")) : whenFree(name, patience, work)
    )
  const write: ApartFile["write"] = (work) => touch(() => inTransaction(database, () => work(database)))
  return {
    name,
    read: (work) => touch(() => work(database)),
    write,
    forget: (work, went) =>
      Effect.tap(
        write((tables) => {
          const answer = work(tables)
          if (went(answer)) rewritingIsDue(tables)
          return answer
        }),
        // Also where nothing was to go: another's deletion may have been cut off.
        () => touch(() => rewriteWhereDue(database))
      )
  }
})
