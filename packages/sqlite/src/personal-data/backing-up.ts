// Backups of what is kept apart. Each says until when it may be restored, since whoever is erased meanwhile is still in
// it: a backup that outlives the time in which an erasure is to be done would undo it. It is no file to work on, and
// what is restored from it is written anew, without those who were erased since.
import { type PersonRef, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { Clock, Effect } from "effect"
import { closeSync, fsyncSync, openSync } from "node:fs"
import { resolve } from "node:path"
import { besideOf, putInPlace, removeBeside } from "../file/backup.ts"
import { type Database, openDatabase, type Tables } from "../file/database.ts"
import { isCode } from "../file/opening.ts"
import { whenFree } from "../file/retrying.ts"
import { textIn } from "../file/columns.ts"
import { type ApartOptions, connect, openApart, rewriteWhereDue } from "./apart-file.ts"
import { type FileKind, found } from "./kinds.ts"
import { makePrivate, whyNotPrivate } from "./private-file.ts"

/**
 * How many days a backup may be kept at most: an erasure is to be done within a month of the request (GDPR and UK GDPR,
 * article 12(3)), the shortest month has 28 days, and the backups made just before it have to be gone by then.
 */
export const longestBackupDays = 27

/** How many days a backup is kept unless told otherwise: two weeks are left to look into the request and to carry it out. */
export const usualBackupDays = 14

/** A backup: when it was taken, and until when it may be restored; it is to be destroyed then (UTC instants). */
export interface BackupTaken {
  readonly takenAt: string
  readonly usableUntil: string
}

/** How a backup is taken. */
export interface BackupOptions extends Pick<ApartOptions, "openDatabase" | "patience"> {
  /** How many days it may be kept, from 1 to 27; 14 unless told otherwise. */
  readonly days?: number
}

/** What is restored, and where to. */
export interface Restoring extends Pick<ApartOptions, "openDatabase" | "patience"> {
  readonly backup: string
  /** Where nothing is yet. */
  readonly to: string
  /** Everybody erased so far, as the log tells: those erased since the backup was taken are in it, and stay erased. */
  readonly erased: ReadonlyArray<PersonRef>
}

const day = 86_400_000

const unavailable = (store: string, reason: string): StoreFailure =>
  new StoreUnavailable({ store, reason, retryable: false })

const syncFile = (path: string): void => {
  const file = openSync(path, "r+")
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** A whole copy beside a path, changed by `work`, and then put there. Throws SQLite's and the file system's errors. */
const copied = (from: Tables, to: string, options: ApartOptions, work: (copy: Database) => void): void => {
  const beside = besideOf(to)
  try {
    makePrivate(beside)
    from.prepare("VACUUM INTO ?").run(beside)
    const copy = connect(beside, options)
    try {
      work(copy)
      rewriteWhereDue(copy)
    } finally {
      copy.close()
    }
    syncFile(beside)
    putInPlace(beside, to)
  } finally {
    removeBeside(beside)
  }
}

const whereNothingIs = (name: string, to: string, work: () => void): StoreFailure | undefined => {
  try {
    work()
    return undefined
  } catch (error) {
    if (!isCode(error, ["EEXIST"])) throw error
    return unavailable(name, `there is something at ${to} already, which was not touched`)
  }
}

/** Copies a file of the kind to where nothing is yet, as it is at one moment. */
export const backUpApart = (
  kind: FileKind,
  path: string,
  to: string,
  options: BackupOptions
): Effect.Effect<BackupTaken, StoreFailure> =>
  Effect.gen(function* () {
    const { days = usualBackupDays } = options
    if (!Number.isInteger(days) || days < 1 || days > longestBackupDays) {
      return yield* Effect.die(
        new RangeError(`a backup is kept for 1 to ${longestBackupDays} days, not ${days}`)
      )
    }
    const now = yield* Clock.currentTimeMillis
    const taken = {
      takenAt: new Date(now).toISOString(),
      usableUntil: new Date(now + days * day).toISOString()
    }
    const file = yield* openApart(kind, path, { ...options, existing: true })
    const came = yield* file.read((database) =>
      whereNothingIs(file.name, to, () =>
        copied(database, resolve(to), options, (copy) => {
          copy
            .prepare("UPDATE apart SET taken_at = ?, usable_until = ?")
            .run(taken.takenAt, taken.usableUntil)
        })
      )
    )
    return came === undefined ? taken : yield* Effect.fail(came)
  }).pipe(Effect.scoped)

const openedBackup = (
  name: string,
  path: string,
  kind: FileKind,
  now: string,
  options: ApartOptions
): Database | StoreFailure => {
  const there = found(path, kind, options.openDatabase)
  if (typeof there === "object") return unavailable(name, there.not)
  if (there === "nothing") return unavailable(name, "there is no such file")
  const notPrivate = whyNotPrivate(path)
  if (notPrivate !== undefined) return unavailable(name, notPrivate)
  const database = (options.openDatabase ?? openDatabase)(path, { readOnly: true })
  const row: unknown = database.prepare("SELECT taken_at, usable_until FROM apart").get()
  const [takenAt, until] = [textIn(row, "taken_at"), textIn(row, "usable_until")]
  if (until !== undefined && now <= until) return database
  database.close()
  return unavailable(
    name,
    until === undefined
      ? `it is a ${kind.what} in use, and no backup of one`
      : `it is a backup of ${takenAt} that was to be destroyed by ${until}: people erased since would come back with it. Destroy it`
  )
}

/** What a kind of file has to say when one is restored. */
interface OfTheKind {
  /** Why this backup is not restored, beside its age. */
  readonly check: (tables: Tables, name: string) => StoreFailure | undefined
  /** Takes somebody out of the copy, for good. */
  readonly without: (tables: Tables, person: PersonRef) => unknown
}

/** Makes a file of the kind from a backup, where nothing is yet, without those who were erased. */
export const restoreApart = (
  kind: FileKind,
  { backup, erased, to, ...options }: Restoring,
  { check, without }: OfTheKind
): Effect.Effect<void, StoreFailure> =>
  Effect.gen(function* () {
    const name = `sqlite:${backup}`
    const now = new Date(yield* Clock.currentTimeMillis).toISOString()
    const came = yield* whenFree(name, options.patience ?? 5_000, () => {
      const database = openedBackup(name, resolve(backup), kind, now, options)
      if ("_tag" in database) return database
      try {
        const refused = check(database, name)
        if (refused !== undefined) return refused
        return whereNothingIs(name, to, () =>
          copied(database, resolve(to), options, (copy) => {
            copy.exec(
              "UPDATE apart SET taken_at = NULL, usable_until = NULL, rewriting_due = rewriting_due + 1"
            )
            for (const person of erased) without(copy, person)
          })
        )
      } finally {
        database.close()
      }
    })
    if (came !== undefined) return yield* Effect.fail(came)
  })
