// A file beside which nothing can be written, as on a read-only mount. SQLite keeps its log and an index of it beside
// the file, and without them opens only what it is told never changes: then nothing is locked and no log is read.
import { accessSync, constants, statSync } from "node:fs"
import { dirname } from "node:path"
import { pathToFileURL } from "node:url"
import { resultCodeOf } from "./sqlite-failure.ts"

// Source: sqlite.org/rescode.html.
const readOnly = 8
const cantOpen = 14

const mayWriteBeside = (path: string): boolean => {
  try {
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Whether SQLite could not open the file because nobody here can write beside it. Where somebody can, others may be
 * writing the file, and it must not be read as if it never changed.
 */
export const isWithoutItsFiles = (path: string, error: unknown): boolean => {
  const code = resultCodeOf(error)
  return (code === readOnly || code === cantOpen) && !mayWriteBeside(path)
}

/** The name by which SQLite opens a file as one that never changes. */
export const unchangingNameOf = (path: string): string => {
  const url = pathToFileURL(path)
  url.searchParams.set("immutable", "1")
  return url.href
}

/** Whether appends may be in the log beside the file and not in the file. */
export const hasLog = (path: string): boolean =>
  (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
