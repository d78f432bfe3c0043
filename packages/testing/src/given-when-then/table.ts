// A store no larger than a story: the past lies on the table, the library's own loop decides on it, and what is
// decided is laid beside it. So a story is told by the very code that serves a school, without store or clock.
import {
  type Accepted,
  type AppendError,
  type Appended,
  type Codec,
  codecOf,
  CorruptEvent,
  EventStore,
  type ExecuteError,
  type FullDate,
  InvalidEvent,
  loopOf,
  type Recorded,
  SignatureVerifier,
  type Stamped,
  streamsNaming,
  UnsupportedByStore,
  WrongExpectedRevision
} from "@lcqm/core"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Result, Stream } from "effect"
import type { Domain } from "./domain.ts"
import { nothingYet, type Past, recordedBy, withRecorded } from "./past.ts"

/** What a command was answered, and the past as it is then. */
export interface Decided {
  readonly outcome: Result.Result<Accepted, ExecuteError>
  readonly past: Past
}

/** Decides commands on a past, one at a time. */
export class Table {
  readonly codec: Codec
  readonly #loop: ReturnType<typeof loopOf>
  #past: Past = nothingYet
  #today: FullDate = "1970-01-01"

  constructor({ catalogue, handlers, roles }: Domain) {
    this.codec = codecOf(catalogue, nodeHasher)
    this.#loop = loopOf(this.#store(), handlers, roles, {
      cachedStreams: 0,
      now: () => Date.parse(`${this.#today}T12:00:00.000Z`),
      randomBytes: (count) => this.#salt(count),
      // Another story has another past, so that nothing is kept from one command to the next.
      indexes: { streamsNaming: (lookUp) => Effect.sync(() => streamsNaming(this.#past.log, lookUp)) }
    })
  }

  /** What the loop answers to this input when the past and the day are these. */
  decide(past: Past, today: FullDate, input: unknown): Decided {
    this.#past = past
    this.#today = today
    const answered = Effect.provideService(this.#loop(input), SignatureVerifier, nodeEd25519)
    const outcome = Effect.runSync(Effect.result(answered))
    return { outcome, past: this.#past }
  }

  // No salt is needed where nothing is hidden; that of an event follows from its place, so that stories repeat.
  #salt(count: number): Uint8Array {
    const bytes = new Uint8Array(count)
    new DataView(bytes.buffer).setUint32(count - 4, this.#past.log.length)
    return bytes
  }

  #append(
    stream: string,
    expected: number | "none",
    events: ReadonlyArray<Stamped>
  ): Result.Result<Appended, AppendError> {
    const known = this.#past.streams.get(stream)?.length ?? 0
    const actual = known === 0 ? ("none" as const) : known - 1
    if (actual !== expected) return Result.fail(new WrongExpectedRevision({ stream, expected, actual }))
    const recorded: Array<Recorded> = []
    for (const event of events) {
      const written = this.#write(event, this.#past.log.length + recorded.length)
      if (Result.isFailure(written)) return Result.fail(written.failure)
      recorded.push(written.success)
    }
    this.#past = withRecorded(this.#past, stream, recorded)
    const [first, ...rest] = recorded
    return Result.succeed({ events: [first!, ...rest] as const, created: known === 0, repeated: false })
  }

  #write(event: Stamped, place: number) {
    return Result.mapError(recordedBy(this.codec, event, place), (error) =>
      error instanceof CorruptEvent || error._tag === "UnknownEventType"
        ? new InvalidEvent({ stream: event.stream, type: event.type, problems: [] })
        : error
    )
  }

  #store(): EventStore["Service"] {
    const name = "given-when-then"
    const no = (what: string) => new UnsupportedByStore({ store: name, what })
    return EventStore.of({
      name,
      codec: this.codec,
      append: (stream, expected, events) =>
        Effect.suspend(() =>
          Effect.fromResult(
            this.#append(stream, expected._tag === "NoStream" ? "none" : expected.revision, events)
          )
        ),
      readStream: (stream, { from = 0, limit, to } = {}) =>
        Effect.sync(() => {
          const all = this.#past.streams.get(stream) ?? []
          const last = Math.min(to ?? all.length - 1, from + (limit ?? all.length) - 1)
          return {
            stream,
            exists: all.length > 0,
            revision: all.length === 0 ? ("none" as const) : all.length - 1,
            events: all.slice(from, last + 1)
          }
        }),
      readAll: () => Stream.fail(no("reading the whole store")),
      subscribe: () => Stream.fail(no("subscriptions")),
      head: () => Effect.fail(no("its end"))
    })
  }
}
