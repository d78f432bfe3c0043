// What SQLite itself finds wrong with a file, whatever is kept in it.
import { textIn } from "../file/columns.ts"
import type { Database } from "../file/database.ts"

/** What SQLite finds wrong with its own structures; undefined where nothing is. Takes as long as the file is large. */
export const damageIn = (database: Database): string | undefined => {
  const found = textIn(database.prepare("PRAGMA integrity_check(1)").get(), "integrity_check")
  return found === "ok" ? undefined : (found ?? "it cannot be checked")
}
