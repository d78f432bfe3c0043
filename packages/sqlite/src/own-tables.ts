// What a read model may do in the store's own file: whatever it likes with tables of its own, and nothing with the
// store's. SQLite asks an authorizer whenever a statement is prepared (sqlite.org/c3ref/set_authorizer.html), so a
// change that reaches for the events, their triggers or the transaction is refused before any of it is run.
import type { Authorizer, Database, Tables } from "./database.ts"

/** The tables that are the store's, and not a read model's to change. */
const ours: ReadonlySet<string> = new Set([
  "streams",
  "event_types",
  "events",
  "tree_stages",
  "bookmarks",
  "read_models"
])

const [ok, deny] = [0, 1]

// SQLite's action codes, and which of the two names told with each is a table's (sqlite.org/c3ref/c_alter_table.html).
// What is not listed, as transactions, pragmas, attached files and temporary tables, is not a read model's to do.
const tableOf: ReadonlyMap<number, "first" | "second" | "none"> = new Map([
  [1, "second"], // CREATE INDEX
  [2, "first"], // CREATE TABLE
  [7, "second"], // CREATE TRIGGER
  [8, "first"], // CREATE VIEW
  [9, "first"], // DELETE
  [10, "second"], // DROP INDEX
  [11, "first"], // DROP TABLE
  [16, "second"], // DROP TRIGGER
  [17, "first"], // DROP VIEW
  [18, "first"], // INSERT
  [20, "none"], // READ
  [21, "none"], // SELECT
  [23, "first"], // UPDATE
  [26, "second"], // ALTER TABLE
  [27, "none"], // REINDEX
  [28, "none"], // ANALYZE
  [31, "none"], // a function
  [32, "none"], // SAVEPOINT
  [33, "none"] // a recursive SELECT
])

const isAllowed: Authorizer = (action, first, second) => {
  const which = tableOf.get(action)
  if (which === undefined) return deny
  const table = which === "first" ? first : which === "second" ? second : null
  return table !== null && ours.has(table.toLowerCase()) ? deny : ok
}

/** Keeps the store's tables from read models over one connection. */
export class OwnTables {
  /** Whether the driver can keep them; without that, others are lent nothing. */
  readonly areKept: boolean
  readonly #database: Database
  #lent = false

  constructor(database: Database) {
    this.#database = database
    this.areKept = database.setAuthorizer !== undefined
    database.setAuthorizer?.((...asked) => (this.#lent ? isAllowed(...asked) : ok))
  }

  /** Lends the file to a read model for as long as its work lasts: what it prepares may not touch the store's tables. */
  lend(work: (tables: Tables) => void): void {
    const whileLent = <A>(use: () => A): A => {
      if (!this.#lent) throw new Error("a read model's tables are its own for the length of a step only")
      return use()
    }
    this.#lent = true
    try {
      work({
        exec: (sql) => whileLent(() => this.#database.exec(sql)),
        prepare: (sql) => whileLent(() => this.#database.prepare(sql))
      })
    } finally {
      this.#lent = false
    }
  }
}
