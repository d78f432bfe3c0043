// A copy of the whole file as at one moment, taken while others write. It is written beside its place and put
// there whole: a backup that was cut short is no backup, and must not look like one.
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

/** Copies the store to a path where nothing is yet. Throws where something is, or SQLite's own errors. */
export const backUp = (database: Database, path: string): void => {
  const beside = `${path}.${process.pid}.part`
  try {
    rmSync(beside, { force: true })
    database.prepare("VACUUM INTO ?").run(beside)
    syncFile(beside)
    try {
      linkSync(beside, path)
    } catch (error) {
      if (!isCode(error, noHardLinks)) throw error
      copyFileSync(beside, path, constants.COPYFILE_EXCL)
      syncFile(path)
    }
    syncFolder(path)
  } finally {
    rmSync(beside, { force: true })
  }
}
