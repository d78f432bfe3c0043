// What SQLite's result codes mean to a caller of the store. Source: sqlite.org/rescode.html.
import { AccessDenied, type StoreFailure, StoreUnavailable } from "@lcqm/core"

const busy = 5
const locked = 6
const readOnly = 8
const ioError = 10
const corrupt = 11
const full = 13
const cantOpen = 14
const perm = 3
const auth = 23
const notADatabase = 26

// SQLite's own texts for them. The driver for Node 20 leaves the code out where a row in the middle fails.
const codes: ReadonlyMap<string, number> = new Map([
  ["database is locked", busy],
  ["database table is locked", locked],
  ["attempt to write a readonly database", readOnly],
  ["disk I/O error", ioError],
  ["database disk image is malformed", corrupt],
  ["database or disk is full", full],
  ["unable to open database file", cantOpen],
  ["file is not a database", notADatabase]
])

/** SQLite's primary result code, where the error is one of SQLite's. */
export const resultCodeOf = (error: unknown): number | undefined => {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, "errcode")
  return typeof code === "number" ? code % 256 : codes.get(error.message)
}

/** Whether somebody else has the file just now. */
export const isBusy = (error: unknown): boolean => {
  const code = resultCodeOf(error)
  return code === busy || code === locked
}

const ofTheFile: ReadonlySet<number | undefined> = new Set([
  busy,
  locked,
  readOnly,
  ioError,
  corrupt,
  full,
  cantOpen,
  perm,
  notADatabase
])

/** Whether the file or the disk is the reason, and not what was asked of it. */
export const isOfTheFile = (error: unknown): boolean => ofTheFile.has(resultCodeOf(error))

/** Whether what is there is no SQLite file. */
export const isNotSqlite = (error: unknown): boolean => resultCodeOf(error) === notADatabase

/** Whether the file itself is damaged. */
export const isDamaged = (error: unknown): boolean => {
  const code = resultCodeOf(error)
  return code === corrupt || code === notADatabase
}

/** Whether a COMMIT that failed so has certainly written nothing. */
export const isCertainlyNotCommitted = (error: unknown): boolean => {
  const code = resultCodeOf(error)
  return code === busy || code === full || code === readOnly
}

const reasonOf = (error: unknown): readonly [reason: string, retryable: boolean] => {
  const said = error instanceof Error ? error.message : String(error)
  switch (resultCodeOf(error)) {
    case busy:
    case locked:
      return ["others have kept the file locked all the while", true]
    case full:
      return ["the disk is full; nothing was written", true]
    case corrupt:
      return [`the file is damaged (${said}); restore it from a backup`, false]
    case notADatabase:
      return ["the file is not a SQLite file", false]
    case cantOpen:
      return [
        `the file cannot be opened (${said}); look whether its folder is there and may be written`,
        false
      ]
    case ioError:
      return [`the disk failed (${said})`, true]
    default:
      return [said, false]
  }
}

/** The failure of the store that an error of SQLite is. */
export const failureOf = (store: string, error: unknown): StoreFailure => {
  const code = resultCodeOf(error)
  if (code === readOnly || code === perm) return new AccessDenied({ store, doing: "writing" })
  if (code === auth)
    return new AccessDenied({ store, doing: "a reader any change, and a read model what is not its own" })
  const [reason, retryable] = reasonOf(error)
  return new StoreUnavailable({ store, reason, retryable })
}
