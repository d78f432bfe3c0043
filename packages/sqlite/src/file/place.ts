// From what a path is called to where SQLite is to look. SQLite takes a name that begins with `file:` for a URI, and an
// empty one for a file that is gone with the connection: what is kept is kept in the file that is named, and nowhere else.
import { resolve } from "node:path"

/** Kept in no file, and gone with the store. */
export const inMemory = ":memory:"

/** Where a file is, whatever it is called, and wherever this process goes afterwards. */
export const placeOf = (path: string): string => (path === inMemory ? path : resolve(path))
