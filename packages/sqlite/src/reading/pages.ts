// Reads of the whole store, a page at a time. Each page is one look at the file, done before anything else of this
// process runs; nothing stays open between two, so a reader that stops leaves nothing behind. A page's rows come joined;
// where one of them is not as it should be, the rows one by one tell which and why.
import type { Codec, EventFilter, ReadError, Recorded } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { joined, joinedColumns, type JoinedRow, listIn, rowsOf } from "./joined-rows.ts"
import { KnownNames } from "./known-names.ts"
import { eventsPerPage, type Page, type PageRange, pieceOf, restOf, seenOf } from "./page-range.ts"
import { PagesByRow, strayIn } from "./pages-by-row.ts"
import { decodedRow } from "../file/rows.ts"
import { stored } from "../file/stream-names.ts"
import { TypesAsked } from "./types-asked.ts"

/** Reads the store over one connection. Throws SQLite's own errors. */
export class Pages {
  readonly #codec: Codec
  readonly #names: KnownNames
  readonly #typeNames: KnownNames
  readonly #types: TypesAsked
  readonly #byRow: PagesByRow
  readonly #statements: Readonly<Record<keyof typeof sql, Statement>>

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#names = new KnownNames(database, "streams")
    this.#typeNames = new KnownNames(database, "event_types")
    this.#types = new TypesAsked(database, codec)
    this.#byRow = new PagesByRow(database, codec)
    this.#statements = {
      forward: database.prepare(sql.forward),
      backward: database.prepare(sql.backward),
      recordedForward: database.prepare(sql.recordedForward),
      recordedBackward: database.prepare(sql.recordedBackward),
      filteredForward: database.prepare(sql.filteredForward),
      filteredBackward: database.prepare(sql.filteredBackward)
    }
  }

  /** The next page of a range. */
  next(range: PageRange): Result.Result<Page, ReadError> {
    if (range.low >= range.high) return Result.succeed({ events: [], rest: undefined })
    if (range.filter === undefined) {
      const page = this.#whole(range)
      return page === undefined ? this.#byRow.whole(range) : Result.succeed(page)
    }
    const others = this.#types.notAsked(range.filter, range.asStored)
    const page = this.#filtered(range, range.filter, others)
    return page === undefined ? this.#byRow.filtered(range, range.filter, others) : Result.succeed(page)
  }

  #whole(range: PageRange): Page | undefined {
    const piece = pieceOf(range)
    const row: unknown = this.#wholeFor(range).get(piece.from, piece.to)
    const rows = rowsOf(row)
    if (rows?.length !== piece.to - piece.from || !isInOrder(rows, range.backward)) return undefined
    const events = this.#eventsOf(range, rows)
    if (events === undefined || (range.asStored && !this.#areSaidSo(row, events))) return undefined
    return { events, rest: restOf(range, piece) }
  }

  #wholeFor({ asStored, backward }: PageRange): Statement {
    const { recordedBackward, recordedForward } = this.#statements
    if (asStored) return backward ? recordedBackward : recordedForward
    return backward ? this.#statements.backward : this.#statements.forward
  }

  // Ids and types stand in columns too, which no hash covers, and a filter asks those: another type there would hide an
  // event from every view. Whoever reads all events as they were recorded is told.
  #areSaidSo(row: unknown, events: ReadonlyArray<Recorded>): boolean {
    const [ids, types] = [listIn(row, "ids", ","), listIn(row, "types", ",")]
    return events.every(({ id, type }, i) => ids[i] === id && this.#typeNames.of(Number(types[i])) === type)
  }

  #filtered(range: PageRange, filter: EventFilter, others: string | null): Page | undefined {
    const piece = pieceOf(range)
    const { filteredBackward, filteredForward } = this.#statements
    const statement = range.backward ? filteredBackward : filteredForward
    const prefix = stored(filter.streamPrefix ?? "")
    const rows = rowsOf(statement.get(piece.from, piece.to, others, prefix, eventsPerPage))
    if (rows === undefined) return undefined
    const seen = seenOf(range, piece, rows.length === eventsPerPage ? rows.at(-1)?.ordinal : undefined)
    // What a filter leaves out is there all the same: a hole must not be taken for it.
    if (this.#byRow.countOf(seen) !== seen.to - seen.from) return undefined
    const events = this.#eventsOf(range, rows)
    const isWhole = events !== undefined && strayIn(events, filter) === undefined
    return isWhole ? { events, rest: restOf(range, seen) } : undefined
  }

  #eventsOf({ asStored }: PageRange, rows: ReadonlyArray<JoinedRow>): ReadonlyArray<Recorded> | undefined {
    const reading = { codec: this.#codec, asStored, verified: false }
    const events: Array<Recorded> = []
    for (const row of rows) {
      const stream = this.#names.of(row.stream)
      if (stream === undefined) return undefined
      const event = decodedRow(reading, stream, row)
      if (Result.isFailure(event)) return undefined
      events.push(event.success)
    }
    return events
  }
}

// As many rows as ordinals, each an ordinal behind the one before: none is missing.
const isInOrder = (rows: ReadonlyArray<JoinedRow>, backward: boolean): boolean => {
  const step = backward ? -1 : 1
  return rows.every(({ ordinal }, i) => i === 0 || ordinal === rows[i - 1]!.ordinal + step)
}

const all = `SELECT ${joinedColumns} FROM events e WHERE e.ordinal >= ?1 AND e.ordinal < ?2`
const recorded = `SELECT ${joinedColumns}, e.id, e.type FROM events e WHERE e.ordinal >= ?1 AND e.ordinal < ?2`
const idsAndTypes = ["group_concat(id) AS ids", "group_concat(type) AS types"]
const filtered = `SELECT ${joinedColumns} FROM events e LEFT JOIN streams s ON s.id = e.stream
                  WHERE e.ordinal >= ?1 AND e.ordinal < ?2
                  AND (?3 IS NULL OR e.type NOT IN (SELECT value FROM json_each(?3)))
                  AND (s.name IS NULL OR substr(s.name, 1, length(?4)) = ?4)`

const sql = {
  forward: joined(`${all} ORDER BY e.ordinal`),
  backward: joined(`${all} ORDER BY e.ordinal DESC`),
  recordedForward: joined(`${recorded} ORDER BY e.ordinal`, ...idsAndTypes),
  recordedBackward: joined(`${recorded} ORDER BY e.ordinal DESC`, ...idsAndTypes),
  filteredForward: joined(`${filtered} ORDER BY e.ordinal LIMIT ?5`),
  filteredBackward: joined(`${filtered} ORDER BY e.ordinal DESC LIMIT ?5`)
} as const
