// Reads of one stream, every leaf hash checked, because decisions rest on them; and the ends of streams and store.
import {
  type Codec,
  CorruptEvent,
  type Head,
  positionOf,
  type ReadError,
  type Recorded,
  type StreamRange,
  type StreamSlice,
  streamWindow,
  type StreamWindow
} from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { joined, joinedColumns, rowsOf } from "./joined-rows.ts"
import { numberIn } from "../file/columns.ts"
import { decodedRow, eventColumns, eventOf, type Reading } from "../file/rows.ts"
import { isDamaged } from "../file/sqlite-failure.ts"
import { stored } from "../file/stream-names.ts"

const none: Head = Object.freeze({ revision: "none", position: "none" })

/** Where a stream ends, and its number in the file. */
interface End {
  readonly key: number
  readonly revision: number
  readonly ordinal: number
}

/** A part of a stream that is there: so many events from either end of a range of revisions. */
interface Part {
  readonly backward: boolean
  readonly low: number
  readonly top: number
  readonly count: number
}

/** Reads streams over one connection. Throws SQLite's own errors. */
export class StreamReading {
  readonly #codec: Codec
  readonly #statements: Readonly<Record<keyof typeof sql, Statement>>

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#statements = {
      size: database.prepare(sql.size),
      streamKey: database.prepare(sql.streamKey),
      end: database.prepare(sql.end),
      forward: database.prepare(sql.forward),
      backward: database.prepare(sql.backward),
      forwardJoined: database.prepare(sql.forwardJoined),
      backwardJoined: database.prepare(sql.backwardJoined)
    }
  }

  /** How many events there are in the store. */
  size(): number {
    return numberIn(this.#statements.size.get(), "size") ?? 0
  }

  /** The end of a stream, or of the store. */
  head(stream?: string): Result.Result<Head, CorruptEvent> {
    if (stream === undefined) {
      const last = this.size() - 1
      return Result.succeed(last < 0 ? none : Object.freeze({ revision: last, position: positionOf(last) }))
    }
    return Result.map(this.#endOf(stream), (end) =>
      end === undefined ? none : Object.freeze({ revision: end.revision, position: positionOf(end.ordinal) })
    )
  }

  /** A part of a stream. */
  slice(stream: string, range: StreamRange): Result.Result<StreamSlice, ReadError> {
    const window = streamWindow(stream, range)
    if (Result.isFailure(window)) return Result.fail(window.failure)
    const known = this.#endOf(stream)
    if (Result.isFailure(known)) return Result.fail(known.failure)
    const end = known.success
    if (end === undefined) {
      return Result.succeed(
        Object.freeze({ stream, exists: false, revision: "none", events: Object.freeze([]) })
      )
    }
    const reading = { codec: this.#codec, asStored: range.asStored === true, verified: true }
    return Result.map(this.#window(reading, stream, end, window.success), (events) =>
      Object.freeze({ stream, exists: true, revision: end.revision, events: Object.freeze(events) })
    )
  }

  #endOf(stream: string): Result.Result<End | undefined, CorruptEvent> {
    const key = numberIn(this.#statements.streamKey.get(stored(stream)), "id")
    if (key === undefined) return Result.succeed(undefined)
    const row: unknown = this.#statements.end.get(key)
    const [ordinal, revision] = [numberIn(row, "ordinal"), numberIn(row, "revision")]
    // A stream and its first event are written together.
    return ordinal === undefined || revision === undefined
      ? Result.fail(new CorruptEvent({ stream, revision: 0, reason: "the stream's events are gone" }))
      : Result.succeed({ key, revision, ordinal })
  }

  #window(
    reading: Reading,
    stream: string,
    end: End,
    { backward, high, limit, low }: StreamWindow
  ): Result.Result<ReadonlyArray<Recorded>, ReadError> {
    // What is appended after the end was looked up is not part of the answer.
    const top = Math.min(high, end.revision)
    const count = Math.min(limit, top - low + 1)
    if (count <= 0) return Result.succeed([])
    const part = { backward, low, top, count }
    const joined = this.#joined(reading, stream, end.key, part)
    if (joined !== undefined) return Result.succeed(joined)
    // Something is wrong with one of them, and the rows one by one tell what.
    const rows = this.#rows(stream, end.key, part)
    if (Result.isFailure(rows)) return Result.fail(rows.failure)
    const events: Array<Recorded> = []
    for (let i = 0; i < count; i++) {
      const revision = backward ? top - i : low + i
      const row = rows.success[i]
      if (numberIn(row, "revision") !== revision) {
        return Result.fail(new CorruptEvent({ stream, revision, reason: "it is not in the file" }))
      }
      const event = eventOf(reading, stream, row)
      if (Result.isFailure(event)) return Result.fail(event.failure)
      events.push(event.success)
    }
    return Result.succeed(events)
  }

  // The events of a part whose rows came joined; undefined where one of them is not as it should be.
  #joined(
    reading: Reading,
    stream: string,
    key: number,
    { backward, count, low, top }: Part
  ): ReadonlyArray<Recorded> | undefined {
    const { backwardJoined, forwardJoined } = this.#statements
    const rows = this.#unlessDamaged(() =>
      rowsOf((backward ? backwardJoined : forwardJoined).get(key, low, top, count))
    )
    if (rows?.length !== count) return undefined
    const events: Array<Recorded> = []
    for (let i = 0; i < count; i++) {
      const row = rows[i]!
      if (row.revision !== (backward ? top - i : low + i)) return undefined
      const event = decodedRow(reading, stream, row)
      if (Result.isFailure(event)) return undefined
      events.push(event.success)
    }
    return events
  }

  #unlessDamaged<A>(look: () => A): A | undefined {
    try {
      return look()
    } catch (error) {
      if (!isDamaged(error)) throw error
      return undefined
    }
  }

  #rows(stream: string, key: number, part: Part): Result.Result<ReadonlyArray<unknown>, CorruptEvent> {
    const { backward, count, low, top } = part
    const statement = backward ? this.#statements.backward : this.#statements.forward
    try {
      return Result.succeed(statement.all(key, low, top, count))
    } catch (error) {
      if (!isDamaged(error)) throw error
      const revision = this.#firstDamaged(key, low, top)
      const reason = "the part of the file that holds it is damaged; restore the file from a backup"
      return Result.fail(new CorruptEvent({ stream, revision, reason }))
    }
  }

  // Which event it is can only be found by asking for one after the other.
  #firstDamaged(key: number, low: number, top: number): number {
    for (let revision = low; revision <= top; revision++) {
      try {
        this.#statements.forward.get(key, revision, revision, 1)
      } catch {
        return revision
      }
    }
    return low
  }
}

const ofStream = `SELECT ${eventColumns} FROM events e WHERE e.stream = ? AND e.revision BETWEEN ? AND ?`

const part = `SELECT ${joinedColumns} FROM events e WHERE e.stream = ? AND e.revision BETWEEN ? AND ?`

const sql = {
  size: "SELECT coalesce(max(ordinal) + 1, 0) AS size FROM events",
  streamKey: "SELECT id FROM streams WHERE name = ?",
  end: "SELECT ordinal, revision FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1",
  forward: `${ofStream} ORDER BY e.revision LIMIT ?`,
  backward: `${ofStream} ORDER BY e.revision DESC LIMIT ?`,
  forwardJoined: joined(`${part} ORDER BY e.revision LIMIT ?`),
  backwardJoined: joined(`${part} ORDER BY e.revision DESC LIMIT ?`)
} as const
