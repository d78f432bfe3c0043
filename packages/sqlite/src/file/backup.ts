// A copy of the whole file as at one moment, taken while others write. It is written beside its place, and put there
// whole and verified: a backup that was cut short is no backup, and must not look like one.
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

/** Where a copy is written before it is put in its place. */
export const besideOf = (path: string): string => `${path}.${process.pid}.part`

/** Copies the store beside a path, to the disk. Throws SQLite's own errors. */
export const copyBeside = (database: Database, path: string): void => {
  const beside = besideOf(path)
  rmSync(beside, { force: true })
  database.prepare("VACUUM INTO ?").run(beside)
  syncFile(beside)
}

/** Puts the copy in its place. Throws where something is there already. */
export const putInPlace = (path: string): void => {
  try {
    linkSync(besideOf(path), path)
  } catch (error) {
    if (!isCode(error, noHardLinks)) throw error
    copyFileSync(besideOf(path), path, constants.COPYFILE_EXCL)
    syncFile(path)
  }
  syncFolder(path)
}

/** Takes the copy away that was not put in its place, or is there as well. */
export const removeBeside = (path: string): void => {
  for (const of of ["", "-wal", "-shm", "-journal"]) rmSync(`${besideOf(path)}${of}`, { force: true })
}
