// Read models that live in the store's own file: their tables change, and their bookmark moves, in one transaction,
// so that neither is ever ahead of the other, whatever happens in between.
import { type Position, positionOf } from "@lcqm/core"
import { Data } from "effect"
import type { Database, Statement, Tables } from "./database.ts"
import { inTransaction } from "./opening.ts"
import { OwnTables } from "./own-tables.ts"
import { numberIn, textIn } from "./rows.ts"

/** Which read model: another version is another, and is built anew. */
export interface ReadModelKey {
  readonly name: string
  readonly version: number
}

/**
 * A read model was to be moved from where it is not, to where it is already or to where there is no event yet.
 * Nothing was changed.
 * @example
 * ```ts
 * import { BookmarkMismatch } from "@lcqm/sqlite"
 * const { message } = new BookmarkMismatch({ name: "register", version: 1, expected: "none", actual: "7", to: "9" })
 * message.includes("is at 7") // => true
 * ```
 */
export class BookmarkMismatch extends Data.TaggedError("BookmarkMismatch")<{
  readonly name: string
  readonly version: number
  readonly expected: string
  readonly actual: string
  readonly to: string
}> {
  override get message(): string {
    return `The read model ${this.name}, version ${this.version}, was to go from ${this.expected} to ${this.to}, and is at ${this.actual}. Nothing was changed; somebody else moves it, or the store is another. Read its bookmark and go on from there.`
  }
}

/** A step of a read model, from one bookmark to a later one. */
export interface ReadModelStep extends ReadModelKey {
  readonly from: Position | undefined
  readonly to: Position
  /**
   * Changes the read model's own tables. What it throws undoes the step; so does a statement that would change a
   * table of the store, end the transaction or reach beyond the file, which is refused (AccessDenied).
   */
  readonly change: (tables: Tables) => void
}

/** The bookmarks of a file over one connection. Throws SQLite's own errors. */
export class Bookmarks {
  readonly #database: Database
  readonly #own: OwnTables
  readonly #get: Statement
  readonly #set: Statement
  readonly #size: Statement

  constructor(database: Database) {
    this.#database = database
    this.#own = new OwnTables(database)
    this.#get = database.prepare("SELECT position FROM bookmarks WHERE name = ? AND version = ?")
    this.#set = database.prepare(
      "INSERT INTO bookmarks (name, version, position) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position"
    )
    this.#size = database.prepare("SELECT coalesce(max(ordinal) + 1, 0) AS size FROM events")
  }

  /** Where a read model has got to; undefined where it has not begun. */
  of({ name, version }: ReadModelKey): Position | undefined {
    return textIn(this.#get.get(name, version), "position")
  }

  /** Whether read models can be kept in the file: where the driver can keep them from the store's tables. */
  get areOffered(): boolean {
    return this.#own.areKept
  }

  /** Takes a step, or says why not. */
  step({ change, from, name, to, version }: ReadModelStep): BookmarkMismatch | undefined {
    return inTransaction(this.#database, () => {
      const actual = this.of({ name, version })
      const last = positionOf((numberIn(this.#size.get(), "size") ?? 0) - 1)
      const isForward = from === undefined || from < to
      if (actual !== from || !isForward || to > last) {
        return new BookmarkMismatch({ name, version, expected: from ?? "none", actual: actual ?? "none", to })
      }
      this.#own.lend(change)
      this.#set.run(name, version, to)
      return undefined
    })
  }
}
