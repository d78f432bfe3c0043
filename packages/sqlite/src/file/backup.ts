// A copy of the whole file as at one moment, taken while others write. It is written beside its place, and put there
// whole and verified: a backup that was cut short is no backup, and must not look like one.
import { randomUUID } from "node:crypto"
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, rmSync } from "node:fs"
import type { Database } from "./database.ts"
import { isCode, noHardLinks, syncFolder } from "./opening.ts"

const syncFile = (path: string): void => {
  const file = openSync(path, "r+")
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Where a copy is written before it is put in its place at a path: another name each time, also for two at once. */
export const besideOf = (path: string): string => `${path}.${randomUUID().slice(0, 8)}.part`

/** Copies the store to where nothing is to stay, to the disk. Throws SQLite's own errors. */
export const copyBeside = (database: Database, beside: string): void => {
  // What is left of an attempt that met a locked file.
  rmSync(beside, { force: true })
  database.prepare("VACUUM INTO ?").run(beside)
  syncFile(beside)
}

/** Puts the copy in its place. Throws where something is there already. */
export const putInPlace = (beside: string, path: string): void => {
  try {
    linkSync(beside, path)
  } catch (error) {
    if (!isCode(error, noHardLinks)) throw error
    copyFileSync(beside, path, constants.COPYFILE_EXCL)
    syncFile(path)
  }
  syncFolder(path)
}

/** Takes the copy away that was not put in its place, or is there as well. Where it cannot, none could be made either. */
export const removeBeside = (beside: string): void => {
  for (const of of ["", "-wal", "-shm", "-journal"]) {
    try {
      rmSync(`${beside}${of}`, { force: true })
    } catch {
      // Why there is no copy, or what came of it, is told by whoever made it.
    }
  }
}
