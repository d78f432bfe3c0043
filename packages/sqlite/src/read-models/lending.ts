// What SQL a projection and its readers may run on a file that also holds the events: a projection changes and reads
// its own tables, so that its rows are made of events and nothing else; a reader reads. SQLite asks an authorizer
// whenever a statement is prepared (sqlite.org/c3ref/set_authorizer.html).
import type { Authorizer, Database } from "../file/database.ts"
import { type Rows, rowsOver } from "./rows.ts"

const [ok, deny] = [0, 1]

// SQLite's action codes (sqlite.org/c3ref/c_alter_table.html).
const [erase, insert, read, select, update, callFunction, recurse] = [9, 18, 20, 21, 23, 31, 33]
const changes: ReadonlySet<number> = new Set([erase, insert, update])
const looks: ReadonlySet<number> = new Set([select, callFunction, recurse])

const mayRead: Authorizer = (action) => (action === read || looks.has(action) ? ok : deny)

const mayChange =
  (tables: ReadonlySet<string>): Authorizer =>
  (action, table) => {
    if (looks.has(action)) return ok
    if (action !== read && !changes.has(action)) return deny
    const name = table?.toLowerCase() ?? ""
    return tables.has(name) || (action === read && /^json_(?:each|tree)$/.test(name)) ? ok : deny
  }

/** Lends a connection to read models and their readers. */
export class Lending {
  readonly #database: Database
  #asked: Authorizer | undefined

  constructor(database: Database) {
    this.#database = database
    database.setAuthorizer?.((...asked) => this.#asked?.(...asked) ?? ok)
  }

  /** Rows for a projection with these tables. */
  rowsOf(tables: Iterable<string>): (work: (rows: Rows) => void) => void {
    const names = new Set(Array.from(tables, (name) => name.toLowerCase()))
    return this.#lender(mayChange(names))
  }

  /** Rows for readers. */
  readonly rowsToRead = <A>(work: (rows: Rows) => A): A => this.#toRead(work)

  readonly #toRead = this.#lender(mayRead)

  #lender(authorizer: Authorizer): <A>(work: (rows: Rows) => A) => A {
    const whileLent = <A>(use: () => A): A => {
      if (this.#asked !== authorizer)
        throw new Error("a read model's rows are lent for the length of a call only")
      return use()
    }
    // The statements are remembered from one call to the next, and cannot be had by anyone.
    const { all, get, run } = rowsOver({ prepare: (sql) => this.#database.prepare(sql) })
    const rows: Rows = {
      run: (...asked) => whileLent(() => run(...asked)),
      get: (...asked) => whileLent(() => get(...asked)),
      all: (...asked) => whileLent(() => all(...asked))
    }
    return (work) => {
      this.#asked = authorizer
      try {
        return work(rows)
      } finally {
        this.#asked = undefined
      }
    }
  }
}
