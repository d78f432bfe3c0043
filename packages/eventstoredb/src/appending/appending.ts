// Appending: checked here, then appended with no stream or an exact revision expected and nothing else, so that after a
// lost answer the same append can be made again, and is recorded once.
import {
  admit,
  type Admitted,
  type Appended,
  type AppendError,
  type Codec,
  EventTooLarge,
  type Expected,
  expectedRevision,
  type KnownEvent,
  OutcomeUnknown,
  placedAt,
  placeOf,
  positionOf,
  type Recorded,
  type Stamped,
  WrongExpectedRevision
} from "@lcqm/core"
import { Effect, Result } from "effect"
import { performance } from "node:perf_hooks"
import { type Decoding, eventOf } from "../reading/decoding.ts"
import type { EngineRecord, Written } from "../engine/engine-client.ts"
import type { Trouble } from "../engine/trouble.ts"
import { failureOf, isRetryable, lost } from "../failure.ts"
import { ReadingBack } from "./reading-back.ts"
import { engineEventOf, engineIdOf, foundIn, ordinalOf } from "../stored-event.ts"
import { readFailed, StreamEnds } from "./stream-ends.ts"
import type { Streams } from "../reading/streams.ts"

/** An append under way. */
interface Append extends Admitted {
  /** The revision expected, -1 for none. */
  readonly before: number
  readonly back: ReadingBack
}

// Whether the server may have got the append before the answer was lost.
const mayBeThere = (trouble: Trouble): boolean => trouble._tag === "Unreachable" && trouble.sent

/** Appends to the streams of a store. */
export class Appending {
  readonly #codec: Codec
  readonly #decoding: Decoding
  readonly #streams: Streams
  readonly #ends: StreamEnds
  // The furthest position that is known to have been in the log already: an answer beyond it is of a new event.
  #furthest = -1n

  constructor(streams: Streams, decoding: Decoding, wholeFor: number) {
    this.#streams = streams
    this.#decoding = decoding
    this.#codec = decoding.codec
    this.#ends = new StreamEnds(streams, decoding, wholeFor)
  }

  /** The log is known to reach so far. */
  reaches(ordinal: bigint): void {
    if (ordinal > this.#furthest) this.#furthest = ordinal
  }

  /** Appends all of the events or none. */
  append(
    stream: string,
    expected: Expected,
    events: ReadonlyArray<Stamped>
  ): Effect.Effect<Appended, AppendError> {
    return Effect.suspend(() => {
      const admitted = this.#admitted(stream, expected, events)
      if (Result.isFailure(admitted)) return Effect.fail(admitted.failure)
      const append = admitted.success
      const looked = append.before >= 0 ? this.#ends.looked(append, append.before) : undefined
      return looked === undefined ? this.#ask(append) : Effect.andThen(looked, this.#ask(append))
    })
  }

  #admitted(
    stream: string,
    expected: Expected,
    events: ReadonlyArray<Stamped>
  ): Result.Result<Append, AppendError> {
    const admitted = admit(this.#codec, stream, expected, events)
    if (Result.isFailure(admitted)) return Result.fail(admitted.failure)
    const back = new ReadingBack(this.#codec, admitted.success)
    const { problem } = back
    if (problem !== undefined) return Result.fail(problem)
    const { encoded } = admitted.success
    return Result.succeed({ stream, expected, events, encoded, before: expectedRevision(expected), back })
  }

  // The same ids with the same exact expectation, until there is an answer.
  #ask(append: Append): Effect.Effect<Appended, AppendError> {
    return Effect.suspend(() => {
      const { before, encoded, events, stream } = append
      const name = `${this.#streams.prefix}${stream}`
      const expected = before === -1 ? "no_stream" : BigInt(before)
      const known = this.#furthest
      // Whether an earlier try may have done it.
      let unsure = false
      const sent = this.#streams.connection.calling((client) => {
        append.back.meanwhile()
        return client.append(
          name,
          expected,
          events.map((event, i) => engineEventOf(event, encoded[i]!))
        )
      })
      const mayHelp = (trouble: Trouble): boolean => {
        unsure ||= mayBeThere(trouble)
        return isRetryable(trouble)
      }
      return Effect.matchEffect(this.#streams.connection.again(sent, mayHelp), {
        onSuccess: (written) => this.#taken(append, written, known),
        onFailure: (trouble) => this.#refusal(append, trouble, unsure || mayBeThere(trouble))
      })
    })
  }

  #refusal(append: Append, trouble: Trouble, unsure: boolean): Effect.Effect<Appended, AppendError> {
    const { before, encoded, stream } = append
    const told = this.#streams.connection.told("appending")
    switch (trouble._tag) {
      case "WrongRevision":
        return this.#elsewhere(append, trouble.actual, unsure)
      case "Deleted":
        return Effect.fail(lost(stream, Math.max(0, before), "the stream was deleted for ever"))
      case "TooLarge": {
        const got = encoded.reduce((bytes, { size }) => bytes + size, 0)
        return Effect.fail(
          new EventTooLarge({ stream, what: "append", limit: trouble.limit, got, unit: "bytes" })
        )
      }
      default: {
        const failure = failureOf(told, trouble)
        return Effect.fail(
          unsure && (isRetryable(trouble) || trouble._tag === "Closed")
            ? new OutcomeUnknown({ stream, reason: failure.message })
            : failure
        )
      }
    }
  }

  // Another revision than expected: the same events may stand there, or events of these ids with another content.
  #elsewhere(append: Append, actual: number | "none", unsure: boolean): Effect.Effect<Appended, AppendError> {
    const { before, events, stream } = append
    const wrong = new WrongExpectedRevision({ stream, expected: before === -1 ? "none" : before, actual })
    if (actual === "none" || actual < before + events.length) return Effect.fail(wrong)
    return Effect.flatMap(this.#there(append), (records) => {
      const known = records.flatMap((record): ReadonlyArray<KnownEvent> => {
        const found = foundIn(this.#codec, this.#decoding.prefix, record)
        return Result.isSuccess(found)
          ? [{ id: found.success.id, leafHash: found.success.stored.leafHash }]
          : []
      })
      const place = placeOf(
        append,
        { revision: actual, recordedAt: "" },
        (revision) => known[revision - before - 1]
      )
      return Result.isFailure(place)
        ? Effect.fail(place.failure)
        : this.#answer(append, records, { repeated: !unsure })
    })
  }

  #there({ before, events, stream }: Append): Effect.Effect<ReadonlyArray<EngineRecord>, AppendError> {
    const read = { direction: "forwards", fromRevision: BigInt(before + 1), maxCount: events.length } as const
    return this.#streams.records(stream, read).pipe(
      Effect.map((records) => records ?? []),
      Effect.mapError(readFailed)
    )
  }

  #taken(append: Append, written: Written, known: bigint): Effect.Effect<Appended, AppendError> {
    const { before, encoded, events, stream } = append
    const last = before + events.length
    const revision = Number(written.revision)
    if (revision !== last) {
      const how = `the server took an append behind it at revision ${revision}, after the stream was deleted or cut`
      return Effect.fail(lost(stream, Math.max(0, before), how))
    }
    const ordinal = written.position?.commit
    if (ordinal !== undefined && ordinal > known && events.length === 1) {
      return this.#recorded(append, [ordinal], { repeated: false })
    }
    const there = Effect.mapError(this.#there(append), (error) =>
      error._tag === "StoreUnavailable"
        ? new OutcomeUnknown({ stream, reason: `the server took it, and then ${error.reason}` })
        : error
    )
    return Effect.flatMap(there, (records) => {
      const isThere = records.every(({ id }, i) => id === engineIdOf(encoded[i]!.leafHash))
      if (!isThere || records.length !== events.length) {
        const how = "the server says that it is recorded, and another event or none is there"
        return Effect.fail(lost(stream, before + 1, how))
      }
      return this.#recorded(append, records.map(ordinalOf), { repeated: ordinalOf(records[0]!) <= known })
    })
  }

  // The server has taken these very events; only their places were its to give.
  #recorded(
    append: Append,
    ordinals: ReadonlyArray<bigint>,
    { repeated }: { readonly repeated: boolean }
  ): Effect.Effect<Appended, AppendError> {
    const { kept } = append.back
    if (Result.isFailure(kept)) return Effect.fail(kept.failure)
    this.#learn(append, ordinals.at(-1)!)
    const events = kept.success.map((event, i) => placedAt(event, positionOf(ordinals[i]!)))
    return Effect.succeed(appended(events, { created: !repeated && append.before === -1, repeated }))
  }

  #answer(
    append: Append,
    records: ReadonlyArray<EngineRecord>,
    { repeated }: { readonly repeated: boolean }
  ): Effect.Effect<Appended, AppendError> {
    const events: Array<Recorded> = []
    for (const record of records) {
      const event = eventOf(this.#decoding, record, false)
      if (Result.isFailure(event)) return Effect.fail(readFailed(event.failure))
      events.push(event.success)
    }
    this.#learn(append, ordinalOf(records.at(-1)!))
    return Effect.succeed(appended(events, { created: !repeated && append.before === -1, repeated }))
  }

  #learn({ before, events, stream }: Append, ordinal: bigint): void {
    this.reaches(ordinal)
    const revision = before + events.length
    const known = this.#streams.known(stream)
    if (known !== undefined && known.revision > revision) return
    const wholeAt = before === -1 ? performance.now() : (known?.wholeAt ?? -Infinity)
    this.#streams.remember(stream, { revision, recordedAt: events.at(-1)!.metadata.recordedAt, wholeAt })
  }
}

const appended = (
  events: ReadonlyArray<Recorded>,
  told: { readonly created: boolean; readonly repeated: boolean }
): Appended => {
  const [first, ...rest] = events
  return Object.freeze({ events: Object.freeze([first!, ...rest] as const), ...told })
}
