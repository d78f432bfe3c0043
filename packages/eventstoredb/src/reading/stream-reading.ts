// Reading one stream: the window, and the stream's end, which no window changes.
import {
  CorruptEvent,
  type Head,
  positionOf,
  type ReadError,
  type Recorded,
  type StreamRange,
  type StreamSlice,
  type StreamWindow,
  streamWindow
} from "@lcqm/core"
import { Effect } from "effect"
import { performance } from "node:perf_hooks"
import { type Decoding, eventsIn } from "./decoding.ts"
import type { EngineRecord, StreamRead } from "../engine/engine-client.ts"
import { ordinalOf } from "../stored-event.ts"
import type { Streams } from "./streams.ts"

type Records = ReadonlyArray<EngineRecord>

/** What was found of a stream: the records of a window, and the last record. */
interface Part {
  readonly records: Records
  readonly end: EngineRecord | undefined
}

const nothing: Part = { records: [], end: undefined }

// How often a window is read again when the stream grew while it was read.
const rounds = 5

/** Reads single streams of a store. */
export class StreamReading {
  readonly #streams: Streams
  readonly #decoding: Decoding

  constructor(streams: Streams, decoding: Decoding) {
    this.#streams = streams
    this.#decoding = decoding
  }

  /** The last record of a stream; undefined where there never was one. */
  end(stream: string): Effect.Effect<EngineRecord | undefined, ReadError> {
    const read: StreamRead = { direction: "backwards", fromRevision: "end", maxCount: 1 }
    return Effect.flatMap(this.#streams.records(stream, read), (records) => {
      const end = records?.[0]
      return end === undefined ? Effect.as(this.#streams.missing(stream), undefined) : Effect.succeed(end)
    })
  }

  /** The stream's last revision and its position. */
  head(stream: string): Effect.Effect<Head, ReadError> {
    return Effect.map(this.end(stream), (end) =>
      Object.freeze<Head>(
        end === undefined
          ? { revision: "none", position: "none" }
          : { revision: Number(end.revision), position: positionOf(ordinalOf(end)) }
      )
    )
  }

  #forward(stream: string, { high, limit, low }: StreamWindow, round = 1): Effect.Effect<Part, ReadError> {
    const count = Math.min(limit, high - low + 1)
    const read: StreamRead = {
      direction: "forwards",
      fromRevision: BigInt(low),
      ...(count > Number.MAX_SAFE_INTEGER ? {} : { maxCount: count })
    }
    return Effect.flatMap(this.#streams.records(stream, read), (records): Effect.Effect<Part, ReadError> => {
      if (records === undefined) return Effect.as(this.#streams.missing(stream), nothing)
      const [first, last] = [records[0], records.at(-1)]
      if (first !== undefined && Number(first.revision) > low) {
        return Effect.fail(this.#streams.cut(stream, low, Number(first.revision)))
      }
      if (last !== undefined && records.length < count) return Effect.succeed({ records, end: last })
      return Effect.flatMap(this.end(stream), (end) => {
        // It has grown into the window since.
        const grown = last === undefined && end !== undefined && Number(end.revision) >= low
        if (!grown) return Effect.succeed({ records, end })
        return round < rounds
          ? this.#forward(stream, { backward: false, high, limit, low }, round + 1)
          : Effect.fail(this.#streams.cut(stream, low, Number(end.revision)))
      })
    })
  }

  #backward(stream: string, { high, limit, low }: StreamWindow): Effect.Effect<Part, ReadError> {
    return Effect.flatMap(this.end(stream), (end): Effect.Effect<Part, ReadError> => {
      if (end === undefined) return Effect.succeed(nothing)
      const from = Math.min(high, Number(end.revision))
      const count = Math.min(limit, from - low + 1)
      if (count <= 0) return Effect.succeed({ records: [], end })
      if (count === 1 && from === Number(end.revision)) return Effect.succeed({ records: [end], end })
      const read: StreamRead = { direction: "backwards", fromRevision: BigInt(from), maxCount: count }
      return Effect.flatMap(this.#streams.records(stream, read), (records = []) => {
        const lowest = from - count + 1
        const [last] = records.slice(-1)
        return last !== undefined && Number(last.revision) === lowest
          ? Effect.succeed({ records, end })
          : Effect.fail(
              this.#streams.cut(stream, lowest, last === undefined ? from + 1 : Number(last.revision))
            )
      })
    })
  }

  #part(stream: string, window: StreamWindow): Effect.Effect<Part, ReadError> {
    const { backward, high, limit, low } = window
    if (limit === 0 || low > high) return Effect.map(this.end(stream), (end) => ({ records: [], end }))
    return backward ? this.#backward(stream, window) : this.#forward(stream, window)
  }

  /** A part of a stream, each event checked. */
  slice(stream: string, range: StreamRange): Effect.Effect<StreamSlice, ReadError> {
    return Effect.gen({ self: this }, function* () {
      const window = yield* Effect.fromResult(streamWindow(stream, range))
      const { end, records } = yield* this.#part(stream, window)
      const { events, unreadable } = eventsIn(this.#decoding, records, () => true, range.asStored === true)
      if (unreadable !== undefined) return yield* Effect.fail(unreadable)
      yield* this.#contiguous(stream, events)
      const revision = end === undefined ? "none" : Number(end.revision)
      if (revision !== "none") this.#learn(stream, revision, events)
      return Object.freeze<StreamSlice>({
        stream,
        exists: end !== undefined,
        revision,
        events: Object.freeze(events)
      })
    })
  }

  #contiguous(stream: string, events: ReadonlyArray<Recorded>): Effect.Effect<void, CorruptEvent> {
    for (let i = 1; i < events.length; i++) {
      const [before, here] = [events[i - 1]!.revision, events[i]!.revision]
      if (Math.abs(here - before) !== 1) {
        return Effect.fail(
          new CorruptEvent({
            stream,
            revision: before,
            reason: `event ${here} follows it: one between them is gone`
          })
        )
      }
    }
    return Effect.void
  }

  // What the next append behind this end has to know.
  #learn(stream: string, revision: number, events: ReadonlyArray<Recorded>): void {
    const known = this.#streams.known(stream)
    const end = events.find((event) => event.revision === revision)
    const isWhole = events.some((event) => event.revision === 0)
    const before = known?.revision === revision ? known.recordedAt : undefined
    this.#streams.remember(stream, {
      revision,
      recordedAt: end?.metadata.recordedAt ?? before,
      wholeAt: isWhole ? performance.now() : (known?.wholeAt ?? -Infinity)
    })
  }
}
