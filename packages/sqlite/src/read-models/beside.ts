// A read model built anew beside the one that is read: in temporary tables of a connection of its own, which have the
// same names and shadow the file's, so that the projection's SQL is the same and no other program sees or waits for any
// of it. What was not published is gone with the connection, however the process ends.
import { BookmarkMismatch, type HandlerFailed, type Position, type ReadModelStep } from "@lcqm/core"
import type { Database } from "../file/database.ts"
import { inTransaction } from "../file/opening.ts"
import { Bookmarks } from "./bookmarks.ts"
import { makeIndexes, makeTables, quoted, Register } from "./declaring.ts"
import { fold } from "./folding.ts"
import { Lending } from "./lending.ts"
import type { Rows } from "./rows.ts"
import type { TableProjection } from "./table-projection.ts"

/** A build in temporary tables. Throws SQLite's own errors. */
export class Beside {
  readonly #database: Database
  readonly #projection: TableProjection
  readonly #lend: (work: (rows: Rows) => void) => void
  #at: Position | undefined

  constructor(database: Database, projection: TableProjection) {
    this.#database = database
    this.#projection = projection
    this.#lend = new Lending(database).rowsOf(Object.keys(projection.tables))
    // On the disk: a rebuild takes no more memory for a larger read model.
    database.exec("PRAGMA temp_store = FILE")
    makeTables(database, projection, "temp")
    makeIndexes(database, projection, "temp")
  }

  /** How far it has got. */
  get bookmark(): Position | undefined {
    return this.#at
  }

  /** Takes a step. */
  step(step: ReadModelStep): HandlerFailed | BookmarkMismatch | undefined {
    const place = {
      database: this.#database,
      projection: this.#projection,
      lend: this.#lend,
      begin: "BEGIN",
      bookmark: () => this.#at,
      move: (to: Position) => void (this.#at = to)
    }
    return fold(place, step)
  }

  /** Replaces what the file holds of the read model, in one transaction. */
  publish(): BookmarkMismatch | undefined {
    const { name, tables, version } = this.#projection
    return inTransaction(this.#database, () => {
      const [register, bookmarks] = [new Register(this.#database), new Bookmarks(this.#database)]
      const actual = bookmarks.of(this.#projection)
      const to = this.#at ?? "none"
      if (actual !== undefined && (to === "none" || to < actual)) {
        return new BookmarkMismatch({ name, version, expected: to, actual, to })
      }
      register.drop(name)
      bookmarks.forget(name)
      makeTables(this.#database, this.#projection, "main")
      for (const table of Object.keys(tables)) {
        this.#database.exec(`INSERT INTO main.${quoted(table)} SELECT * FROM temp.${quoted(table)}`)
      }
      makeIndexes(this.#database, this.#projection, "main")
      register.note(this.#projection)
      if (this.#at !== undefined) bookmarks.set(this.#projection, this.#at)
      return undefined
    })
  }
}
