// Pages row by row: the slow way, for a page that is not as it should be, which finds the event that is wrong and says
// what with.
import { type Codec, CorruptEvent, type EventFilter, type ReadError, type Recorded } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import {
  eventsPerPage,
  type Page,
  type PageRange,
  type Piece,
  pieceOf,
  restOf,
  seenOf
} from "./page-range.ts"
import { numberIn, textIn } from "../file/columns.ts"
import { corruptAt, eventColumns, eventOf, otherThanInText } from "../file/rows.ts"
import { stored, unstored } from "../file/stream-names.ts"

/** Reads pages over one connection. Throws SQLite's own errors. */
export class PagesByRow {
  readonly #codec: Codec
  readonly #statements: Readonly<Record<keyof typeof sql, Statement>>

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#statements = {
      ordinals: database.prepare(sql.ordinals),
      counted: database.prepare(sql.counted),
      forward: database.prepare(sql.forward),
      backward: database.prepare(sql.backward),
      filteredForward: database.prepare(sql.filteredForward),
      filteredBackward: database.prepare(sql.filteredBackward)
    }
  }

  /** How many rows there are of these ordinals. */
  countOf({ from, to }: Piece): number | undefined {
    return numberIn(this.#statements.counted.get(from, to), "events")
  }

  /** A page of everything. */
  whole(range: PageRange): Result.Result<Page, ReadError> {
    const piece = pieceOf(range)
    const statement = range.backward ? this.#statements.backward : this.#statements.forward
    const rows = statement.all(piece.from, piece.to)
    const missing = firstMissing(rows, range.backward, piece)
    if (missing !== undefined) return Result.fail(corruptAt(missing, notThere))
    const events = this.#eventsOf(range, rows)
    if (Result.isFailure(events)) return Result.fail(events.failure)
    const other = range.asStored ? events.success.find((event, i) => !isSaidSo(event, rows[i])) : undefined
    if (other !== undefined) {
      const { revision, stream } = other
      return Result.fail(new CorruptEvent({ stream, revision, reason: otherThanInText }))
    }
    return Result.succeed({ events: events.success, rest: restOf(range, piece) })
  }

  /** A page of what a filter asks for; `others` are the types it does not. */
  filtered(range: PageRange, filter: EventFilter, others: string | null): Result.Result<Page, ReadError> {
    const piece = pieceOf(range)
    const prefix = stored(filter.streamPrefix ?? "")
    const statement = range.backward ? this.#statements.filteredBackward : this.#statements.filteredForward
    const rows = statement.all(piece.from, piece.to, others, prefix, eventsPerPage)
    const last = rows.length === eventsPerPage ? numberIn(rows.at(-1), "ordinal") : undefined
    const seen = seenOf(range, piece, last)
    // What a filter leaves out is there all the same: a hole must not be taken for it.
    if (this.countOf(seen) !== seen.to - seen.from) {
      const found = this.#statements.ordinals.all(seen.from, seen.to)
      return Result.fail(corruptAt(firstMissing(found, false, seen) ?? seen.from, notThere))
    }
    const events = this.#eventsOf(range, rows)
    if (Result.isFailure(events)) return Result.fail(events.failure)
    const stray = strayIn(events.success, filter)
    if (stray !== undefined)
      return Result.fail(corruptAt(Number(stray.position), "its type is not in the file"))
    return Result.succeed({ events: events.success, rest: restOf(range, seen) })
  }

  #eventsOf(
    { asStored }: PageRange,
    rows: ReadonlyArray<unknown>
  ): Result.Result<ReadonlyArray<Recorded>, ReadError> {
    const reading = { codec: this.#codec, asStored, verified: false }
    const events: Array<Recorded> = []
    for (const row of rows) {
      const name = textIn(row, "name")
      if (name === undefined) {
        return Result.fail(corruptAt(numberIn(row, "ordinal") ?? 0, "its stream's name is not in the file"))
      }
      const event = eventOf(reading, unstored(name), row)
      if (Result.isFailure(event)) return Result.fail(event.failure)
      events.push(event.success)
    }
    return Result.succeed(events)
  }
}

/** An event of a type that was not asked for: its row names another. */
export const strayIn = (events: ReadonlyArray<Recorded>, { types }: EventFilter): Recorded | undefined => {
  if (types === undefined) return undefined
  const asked = new Set(types)
  return events.find(({ type }) => !asked.has(type))
}

/** Whether an event's columns say the id and type that its text says. */
const isSaidSo = ({ id, type }: Recorded, row: unknown): boolean =>
  textIn(row, "id") === id && unstored(textIn(row, "type") ?? "") === type

const notThere = "it is not in the file"

/** The first ordinal, in the order of the read, that has no row. */
const firstMissing = (
  rows: ReadonlyArray<unknown>,
  backward: boolean,
  { from, to }: Piece
): number | undefined => {
  for (let i = 0; i < to - from; i++) {
    const ordinal = backward ? to - 1 - i : from + i
    if (numberIn(rows[i], "ordinal") !== ordinal) return ordinal
  }
  return undefined
}

const all = `SELECT ${eventColumns}, s.name, e.id, t.name AS type
             FROM events e JOIN streams s ON s.id = e.stream LEFT JOIN event_types t ON t.id = e.type
             WHERE e.ordinal >= ?1 AND e.ordinal < ?2`
const filtered = `SELECT ${eventColumns}, s.name FROM events e LEFT JOIN streams s ON s.id = e.stream
                  WHERE e.ordinal >= ?1 AND e.ordinal < ?2
                  AND (?3 IS NULL OR e.type NOT IN (SELECT value FROM json_each(?3)))
                  AND (s.name IS NULL OR substr(s.name, 1, length(?4)) = ?4)`

const sql = {
  ordinals: "SELECT ordinal FROM events WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
  counted: "SELECT count(*) AS events FROM events WHERE ordinal >= ? AND ordinal < ?",
  forward: `${all} ORDER BY e.ordinal`,
  backward: `${all} ORDER BY e.ordinal DESC`,
  filteredForward: `${filtered} ORDER BY e.ordinal LIMIT ?5`,
  filteredBackward: `${filtered} ORDER BY e.ordinal DESC LIMIT ?5`
} as const
