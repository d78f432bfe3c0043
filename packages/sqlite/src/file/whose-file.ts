// Whose file is at a path, and which. A file of ours has its number from the first page that is written on.
import { statSync } from "node:fs"
import { openDatabase, type OpenDatabase } from "./database.ts"
import { ownerOf } from "./owner.ts"
import { applicationId } from "./schema.ts"

// Files this thread has had open, by device and inode. With another driver they are not read again by ourselves, since
// that would drop the locks of its connections (owner.ts).
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
export const whoseFile = (path: string, open: OpenDatabase): Found => {
  if (open !== openDatabase && isOpenedBefore(path)) return "ours"
  const owner = ownerOf(path, open)
  if (typeof owner === "string") return owner
  return owner === applicationId ? "ours" : "another program's"
}

const isOpenedBefore = (path: string): boolean => {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat?.isFile() === true && stat.size > 0 && openedBefore.has(`${stat.dev}:${stat.ino}`)
}
