// The whole store: its end, its events in order, and how many there are. The engine's log holds the streams of others
// too, and counts nobody's.
import { type AllRange, allWindow, type Head, positionOf, type ReadError, type Recorded } from "@lcqm/core"
import { Effect, Option, Semaphore, Stream } from "effect"
import type { Connection } from "../connection/connection.ts"
import { chosenBy, type Decoding, eventsIn, type Unreadable } from "./decoding.ts"
import type { EngineRecord } from "../engine/engine-client.ts"
import { failureOf } from "../failure.ts"
import { backwards, forwards, type Source } from "./log-sources.ts"
import { ordinalOf } from "../stored-event.ts"

// The end of a reading: the log's, or right before a position that comes earlier.
const earlier = (end: bigint, before: bigint | undefined): bigint =>
  before !== undefined && before <= end ? before - 1n : end

/** Reads all streams of a store. */
export class WholeStore {
  readonly #connection: Connection
  readonly #decoding: Decoding
  readonly #counting = Semaphore.makeUnsafe(1)
  // What was counted so far: the log up to there, the events in it, and the position of the last of them.
  #countedTo = -1n
  #count = 0
  #last = -1n

  constructor(connection: Connection, decoding: Decoding) {
    this.#connection = connection
    this.#decoding = decoding
  }

  /** The end of the engine's log, whoever wrote there last; -1n where there is nothing. */
  get logEnd(): Effect.Effect<bigint, ReadError> {
    return this.#connection
      .reading((client) => client.readAll({ fromPosition: "end", maxCount: 1 }))
      .pipe(
        Effect.mapBoth({
          onSuccess: ([last]) => (last === undefined ? -1n : ordinalOf(last)),
          onFailure: (trouble) => failureOf(this.#connection.told("reading all streams"), trouble)
        })
      )
  }

  /** The position of the store's last event; -1n where it has none. */
  get last(): Effect.Effect<bigint, ReadError> {
    const { prefix } = this.#decoding
    const found = Effect.flatMap(backwards(this.#connection, prefix, "end", -1n), (source) => {
      const look: Effect.Effect<bigint, ReadError> = Effect.flatMap(
        source(),
        ({ done, records: [first] }) => {
          if (first !== undefined) return Effect.succeed(ordinalOf(first))
          return done ? Effect.succeed(-1n) : look
        }
      )
      return look
    })
    return Effect.scoped(found)
  }

  /** Reads the store in its order, as it is when the reading begins. */
  readAll(range: AllRange): Stream.Stream<Recorded, ReadError> {
    return Stream.unwrap(
      Effect.gen({ self: this }, function* () {
        const { backward, limit } = yield* Effect.fromResult(allWindow(range))
        // The engine's positions are 64 bits wide, more than a number holds.
        const after = range.after === undefined ? -1n : BigInt(range.after)
        const before = range.before === undefined ? undefined : BigInt(range.before)
        const prefix = `${this.#decoding.prefix}${range.filter?.streamPrefix ?? ""}`
        const source: Source = backward
          ? yield* backwards(this.#connection, prefix, before ?? "end", after)
          : yield* forwards(this.#connection, prefix, after, earlier(yield* this.logEnd, before))
        const found = this.#events(source, chosenBy(this.#decoding, range.filter), range.asStored === true)
        return limit === Infinity ? found : Stream.take(found, limit)
      })
    )
  }

  #events(
    source: Source,
    chosen: (record: EngineRecord) => boolean,
    asStored: boolean
  ): Stream.Stream<Recorded, ReadError> {
    let unreadable: Unreadable | undefined
    return Stream.paginate<void, Recorded, ReadError>(undefined, () => {
      if (unreadable !== undefined) return Effect.fail(unreadable)
      return Effect.map(source(), ({ done, records }) => {
        const found = eventsIn(this.#decoding, records, chosen, asStored)
        unreadable = found.unreadable
        const isLast = done && unreadable === undefined
        return [found.events, isLast ? Option.none() : Option.some<void>(undefined)] as const
      })
    })
  }

  /** The number of events less one, and the last position. Counts what has come since it was last asked. */
  get head(): Effect.Effect<Head, ReadError> {
    const told = Effect.sync(() =>
      Object.freeze<Head>(
        this.#count === 0
          ? { revision: "none", position: "none" }
          : { revision: this.#count - 1, position: positionOf(this.#last) }
      )
    )
    const counted = Effect.gen({ self: this }, function* () {
      const end = yield* this.logEnd
      if (end <= this.#countedTo) return
      const source = yield* forwards(this.#connection, this.#decoding.prefix, this.#countedTo, end)
      for (let done = false; !done;) {
        const page = yield* source()
        this.#count += page.records.length
        const last = page.records.at(-1)
        if (last !== undefined) this.#last = this.#countedTo = ordinalOf(last)
        done = page.done
      }
      this.#countedTo = end
    })
    return Effect.andThen(this.#counting.withPermits(1)(Effect.scoped(counted)), told)
  }
}
