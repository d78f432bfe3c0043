// Where streams end, as an append needs to know: remembered while nobody else appends, else looked up.
import { CorruptEvent, type StreamEnd } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { numberIn, textIn } from "../file/columns.ts"
import { stored } from "../file/stream-names.ts"

/** A stream's number in the file, and its end. */
export interface Ended {
  readonly key: number
  readonly end: StreamEnd
}

// A bound on memory, not a goal: what is forgotten is looked up.
const rememberedStreams = 10_000

/** The ends of a file's streams over one connection. Throws SQLite's own errors. */
export class StreamEnds {
  readonly #key: Statement
  readonly #add: Statement
  readonly #end: Statement
  readonly #remembered = new Map<string, Ended>()

  constructor(database: Database) {
    this.#key = database.prepare("SELECT id FROM streams WHERE name = ?")
    this.#add = database.prepare("INSERT INTO streams (name) VALUES (?)")
    this.#end = database.prepare(
      `SELECT revision, bytes ->> '$.metadata.recordedAt' AS recordedAt FROM events
       WHERE stream = ? ORDER BY revision DESC LIMIT 1`
    )
  }

  /** Where a stream ends; undefined where there is none. */
  of(stream: string): Result.Result<Ended | undefined, CorruptEvent> {
    const remembered = this.#remembered.get(stream)
    if (remembered !== undefined) return Result.succeed(remembered)
    const key = numberIn(this.#key.get(stored(stream)), "id")
    if (key === undefined) return Result.succeed(undefined)
    const row: unknown = this.#end.get(key)
    const [revision, recordedAt] = [numberIn(row, "revision"), textIn(row, "recordedAt")]
    if (revision === undefined || recordedAt === undefined) {
      const reason =
        revision === undefined ? "the stream's events are gone" : "its stored text has no recordedAt"
      return Result.fail(new CorruptEvent({ stream, revision: revision ?? 0, reason }))
    }
    return Result.succeed(this.remember(stream, { key, end: { revision, recordedAt } }))
  }

  /** Gives a new stream its number. */
  create(stream: string): number {
    this.#add.run(stored(stream))
    return numberIn(this.#key.get(stored(stream)), "id") ?? -1
  }

  remember(stream: string, ended: Ended): Ended {
    if (this.#remembered.size >= rememberedStreams) this.#remembered.clear()
    this.#remembered.set(stream, ended)
    return ended
  }

  /** Others may have appended, or a transaction was not committed. */
  forget(): void {
    this.#remembered.clear()
  }
}
