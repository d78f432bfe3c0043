// The engine's view of one stream: its records, and whether it is as the library left it. The engine lets people delete
// and cut streams; the library never does, and takes a stream for whole only where its event 0 can be read.
import type { CorruptEvent, ReadError } from "@lcqm/core"
import { Effect } from "effect"
import type { Connection } from "../connection/connection.ts"
import type { EngineRecord, StreamRead } from "../engine/engine-client.ts"
import type { Trouble } from "../engine/trouble.ts"
import { failureOf, lost } from "../failure.ts"

/** What is known of a stream that was read or appended to. */
export interface Known {
  readonly revision: number
  /** When its last event was recorded, if that is known. */
  readonly recordedAt: string | undefined
  /** When it was last seen to be whole, in milliseconds of the process. */
  readonly wholeAt: number
}

// A bound on memory, not a goal: what is forgotten is looked up.
const mostKnown = 10_000

/** The streams of one store. */
export class Streams {
  readonly prefix: string
  readonly connection: Connection
  readonly #known = new Map<string, Known>()

  constructor(connection: Connection, prefix: string) {
    this.connection = connection
    this.prefix = prefix
  }

  /** What is known of a stream. */
  known(stream: string): Known | undefined {
    return this.#known.get(stream)
  }

  /** Remembers what a read or an append has shown of a stream. */
  remember(stream: string, known: Known): void {
    if (this.#known.size >= mostKnown) this.#known.clear()
    this.#known.set(stream, known)
  }

  /** The failure of a read of a stream. */
  failed(stream: string, trouble: Trouble): ReadError {
    return trouble._tag === "Deleted"
      ? lost(stream, 0, "the stream was deleted for ever")
      : failureOf(this.connection.told("reading"), trouble)
  }

  /** The records of a part of a stream; undefined where the engine has no such stream. */
  records(
    stream: string,
    read: StreamRead
  ): Effect.Effect<ReadonlyArray<EngineRecord> | undefined, ReadError> {
    return this.#read(`${this.prefix}${stream}`, read).pipe(
      Effect.mapError((trouble) => this.failed(stream, trouble))
    )
  }

  #read(name: string, read: StreamRead): Effect.Effect<ReadonlyArray<EngineRecord> | undefined, Trouble> {
    return this.connection
      .reading((client) => client.readStream(name, read))
      .pipe(
        Effect.catch((trouble) =>
          trouble._tag === "Missing" ? Effect.succeed(undefined) : Effect.fail(trouble)
        )
      )
  }

  /** A stream that the engine has not got: never there, which is no error, or deleted. */
  missing(stream: string): Effect.Effect<void, ReadError> {
    const known = this.#known.get(stream)
    if (known !== undefined) {
      return Effect.fail(lost(stream, known.revision, "the stream was there before, and has been deleted"))
    }
    // Whoever deletes a stream leaves a word about it in the stream's own metadata.
    return this.#read(`$$${this.prefix}${stream}`, {
      direction: "backwards",
      fromRevision: "end",
      maxCount: 1
    }).pipe(
      Effect.mapError((trouble) => this.failed(stream, trouble)),
      Effect.flatMap((records) => {
        const data = records?.[0]?.data
        const wasCut =
          typeof data === "object" &&
          data !== null &&
          ["$tb", "$maxCount", "$maxAge"].some((key) => key in data)
        return wasCut ? Effect.fail(lost(stream, 0, "the stream was deleted or cut")) : Effect.void
      })
    )
  }

  /** Fails where the engine shows a stream cut: its first event is another than the one that was asked for. */
  cut(stream: string, asked: number, first: number): CorruptEvent {
    return lost(stream, asked, `the stream was cut, and begins with event ${first} now`)
  }
}
