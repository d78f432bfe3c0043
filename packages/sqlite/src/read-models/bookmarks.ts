// How far each read model of a file has got.
import type { Position, ReadModelKey } from "@lcqm/core"
import type { Database, Statement } from "../file/database.ts"
import { textIn } from "../file/columns.ts"

/** The bookmarks of a file over one connection. Throws SQLite's own errors. */
export class Bookmarks {
  readonly #get: Statement
  readonly #set: Statement
  readonly #forget: Statement

  constructor(database: Database) {
    this.#get = database.prepare("SELECT position FROM bookmarks WHERE name = ? AND version = ?")
    this.#set = database.prepare(
      "INSERT INTO bookmarks (name, version, position) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position"
    )
    this.#forget = database.prepare("DELETE FROM bookmarks WHERE name = ?")
  }

  /** Where a read model has got to; undefined where it has not begun. */
  of({ name, version }: ReadModelKey): Position | undefined {
    return textIn(this.#get.get(name, version), "position")
  }

  /** Moves one. */
  set({ name, version }: ReadModelKey, to: Position): void {
    this.#set.run(name, version, to)
  }

  /** Forgets those of every version of a name. */
  forget(name: string): void {
    this.#forget.run(name)
  }
}
