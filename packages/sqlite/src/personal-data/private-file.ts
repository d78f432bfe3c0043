// What is kept of people is for its owner alone: files are made so, and one that others may read is refused, since
// nobody knows then who else has read it.
import { closeSync, constants, openSync, statSync } from "node:fs"

// Windows has no such bits; there the folder's rights are what counts.
const forOthers = process.platform === "win32" ? 0 : constants.S_IRWXG | constants.S_IRWXO

/** Makes an empty file that only its owner may read. Throws where something is there already. */
export const makePrivate = (path: string): void => closeSync(openSync(path, "wx", 0o600))

/** Why a file is not its owner's alone; undefined where it is, or where there is none. */
export const whyNotPrivate = (path: string): string | undefined => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found === undefined || (found.mode & forOthers) === 0) return undefined
  const mode = (found.mode & 0o777).toString(8).padStart(4, "0")
  return `others may read it (permissions ${mode}); see who did, then let only its owner (chmod 600)`
}
