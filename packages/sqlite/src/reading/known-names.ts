// The names of streams, or of event types, by their numbers in the file. A number is never given to another name
// (file/schema.ts), so what was looked up once holds for as long as the file is open; a verification, which trusts nothing,
// begins with none.
import type { Database, Statement } from "../file/database.ts"
import { textIn } from "../file/columns.ts"
import { unstored } from "../file/stream-names.ts"

// A bound on memory, not a goal: what is forgotten is looked up.
const mostKnown = 10_000

/** The names of a file's streams or event types over one connection. Throws SQLite's own errors. */
export class KnownNames {
  readonly #name: Statement
  readonly #known = new Map<number, string>()

  constructor(database: Database, of: "streams" | "event_types") {
    this.#name = database.prepare(`SELECT name FROM ${of} WHERE id = ?`)
  }

  /** The name of a number; undefined where the file has none. */
  of(key: number): string | undefined {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = textIn(this.#name.get(key), "name")
    if (found === undefined) return undefined
    if (this.#known.size >= mostKnown) this.#known.clear()
    const name = unstored(found)
    this.#known.set(key, name)
    return name
  }
}
