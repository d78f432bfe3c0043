// Whose SQLite file is at a path, told by its header alone. Whoever reads it closes it again, and with any handle of a file
// all locks go that the process has on it, also those of another thread's connection (sqlite.org/howtocorrupt.html, 2.2).
// So SQLite reads it, which keeps account of that: as a file that never changes, beside which it neither writes nor
// recovers anything.
import { closeSync, openSync, readSync, statSync } from "node:fs"
import { numberIn } from "./columns.ts"
import { openDatabase, type OpenDatabase } from "./database.ts"
import { isDamaged, isNotSqlite } from "./sqlite-failure.ts"
import { unchangingNameOf } from "./unchanging.ts"

/** The number of the program whose file it is (SQLite's application_id), or that it is none; what is empty is nobody's yet. */
export type Owner = number | "nothing" | "not SQLite"

/** Whose file is at a path. Leaves it as it is. Throws SQLite's and the file system's errors. */
export const ownerOf = (path: string, open: OpenDatabase): Owner => {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined || (stat.isFile() && stat.size === 0)) return "nothing"
  if (!stat.isFile()) return "not SQLite"
  return open === openDatabase ? readBySqlite(path) : readByHand(path)
}

const readBySqlite = (path: string): Owner => {
  try {
    return readUnder(unchangingNameOf(path))
  } catch (error) {
    if (!isDamaged(error)) throw error
    // Half of what is in the log may have been brought into the file, now or before a crash: then the file by itself is
    // not whole, and with its log it is.
    return readUnder(path)
  }
}

const readUnder = (name: string): Owner => {
  const file = openDatabase(name, { readOnly: true })
  try {
    return numberIn(file.prepare("PRAGMA application_id").get(), "application_id") ?? "not SQLite"
  } catch (error) {
    if (isNotSqlite(error)) return "not SQLite"
    throw error
  } finally {
    file.close()
  }
}

const magic = "SQLite format 3\u0000"
const headerBytes = 100

// With another driver, which need not know files that never change.
const readByHand = (path: string): Owner => {
  const header = Buffer.alloc(headerBytes)
  const file = openSync(path, "r")
  try {
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return "not SQLite"
  } finally {
    closeSync(file)
  }
  if (header.toString("latin1", 0, magic.length) !== magic) return "not SQLite"
  return header.readInt32BE(68)
}
