// Where a second connection finds the file that a first one has open. Both have to be of the same library: of two that keep
// their own account of a process's locks, the one that closes first drops the other's (sqlite.org/howtocorrupt.html, 2.2).
import { openDatabase, type OpenDatabase } from "./database.ts"
import { identityOf } from "./whose-file.ts"

/** Tells where a file that was just opened is found; undefined where it must not be opened twice, or is there no more. */
export const foundAgain = (path: string, open: OpenDatabase): (() => string | undefined) => {
  const opened = open === openDatabase ? identityOf(path) : undefined
  return () => (opened !== undefined && identityOf(path) === opened ? path : undefined)
}
