// One append inside a transaction: where the stream is, whether the append is new, and its rows. The transaction
// is the writer's; so that what it rolls back is forgotten here too, it says when.
import {
  type Admitted,
  type Appended,
  type AppendError,
  type Codec,
  CorruptEvent,
  idKnown,
  placeOf,
  positionOf,
  readBack,
  type Recorded,
  type Stamped
} from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { numberIn, textIn } from "../file/columns.ts"
import { eventColumns, eventOf } from "../file/rows.ts"
import { RunningRoot } from "./running-root.ts"
import { StreamEnds } from "./stream-ends.ts"
import { stored, unstored } from "../file/stream-names.ts"

/** Appends to a file over one connection. */
export class Appending {
  readonly #codec: Codec
  readonly #root: RunningRoot
  readonly #ends: StreamEnds
  readonly #types = new Map<string, number>()
  readonly #statements: Readonly<Record<keyof typeof sql, Statement>>
  #size = 0

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#root = new RunningRoot(database, codec.hasher)
    this.#ends = new StreamEnds(database)
    this.#statements = {
      size: database.prepare(sql.size),
      typeKey: database.prepare(sql.typeKey),
      addType: database.prepare(sql.addType),
      at: database.prepare(sql.at),
      holder: database.prepare(sql.holder),
      add: database.prepare(sql.add)
    }
  }

  /** Catches up with what others have appended; the first thing in a transaction. */
  begin(): void {
    const size = numberIn(this.#statements.size.get(), "size") ?? 0
    if (size !== this.#root.size) {
      this.#ends.forget()
      this.#root.followTo(size)
    }
    this.#size = size
  }

  /** Forgets what was not committed. */
  forget(): void {
    this.#ends.forget()
    this.#types.clear()
    this.#root.forget()
  }

  /** Appends all of the events or none. Throws SQLite's own errors. */
  append(append: Admitted): Result.Result<Appended, AppendError> {
    const { encoded, events, stream } = append
    const known = this.#ends.of(stream)
    if (Result.isFailure(known)) return Result.fail(known.failure)
    const key = known.success?.key
    const at = (revision: number) => (key === undefined ? undefined : this.#idAt(key, revision))
    const place = placeOf(append, known.success?.end, at)
    if (Result.isFailure(place)) return Result.fail(place.failure)
    if (place.success === "repeated") return this.#repeated(stream, key ?? -1, events)
    for (const { id } of events) {
      const holder: unknown = this.#statements.holder.get(id)
      if (holder !== undefined) {
        const name = unstored(textIn(holder, "name") ?? "")
        return Result.fail(idKnown(stream, id, name, numberIn(holder, "revision") ?? -1))
      }
    }
    const kept: Array<Recorded> = []
    for (let i = 0; i < events.length; i++) {
      const read = readBack(this.#codec, events[i]!, encoded[i]!, positionOf(this.#size + i))
      if (Result.isFailure(read)) return Result.fail(read.failure)
      kept.push(read.success.event)
    }
    const streamKey = key ?? this.#ends.create(stream)
    for (let i = 0; i < events.length; i++) {
      const { id, revision, type } = events[i]!
      const { leafHash, text } = encoded[i]!
      const root = this.#root.add(leafHash)
      this.#statements.add.run(
        this.#size + i,
        streamKey,
        revision,
        this.#typeKey(type),
        id,
        text,
        leafHash,
        root
      )
    }
    this.#size += events.length
    const { metadata, revision } = events.at(-1)!
    this.#ends.remember(stream, { key: streamKey, end: { revision, recordedAt: metadata.recordedAt } })
    return Result.succeed(appended(kept, { created: key === undefined, repeated: false }))
  }

  #idAt(key: number, revision: number) {
    const row: unknown = this.#statements.at.get(key, revision)
    const [id, leafHash] = [textIn(row, "id"), textIn(row, "leafHash")]
    return id === undefined || leafHash === undefined ? undefined : { id, leafHash }
  }

  #repeated(
    stream: string,
    key: number,
    events: ReadonlyArray<Stamped>
  ): Result.Result<Appended, AppendError> {
    const reading = { codec: this.#codec, asStored: false, verified: true }
    const kept: Array<Recorded> = []
    for (const { revision } of events) {
      const read = eventOf(reading, stream, this.#statements.at.get(key, revision))
      if (Result.isSuccess(read)) kept.push(read.success)
      else {
        const reason = read.failure._tag === "CorruptEvent" ? read.failure.reason : read.failure.message
        return Result.fail(new CorruptEvent({ stream, revision, reason }))
      }
    }
    return Result.succeed(appended(kept, { created: false, repeated: true }))
  }

  #typeKey(type: string): number {
    const remembered = this.#types.get(type)
    if (remembered !== undefined) return remembered
    const name = stored(type)
    if (this.#statements.typeKey.get(name) === undefined) this.#statements.addType.run(name)
    const key = numberIn(this.#statements.typeKey.get(name), "id") ?? -1
    this.#types.set(type, key)
    return key
  }
}

const sql = {
  size: "SELECT coalesce(max(ordinal) + 1, 0) AS size FROM events",
  typeKey: "SELECT id FROM event_types WHERE name = ?",
  addType: "INSERT INTO event_types (name) VALUES (?)",
  at: `SELECT e.id, ${eventColumns} FROM events e WHERE e.stream = ? AND e.revision = ?`,
  holder: "SELECT s.name, e.revision FROM events e JOIN streams s ON s.id = e.stream WHERE e.id = ?",
  add: `INSERT INTO events (ordinal, stream, revision, type, id, bytes, leaf_hash, root)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
} as const

const appended = (
  events: ReadonlyArray<Recorded>,
  told: { readonly created: boolean; readonly repeated: boolean }
): Appended => {
  const [first, ...rest] = events
  return Object.freeze({ events: Object.freeze([first!, ...rest] as const), ...told })
}
