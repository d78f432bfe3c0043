// Whose file is at a path. The header says it, without SQLite, which might write files beside it or recover it. A file
// of ours has its number from the first page that is written on.
import { closeSync, openSync, readSync, statSync } from "node:fs"
import { applicationId } from "./schema.ts"

const magic = "SQLite format 3\u0000"
const headerBytes = 100

// Files this process has had open, by device and inode. They are not read again by ourselves: closing any handle of
// a file drops all of the process's locks on it (sqlite.org/howtocorrupt.html, 2.2), also those of a connection.
const openedBefore = new Set<string>()

/** Which file is at a path now: its device and inode; undefined where there is none. */
export const identityOf = (path: string): string | undefined => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat === undefined ? undefined : `${stat.dev}:${stat.ino}`
}

/** A connection to the file at a path has been opened. */
export const hasBeenOpened = (path: string): void => void openedBefore.add(identityOf(path) ?? path)

/** What is at a path. */
export type Found = "nothing" | "ours" | "not SQLite" | "another program's"

/** Looks at what is at a path. Leaves it as it is. */
export const whoseFile = (path: string): Found => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || (stat.isFile() && stat.size === 0)) return "nothing"
  if (!stat.isFile()) return "not SQLite"
  if (openedBefore.has(`${stat.dev}:${stat.ino}`)) return "ours"
  const header = Buffer.alloc(headerBytes)
  const file = openSync(path, "r")
  try {
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return "not SQLite"
  } finally {
    closeSync(file)
  }
  if (header.toString("latin1", 0, magic.length) !== magic) return "not SQLite"
  return header.readUInt32BE(68) === applicationId ? "ours" : "another program's"
}
