// The tables of a projection made, replaced and dropped in the file, and the record of which are whose: so that
// another version finds what the one before it has left.
import type { Database, Statement } from "../file/database.ts"
import { textIn, numberIn } from "../file/columns.ts"
import type { TableProjection } from "./table-projection.ts"

/** Where tables are made: in the file, or for one connection and no longer. */
export type Schema = "main" | "temp"

/** A name as SQL has it, whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Makes a projection's tables, empty. */
export const makeTables = (database: Database, { tables }: TableProjection, schema: Schema): void => {
  for (const [name, columns] of Object.entries(tables)) {
    database.exec(`CREATE TABLE ${schema}.${quoted(name)} (${columns}) STRICT`)
  }
}

/** Makes a projection's indexes. */
export const makeIndexes = (database: Database, { indexes }: TableProjection, schema: Schema): void => {
  for (const [name, columns] of Object.entries(indexes)) {
    database.exec(`CREATE INDEX ${schema}.${quoted(name)} ON ${columns}`)
  }
}

/** Which version of a read model a file holds, in which tables. */
export interface Kept {
  readonly version: number
  readonly tables: ReadonlyArray<string>
}

/** The record of the read models in a file. Throws SQLite's own errors. */
export class Register {
  readonly #database: Database
  readonly #get: Statement
  readonly #set: Statement

  constructor(database: Database) {
    this.#database = database
    this.#get = database.prepare("SELECT version, tables FROM read_models WHERE name = ?")
    this.#set = database.prepare(
      "INSERT INTO read_models (name, version, tables) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version, tables = excluded.tables"
    )
  }

  /** What is kept of a name. */
  kept(name: string): Kept | undefined {
    const row: unknown = this.#get.get(name)
    const version = numberIn(row, "version")
    if (version === undefined) return undefined
    const tables: unknown = JSON.parse(textIn(row, "tables") ?? "[]")
    return { version, tables: Array.isArray(tables) ? tables.map(String) : [] }
  }

  /** Whether what is kept of a name is this projection's. */
  isOf({ name, tables, version }: TableProjection): boolean {
    const kept = this.kept(name)
    return kept?.version === version && kept.tables.join("\n") === Object.keys(tables).join("\n")
  }

  /** Notes what is kept from now on. */
  note({ name, tables, version }: TableProjection): void {
    this.#set.run(name, version, JSON.stringify(Object.keys(tables)))
  }

  /** Drops whatever is kept of a name. */
  drop(name: string): void {
    for (const table of this.kept(name)?.tables ?? []) {
      this.#database.exec(`DROP TABLE IF EXISTS main.${quoted(table)}`)
    }
  }
}
