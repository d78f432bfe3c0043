// Reads of the whole store, a page at a time. Each page is one look at the file, done before anything else of this
// process runs; nothing stays open between two, so a reader that stops leaves nothing behind.
import type { AllRange, Codec, EventFilter, ReadError, Recorded } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "./database.ts"
import { corruptAt, eventColumns, eventOf, numberIn, textIn } from "./rows.ts"
import { stored, unstored } from "./stream-names.ts"

/** Events a page holds at most. */
export const eventsPerPage = 256

// Ordinals a filtered page looks through at most: others run in between.
const ordinalsPerPage = 4_096

/** A part of the log that pages are taken from: ordinals from `low` to below `high`. */
export interface PageRange {
  readonly backward: boolean
  readonly low: number
  readonly high: number
  readonly filter?: EventFilter
  readonly asStored: boolean
}

/** A page, and what is left of the range; undefined once it is read. */
export interface Page {
  readonly events: ReadonlyArray<Recorded>
  readonly rest: PageRange | undefined
}

/** What is asked of the store, with bounds as numbers. A filter that lets everything through is none. */
export const pageRangeOf = (
  { asStored, filter }: Pick<AllRange, "asStored" | "filter">,
  bounds: { readonly backward: boolean; readonly low: number; readonly high: number }
): PageRange => {
  const everything = filter?.types === undefined && (filter?.streamPrefix ?? "") === ""
  return {
    ...bounds,
    asStored: asStored === true,
    ...(filter === undefined || everything ? {} : { filter })
  }
}

/** Reads the store over one connection. Throws SQLite's own errors. */
export class Pages {
  readonly #codec: Codec
  readonly #statements: Readonly<Record<keyof typeof sql, Statement>>

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#statements = {
      types: database.prepare(sql.types),
      ordinals: database.prepare(sql.ordinals),
      counted: database.prepare(sql.counted),
      forward: database.prepare(sql.forward),
      backward: database.prepare(sql.backward),
      filteredForward: database.prepare(sql.filteredForward),
      filteredBackward: database.prepare(sql.filteredBackward)
    }
  }

  /** The next page of a range. */
  next(range: PageRange): Result.Result<Page, ReadError> {
    if (range.low >= range.high) return Result.succeed({ events: [], rest: undefined })
    return range.filter === undefined ? this.#whole(range) : this.#filtered(range, range.filter)
  }

  #whole(range: PageRange): Result.Result<Page, ReadError> {
    const { from, to } = piece(range, eventsPerPage)
    const statement = range.backward ? this.#statements.backward : this.#statements.forward
    const rows = statement.all(from, to)
    const missing = firstMissing(rows, range.backward, from, to)
    if (missing !== undefined) return Result.fail(corruptAt(missing, notThere))
    return Result.map(this.#eventsOf(range, rows), (events) => ({ events, rest: restOf(range, from, to) }))
  }

  #filtered(range: PageRange, filter: EventFilter): Result.Result<Page, ReadError> {
    const { from, to } = piece(range, ordinalsPerPage)
    const others = this.#typesNotAsked(filter, range.asStored)
    const prefix = stored(filter.streamPrefix ?? "")
    const statement = range.backward ? this.#statements.filteredBackward : this.#statements.filteredForward
    const rows = statement.all(from, to, others, prefix, eventsPerPage)
    const last = rows.length === eventsPerPage ? numberIn(rows.at(-1), "ordinal") : undefined
    const [seenFrom, seenTo] =
      last === undefined ? [from, to] : range.backward ? [last, to] : [from, last + 1]
    // What a filter leaves out is there all the same: a hole must not be taken for it.
    if (numberIn(this.#statements.counted.get(seenFrom, seenTo), "events") !== seenTo - seenFrom) {
      const found = this.#statements.ordinals.all(seenFrom, seenTo)
      return Result.fail(corruptAt(firstMissing(found, false, seenFrom, seenTo) ?? seenFrom, notThere))
    }
    const events = this.#eventsOf(range, rows)
    if (Result.isFailure(events)) return Result.fail(events.failure)
    const asked = filter.types === undefined ? undefined : new Set(filter.types)
    const stray = events.success.find(({ type }) => asked !== undefined && !asked.has(type))
    if (stray !== undefined)
      return Result.fail(corruptAt(Number(stray.position), "its type is not in the file"))
    return Result.succeed({ events: events.success, rest: restOf(range, seenFrom, seenTo) })
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

  // The numbers of the stored types that do not read as one asked for, as JSON; null where every type is. Not among
  // them are a version not known of a name that is asked for, which might be meant and is named when it is decoded,
  // and a number that the file knows no type of.
  #typesNotAsked({ types }: EventFilter, asStored: boolean): string | null {
    if (types === undefined) return null
    const asked = new Set(types)
    const names = new Set(types.map(withoutVersion))
    const keys: Array<number> = []
    for (const row of this.#statements.types.all()) {
      const type = unstored(textIn(row, "name") ?? "")
      const listed = this.#codec.catalogue.get(type)
      const isAsked =
        listed === undefined
          ? names.has(withoutVersion(type))
          : asked.has(asStored ? type : listed.newest.type)
      if (!isAsked) keys.push(numberIn(row, "id") ?? -1)
    }
    return JSON.stringify(keys)
  }
}

const notThere = "it is not in the file"

const withoutVersion = (type: string): string => type.replace(/\.v\d+$/, "")

/** The beginning of a range, so many ordinals long at most. */
const piece = ({ backward, high, low }: PageRange, most: number) =>
  backward ? { from: Math.max(low, high - most), to: high } : { from: low, to: Math.min(high, low + most) }

const restOf = (range: PageRange, from: number, to: number): PageRange | undefined => {
  if (range.backward) return from <= range.low ? undefined : { ...range, high: from }
  return to >= range.high ? undefined : { ...range, low: to }
}

/** The first ordinal, in the order of the read, that has no row. */
const firstMissing = (
  rows: ReadonlyArray<unknown>,
  backward: boolean,
  from: number,
  to: number
): number | undefined => {
  for (let i = 0; i < to - from; i++) {
    const ordinal = backward ? to - 1 - i : from + i
    if (numberIn(rows[i], "ordinal") !== ordinal) return ordinal
  }
  return undefined
}

const all = `SELECT ${eventColumns}, s.name FROM events e JOIN streams s ON s.id = e.stream
             WHERE e.ordinal >= ?1 AND e.ordinal < ?2`
const filtered = `SELECT ${eventColumns}, s.name FROM events e LEFT JOIN streams s ON s.id = e.stream
                  WHERE e.ordinal >= ?1 AND e.ordinal < ?2
                  AND (?3 IS NULL OR e.type NOT IN (SELECT value FROM json_each(?3)))
                  AND (s.name IS NULL OR substr(s.name, 1, length(?4)) = ?4)`

const sql = {
  types: "SELECT id, name FROM event_types",
  ordinals: "SELECT ordinal FROM events WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal",
  counted: "SELECT count(*) AS events FROM events WHERE ordinal >= ? AND ordinal < ?",
  forward: `${all} ORDER BY e.ordinal`,
  backward: `${all} ORDER BY e.ordinal DESC`,
  filteredForward: `${filtered} ORDER BY e.ordinal LIMIT ?5`,
  filteredBackward: `${filtered} ORDER BY e.ordinal DESC LIMIT ?5`
} as const
