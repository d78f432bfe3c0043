// The events themselves: one array in the store's order, one a stream, and the ids. Everything is encoded,
// decoded and frozen once, when it is appended; reads hand out the same frozen objects.
import {
  type Appended,
  type AppendError,
  type Codec,
  EventIdConflict,
  EventTooLarge,
  type Expected,
  InvalidEvent,
  largestAppendBytes,
  mostEventsPerAppend,
  positionOf,
  type Recorded,
  type Stamped,
  WrongExpectedRevision
} from "@lcqm/core"
import { Result } from "effect"

/** An event as kept: as read by everyone, and as it was recorded where an upcast makes that another. */
export interface Kept {
  readonly event: Recorded
  readonly asStored: Recorded
}

const refusal = (stream: string, type: string, path: string, expected: string, got: string): InvalidEvent =>
  new InvalidEvent({ stream, type, problems: [{ path, expected, got }] })

/** The log of a memory store. */
export class Log {
  readonly codec: Codec
  readonly all: Array<Kept> = []
  readonly #streams = new Map<string, Array<Kept>>()
  readonly #ids = new Set<string>()
  readonly #waiting = new Set<() => void>()

  constructor(codec: Codec) {
    this.codec = codec
  }

  /** The stream's events so far. */
  stream(name: string): ReadonlyArray<Kept> {
    return this.#streams.get(name) ?? []
  }

  /** Calls back once when the next events are appended; the answer takes the call back. */
  onAppend(wake: () => void): () => void {
    this.#waiting.add(wake)
    return () => this.#waiting.delete(wake)
  }

  /** Appends all of the events or none. */
  append(
    stream: string,
    expected: Expected,
    events: ReadonlyArray<Stamped>
  ): Result.Result<Appended, AppendError> {
    const kept = this.stream(stream)
    const from = expected._tag === "NoStream" ? 0 : expected.revision + 1
    const refused = this.#unfit(stream, from, events)
    if (refused !== undefined) return Result.fail(refused)
    if (from !== kept.length) return this.#behind(stream, expected, events, kept)
    const known = events.find(({ id }) => this.#ids.has(id))
    if (known !== undefined) {
      return Result.fail(
        new EventIdConflict({ stream, id: known.id, reason: "it is the id of another recorded event" })
      )
    }
    return Result.map(this.#encoded(stream, events, kept.at(-1)?.event), (fresh) => {
      const [first, ...rest] = fresh
      const own = this.#streams.get(stream) ?? []
      this.#streams.set(stream, own)
      for (const each of fresh) {
        own.push(each)
        this.all.push(each)
        this.#ids.add(each.event.id)
      }
      const woken = [...this.#waiting]
      this.#waiting.clear()
      for (const wake of woken) wake()
      return {
        events: Object.freeze([first.event, ...rest.map(({ event }) => event)] as const),
        created: from === 0,
        repeated: false
      }
    })
  }

  #unfit(stream: string, from: number, events: ReadonlyArray<Stamped>): AppendError | undefined {
    const [first] = events
    if (first === undefined) return refusal(stream, "", "events", "at least one event", "none")
    if (events.length > mostEventsPerAppend) {
      return new EventTooLarge({
        stream,
        what: "append",
        limit: mostEventsPerAppend,
        got: events.length,
        unit: "events"
      })
    }
    const ids = new Set<string>()
    for (const [index, event] of events.entries()) {
      if (event.stream !== stream) {
        return refusal(stream, event.type, `events[${index}].stream`, stream, String(event.stream))
      }
      if (event.revision !== from + index) {
        return refusal(
          stream,
          event.type,
          `events[${index}].revision`,
          String(from + index),
          String(event.revision)
        )
      }
      if (ids.has(event.id)) {
        return refusal(stream, event.type, `events[${index}].id`, "an id that occurs once", event.id)
      }
      ids.add(event.id)
    }
    return undefined
  }

  // Behind the head only the very same events again are an answer; beyond it nothing is.
  #behind(
    stream: string,
    expected: Expected,
    events: ReadonlyArray<Stamped>,
    kept: ReadonlyArray<Kept>
  ): Result.Result<Appended, AppendError> {
    const from = expected._tag === "NoStream" ? 0 : expected.revision + 1
    const there = kept.slice(from, from + events.length)
    const sameIds =
      there.length === events.length && there.every(({ event }, i) => event.id === events[i]?.id)
    if (!sameIds) {
      return Result.fail(
        new WrongExpectedRevision({
          stream,
          expected: from === 0 ? "none" : from - 1,
          actual: kept.length === 0 ? "none" : kept.length - 1
        })
      )
    }
    for (const [index, event] of events.entries()) {
      const encoded = this.codec.encode(event)
      if (Result.isFailure(encoded)) return Result.fail(encoded.failure)
      if (encoded.success.leafHash !== there[index]?.event.leafHash) {
        return Result.fail(
          new EventIdConflict({ stream, id: event.id, reason: "it is recorded with another content" })
        )
      }
    }
    const [first, ...rest] = there.map(({ event }) => event)
    if (first === undefined) return Result.fail(refusal(stream, "", "events", "at least one event", "none"))
    return Result.succeed({
      events: Object.freeze([first, ...rest] as const),
      created: false,
      repeated: true
    })
  }

  #encoded(
    stream: string,
    events: ReadonlyArray<Stamped>,
    last: Recorded | undefined
  ): Result.Result<readonly [Kept, ...Array<Kept>], AppendError> {
    const fresh: Array<Kept> = []
    let bytes = 0
    let recordedAt = last?.metadata.recordedAt ?? ""
    for (const [index, event] of events.entries()) {
      const encoded = this.codec.encode(event)
      if (Result.isFailure(encoded)) return Result.fail(encoded.failure)
      const { leafHash, size, text } = encoded.success
      bytes += size
      if (event.metadata.recordedAt < recordedAt) {
        const expected = `${recordedAt} or later: time never goes back in a stream`
        return Result.fail(
          refusal(
            stream,
            event.type,
            `events[${index}].metadata.recordedAt`,
            expected,
            event.metadata.recordedAt
          )
        )
      }
      recordedAt = event.metadata.recordedAt
      const position = positionOf(this.all.length + index)
      const stored = { stream, revision: event.revision, position, leafHash }
      const asStored = this.codec.decodeAsStored(text, stored)
      if (Result.isFailure(asStored)) {
        return Result.fail(
          refusal(stream, event.type, "", "an event that reads as it was written", asStored.failure.message)
        )
      }
      const newest = this.codec.catalogue.get(event.type)?.newest.type === event.type
      const decoded = newest ? asStored : this.codec.decode(text, stored)
      if (Result.isFailure(decoded)) {
        return Result.fail(
          refusal(stream, event.type, "", "an event that reads as it was written", decoded.failure.message)
        )
      }
      fresh.push({ event: decoded.success, asStored: asStored.success })
    }
    if (bytes > largestAppendBytes) {
      return Result.fail(
        new EventTooLarge({ stream, what: "append", limit: largestAppendBytes, got: bytes, unit: "bytes" })
      )
    }
    const [first, ...rest] = fresh
    return first === undefined
      ? Result.fail(refusal(stream, "", "events", "at least one event", "none"))
      : Result.succeed([first, ...rest])
  }
}
