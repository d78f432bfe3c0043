// What the engine does not look at before it takes an append: that the stream is whole, and that time does not go back.
// Both are looked up, and remembered: an event's time for ever, that a stream is whole for a while.
import { type Admitted, type AppendError, CorruptEvent, placeOf, type ReadError } from "@lcqm/core"
import { Effect, Result } from "effect"
import { performance } from "node:perf_hooks"
import type { Decoding } from "../reading/decoding.ts"
import type { EngineRecord } from "../engine/engine-client.ts"
import { foundIn } from "../stored-event.ts"
import type { Streams } from "../reading/streams.ts"

/** What only a read can meet is, in the middle of an append, an event that cannot be trusted. */
export const readFailed = (error: ReadError): AppendError => {
  if (error._tag === "UnknownEventType") {
    const { message, revision, stream } = error
    return new CorruptEvent({ stream, revision, reason: message })
  }
  return error._tag === "InvalidRange"
    ? new CorruptEvent({ stream: error.stream, revision: 0, reason: error.message })
    : error
}

const nothing = Effect.succeed(undefined)

/** Looks at the ends of streams before something is appended behind them. */
export class StreamEnds {
  readonly #streams: Streams
  readonly #decoding: Decoding
  readonly #wholeFor: number

  constructor(streams: Streams, decoding: Decoding, wholeFor: number) {
    this.#streams = streams
    this.#decoding = decoding
    this.#wholeFor = wholeFor
  }

  /** Looks before an append behind event `before`; undefined where what is remembered says that all is well. */
  looked(append: Admitted, before: number): Effect.Effect<void, AppendError> | undefined {
    const known = this.#streams.known(append.stream)
    const recordedAt = known?.revision === before ? known.recordedAt : undefined
    const isWhole = known !== undefined && performance.now() - known.wholeAt < this.#wholeFor
    const isWell =
      isWhole &&
      recordedAt !== undefined &&
      Result.isSuccess(placeOf(append, { revision: before, recordedAt }, () => undefined))
    return isWell ? undefined : this.#look(append, before, recordedAt, isWhole ? known.wholeAt : undefined)
  }

  #look(
    append: Admitted,
    before: number,
    remembered: string | undefined,
    wholeAt: number | undefined
  ): Effect.Effect<void, AppendError> {
    const { stream } = append
    const first = { direction: "forwards", fromRevision: "start", maxCount: 1 } as const
    const last = { direction: "backwards", fromRevision: BigInt(before), maxCount: 1 } as const
    return Effect.gen({ self: this }, function* () {
      const [begins, ends] = yield* Effect.all(
        [
          wholeAt === undefined ? this.#streams.records(stream, first) : nothing,
          remembered === undefined ? this.#streams.records(stream, last) : nothing
        ],
        { concurrency: 2 }
      )
      if (wholeAt === undefined) {
        const event = begins?.[0]
        if (event === undefined) return yield* this.#streams.missing(stream)
        if (event.revision !== 0n) return yield* this.#streams.cut(stream, 0, Number(event.revision))
      }
      const recordedAt = remembered ?? this.#timeOf(ends?.[0], before)
      // Not there: the engine refuses, and says where the stream is.
      if (recordedAt === undefined) return
      this.#streams.remember(stream, { revision: before, recordedAt, wholeAt: wholeAt ?? performance.now() })
      yield* this.#inOrder(append, before, recordedAt)
    }).pipe(Effect.mapError((error) => (error._tag === "InvalidEvent" ? error : readFailed(error))))
  }

  // Time must not go back where the stream ends there; where it does not, the engine will say so.
  #inOrder(append: Admitted, before: number, recordedAt: string) {
    return Effect.gen({ self: this }, function* () {
      const place = placeOf(append, { revision: before, recordedAt }, () => undefined)
      if (Result.isSuccess(place) || place.failure._tag !== "InvalidEvent") return
      const read = { direction: "backwards", fromRevision: "end", maxCount: 1 } as const
      const [end] = (yield* this.#streams.records(append.stream, read)) ?? []
      if (end !== undefined && Number(end.revision) === before) return yield* Effect.fail(place.failure)
    })
  }

  #timeOf(record: EngineRecord | undefined, revision: number): string | undefined {
    if (record === undefined || Number(record.revision) !== revision) return undefined
    const found = foundIn(this.#decoding.codec, this.#decoding.prefix, record)
    return Result.isSuccess(found) ? found.success.recordedAt : undefined
  }
}
