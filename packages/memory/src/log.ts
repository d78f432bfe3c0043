// The events themselves: one array in the store's order, one a stream, and the ids. An event is encoded, decoded
// and frozen once, when it is appended, and that one object is handed out ever after; an append costs the same
// whatever is stored already. Several stores can be open on one log, as several processes are on one file.
import {
  admit,
  type Appended,
  type AppendError,
  type Codec,
  type Expected,
  type Head,
  idKnown,
  type KeptEvent,
  placeOf,
  positionOf,
  readBack,
  type Recorded,
  type Stamped
} from "@lcqm/core"
import { Effect, Result } from "effect"

/** Events in order, as readers see them and as they were recorded: at one place stands one event. */
export interface Sequence {
  readonly events: ReadonlyArray<Recorded>
  readonly asStored: ReadonlyArray<Recorded>
}

class Growing implements Sequence {
  readonly events: Array<Recorded> = []
  readonly asStored: Array<Recorded> = []

  add({ asStored, event }: KeptEvent): void {
    this.events.push(event)
    this.asStored.push(asStored)
  }
}

const none: Sequence = new Growing()

/** The log of a memory store. */
export class Log {
  readonly codec: Codec
  readonly #all = new Growing()
  readonly #streams = new Map<string, Growing>()
  readonly #ids = new Map<string, Recorded>()
  readonly #waiting = new Set<() => void>()

  constructor(codec: Codec) {
    this.codec = codec
  }

  /** The store's events so far; a position is a place in it. */
  get all(): Sequence {
    return this.#all
  }

  /** The stream's events so far; a revision is a place in it. */
  stream(name: string): Sequence {
    return this.#streams.get(name) ?? none
  }

  /** The end of one stream, or of the log. */
  head(stream?: string): Head {
    const { events } = stream === undefined ? this.#all : this.stream(stream)
    const last = events.at(-1)
    return Object.freeze(
      last === undefined
        ? { revision: "none", position: "none" }
        : { revision: events.length - 1, position: last.position }
    )
  }

  /** Waits until the log is no longer this long, or until `ended`; asks again after every wake. */
  growth(length: number, ended: () => boolean): Effect.Effect<void> {
    return Effect.callback<void>((resume) => {
      // What was appended since the caller looked must not be slept through.
      if (ended() || this.#all.events.length !== length) return resume(Effect.void)
      const wake = () => resume(Effect.void)
      this.#waiting.add(wake)
      return Effect.sync(() => void this.#waiting.delete(wake))
    })
  }

  /** Wakes whoever waits. */
  wakeAll(): void {
    const woken = [...this.#waiting]
    this.#waiting.clear()
    for (const wake of woken) wake()
  }

  /** Appends all of the events or none. */
  append(
    stream: string,
    expected: Expected,
    events: ReadonlyArray<Stamped>
  ): Result.Result<Appended, AppendError> {
    const admitted = admit(this.codec, stream, expected, events)
    if (Result.isFailure(admitted)) return Result.fail(admitted.failure)
    const own = this.#streams.get(stream) ?? new Growing()
    const last = own.asStored.at(-1)
    const end = last && { revision: last.revision, recordedAt: last.metadata.recordedAt }
    const at = (revision: number) => own.asStored[revision]
    const place = placeOf(admitted.success, end, at)
    if (Result.isFailure(place)) return Result.fail(place.failure)
    if (place.success === "repeated") {
      const first = events[0]!.revision
      return Result.succeed(appended(own.events.slice(first, first + events.length), false, true))
    }
    for (const { id } of events) {
      const known = this.#ids.get(id)
      if (known !== undefined) return Result.fail(idKnown(stream, id, known.stream, known.revision))
    }
    const fresh: Array<KeptEvent> = []
    for (let i = 0; i < events.length; i++) {
      const position = positionOf(this.#all.events.length + i)
      const kept = readBack(this.codec, events[i]!, admitted.success.encoded[i]!, position)
      if (Result.isFailure(kept)) return Result.fail(kept.failure)
      fresh.push(kept.success)
    }
    // From here on nothing can fail.
    if (last === undefined) this.#streams.set(stream, own)
    for (const each of fresh) {
      own.add(each)
      this.#all.add(each)
      this.#ids.set(each.event.id, each.asStored)
    }
    this.wakeAll()
    const written = fresh.map(({ event }) => event)
    return Result.succeed(appended(written, last === undefined, false))
  }
}

const appended = (events: ReadonlyArray<Recorded>, created: boolean, repeated: boolean): Appended => {
  const [first, ...rest] = events
  return Object.freeze({ events: Object.freeze([first!, ...rest] as const), created, repeated })
}
