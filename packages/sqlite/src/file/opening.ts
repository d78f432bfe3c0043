// From a path to a connection: whose file it is, making it where there is none, and bringing it up to date. A file
// that is not ours is looked at and left as it is, byte for byte.
import type { StoreFailure } from "@lcqm/core"
import { StoreUnavailable } from "@lcqm/core"
import { Effect } from "effect"
import { closeSync, fsyncSync, openSync } from "node:fs"
import { dirname } from "node:path"
import type { Database, OpenDatabase } from "./database.ts"
import { applicationId, migrations } from "./schema.ts"
import { failureOf, isOfTheFile } from "./sqlite-failure.ts"
import { hasLog, isWithoutItsFiles, unchangingNameOf } from "./unchanging.ts"
import { hasBeenOpened, whoseFile } from "./whose-file.ts"

/** When an append may be acknowledged: once it is on the disk, or once it is with the operating system. */
export type Durability = "full" | "normal"

/** How a file is opened. */
export interface Opening {
  readonly path: string
  /** What the store is called in errors. */
  readonly store: string
  readonly open: OpenDatabase
  readonly durability: Durability
  readonly readOnly: boolean
}

const numberOf = (database: Database, pragma: string): number => {
  const row: unknown = database.prepare(`PRAGMA ${pragma}`).get()
  const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, pragma) : undefined
  return typeof value === "number" ? value : 0
}

/** Runs the work in a transaction that may write; what fails leaves nothing. */
export const inTransaction = <A>(database: Database, work: () => A, begin = "BEGIN IMMEDIATE"): A => {
  database.exec(begin)
  try {
    const result = work()
    database.exec("COMMIT")
    return result
  } catch (error) {
    rollBack(database)
    throw error
  }
}

/** Ends a transaction without writing; some failures have ended it already. */
export const rollBack = (database: Database): void => {
  try {
    database.exec("ROLLBACK")
  } catch {
    // There was none left.
  }
}

// In one transaction with the file's first page, so that there is never a file that is neither empty nor ours.
const migrate = (database: Database): false => {
  const from = numberOf(database, "user_version")
  database.exec(`PRAGMA application_id = ${applicationId}`)
  for (const step of migrations.slice(from)) database.exec(step)
  database.exec(`PRAGMA user_version = ${Math.max(from, migrations.length)}`)
  return false
}

/**
 * Closes a connection with everything in the main file, so that it can be copied by itself. The driver for Node 20
 * keeps a connection half open until its statements are collected, and so SQLite does not do this by itself.
 */
export const closeWhole = (database: Database): void => {
  try {
    database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  } catch {
    // Others have the file, or it may only be read: what is in the write-ahead log is as safe there.
  }
  database.close()
}

/**
 * Makes what works on an opened file. The statements fit every file that this library made, so what cannot be prepared
 * says that the file's own tables, indexes or triggers are damaged; the file is closed then.
 */
export const whenIntact = <A>(
  store: string,
  database: Database,
  prepare: () => A
): Effect.Effect<A, StoreFailure> =>
  Effect.try({
    try: prepare,
    catch: (error) => {
      closeWhole(database)
      if (isOfTheFile(error)) return failureOf(store, error)
      const reason = `its tables, indexes or triggers are damaged (${saidBy(error)}); restore it from a backup`
      return new StoreUnavailable({ store, reason, retryable: false })
    }
  })

/** Makes a new name in a folder survive the loss of power. */
export const syncFolder = (path: string): void => {
  const folder = openSync(dirname(path), "r")
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}

/** How a file system says that it has no hard links. */
export const noHardLinks = ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]

/** Whether a failure of the file system is one of these. */
export const isCode = (error: unknown, codes: ReadonlyArray<string>): boolean =>
  error instanceof Error && codes.includes(String(Reflect.get(error, "code")))

const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const unavailable = (store: string, reason: string): StoreFailure =>
  new StoreUnavailable({ store, reason, retryable: false })

const foreign = (store: string): StoreFailure =>
  unavailable(store, "it is the SQLite file of another program; it was not touched")

/** A connection to a file that is ours and up to date, or why there is none. Throws SQLite's own errors. */
export const openStoreFile = (opening: Opening): Database | StoreFailure => {
  const { open, path, readOnly, store } = opening
  const found = whoseFile(path, open)
  if (found === "not SQLite") {
    return unavailable(store, "what is there is not a SQLite file; it was not touched")
  }
  if (found === "another program's") return foreign(store)
  if (found === "nothing" && readOnly) return unavailable(store, "there is no such file")
  const connect = () => open(path, { readOnly })
  if (found === "nothing") return connected(connect, opening)
  try {
    return connected(connect, opening)
  } catch (error) {
    if (!isWithoutItsFiles(path, error)) throw error
    return unchanging(opening, error)
  }
}

const connected = (connect: () => Database, opening: Opening): Database | StoreFailure => {
  const database = connect()
  hasBeenOpened(opening.path)
  try {
    const failure = prepared(database, opening)
    if (failure === undefined) return database
    database.close()
    return failure
  } catch (error) {
    database.close()
    throw error
  }
}

// What is there can be read all the same, as it is now.
const unchanging = (opening: Opening, why: unknown): Database | StoreFailure => {
  const { open, path, store } = opening
  const tried = `it cannot be opened, since nothing can be written beside it (${saidBy(why)})`
  if (hasLog(path)) {
    const log = `it was not read as a file that never changes, since ${path}-wal may hold appends that are not in it`
    return unavailable(store, `${tried}; ${log}; copy both to where they may be written`)
  }
  try {
    return connected(() => open(unchangingNameOf(path), { readOnly: true }), { ...opening, readOnly: true })
  } catch (error) {
    return unavailable(store, `${tried}, nor as a file that never changes (${saidBy(error)})`)
  }
}

const prepared = (database: Database, { durability, readOnly, store }: Opening): StoreFailure | undefined => {
  if (isForeign(database)) return foreign(store)
  const version = numberOf(database, "user_version")
  if (version > migrations.length) {
    const known = `and this program knows ${migrations.length}; use a later one`
    return unavailable(store, `its schema is version ${version}, ${known}`)
  }
  database.exec(`PRAGMA synchronous = ${durability === "full" ? "FULL" : "NORMAL"}`)
  // On macOS a plain fsync leaves the data in the drive's cache; elsewhere this changes nothing.
  database.exec(`PRAGMA fullfsync = ${durability === "full" ? "ON" : "OFF"}`)
  database.exec("PRAGMA trusted_schema = OFF")
  if (readOnly) return undefined
  if (version < migrations.length) {
    // Whoever comes second, of two that make or migrate a file at once, finds it done.
    const wasForeign = inTransaction(database, () => isForeign(database) || migrate(database))
    if (wasForeign) return foreign(store)
  }
  database.exec("PRAGMA journal_mode = WAL")
  return undefined
}

// The header has been looked at; this is for the file that another program wrote in between.
const isForeign = (database: Database): boolean => {
  const owner = numberOf(database, "application_id")
  if (owner === applicationId) return false
  return owner !== 0 || database.prepare("SELECT 1 FROM sqlite_schema LIMIT 1").get() !== undefined
}
