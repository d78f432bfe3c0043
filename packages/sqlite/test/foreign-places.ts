// Files that are not ours, of every kind that might be named by mistake.
import type { Codec } from "@lcqm/core"
import type { ForeignPlace } from "@lcqm/testing/store"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"
import { openDatabase } from "../src/file/database.ts"
import { sqliteStoreWith } from "../src/index.ts"
import { newPath } from "./places.ts"

const database = (sql: string) => (path: string) => {
  const theirs = openDatabase(path, { readOnly: false })
  theirs.exec(sql)
  theirs.close()
}

const kinds: ReadonlyArray<readonly [what: string, make: (path: string) => void]> = [
  ["a text", (path) => writeFileSync(path, "Dear school,\n".repeat(100))],
  ["a short text", (path) => writeFileSync(path, "x")],
  ["another program's database", database("PRAGMA application_id = 7; CREATE TABLE events (x)")],
  [
    "a database in WAL mode",
    database("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (1)")
  ],
  ["a database of nobody in particular", database("CREATE TABLE t (x)")]
]

const beside = (path: string): ReadonlyArray<string> =>
  readdirSync(dirname(path)).filter((name) => name.startsWith(basename(path)))

/** Files of other programs, each as it was found. */
export const foreignPlaces = (codec: Codec): ReadonlyArray<ForeignPlace> =>
  kinds.map(([what, make]) => {
    const path = newPath()
    make(path)
    const [bytes, files] = [readFileSync(path), beside(path)]
    return {
      what,
      store: sqliteStoreWith(codec, path),
      untouched: () => readFileSync(path).equals(bytes) && beside(path).join() === files.join()
    }
  })
