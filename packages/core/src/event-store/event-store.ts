// The port every store adapter implements. Its laws are written down, numbered and tested for every adapter;
// the shapes here are all a store and the rest of the library say to each other.
import { Context, type Effect, type Stream } from "effect"
import type { Codec } from "./codec.ts"
import type { AppendError, ReadError } from "./errors.ts"
import type { Position, Recorded, Revision, Stamped, StreamName } from "./event.ts"

/**
 * Where an append expects the stream to be. There is no "any": who has not read may not append.
 */
export type Expected =
  { readonly _tag: "NoStream" } | { readonly _tag: "Exactly"; readonly revision: Revision }

/** The stream is expected to have no event. */
export const noStream: Expected = { _tag: "NoStream" }

/** The last event of the stream is expected to be this one. */
export const exactly = (revision: Revision): Expected => ({ _tag: "Exactly", revision })

/** What an append answers: the events as recorded, also when they had been recorded before (idempotence). */
export interface Appended {
  /** The events as recorded, in order. */
  readonly events: readonly [Recorded, ...Array<Recorded>]
  /** Whether this append brought the stream into being. Reported once per stream. */
  readonly created: boolean
  /** Whether the very same events had been recorded before, and nothing was written now. */
  readonly repeated: boolean
}

/** Which part of a stream: both bounds are inclusive, `limit` is a count of events. */
export interface StreamRange {
  readonly direction?: "forward" | "backward"
  /** Forward: the first revision read (default 0). Backward: the highest read (default the last). */
  readonly from?: Revision
  /** Forward: the last revision read. Backward: the lowest read. */
  readonly to?: Revision
  readonly limit?: number
  /** The events as they were recorded, not upcast: their canonical form is their bytes. */
  readonly asStored?: boolean
}

/** A part of a stream. A range never changes what is said of the stream's existence and last revision. */
export interface StreamSlice {
  readonly stream: StreamName
  readonly exists: boolean
  /** The revision of the stream's last event at the time of the read, or "none". */
  readonly revision: Revision | "none"
  readonly events: ReadonlyArray<Recorded>
}

/** Which events: all types and streams where a field is left out. */
export interface EventFilter {
  readonly types?: ReadonlyArray<string>
  readonly streamPrefix?: string
}

/** Which part of the whole store, in its order: bounds are exclusive, as a bookmark is. */
export interface AllRange {
  readonly direction?: "forward" | "backward"
  /** Only events behind this position. */
  readonly after?: Position
  /** Only events before this position. */
  readonly before?: Position
  readonly limit?: number
  readonly filter?: EventFilter
  /** The events as they were recorded, not upcast: their canonical form is their bytes. */
  readonly asStored?: boolean
}

/** Where a subscription begins: with the first event, with what comes from now on, or right behind a bookmark. */
export type SubscribeFrom = "start" | "end" | { readonly after: Position }

/** What a subscription hands over: every event once, in order, and a word whenever it has caught up. */
export type Delivery =
  | { readonly _tag: "Event"; readonly event: Recorded }
  | { readonly _tag: "CaughtUp"; readonly position: Position | "none" }

/** The end of a stream or of the store. */
export interface Head {
  /** The revision of the stream's last event; for the whole store the number of events less one. */
  readonly revision: Revision | "none"
  /** The position of the last event. */
  readonly position: Position | "none"
}

/**
 * A store of events: append-only, one stream an append, all or nothing.
 * @example
 * ```ts
 * import { EventStore, lcqmCodec } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const program = Effect.gen(function* () {
 *   const store = yield* EventStore
 *   return yield* store.head()
 * })
 * await Effect.runPromise(Effect.provide(program, memoryStore())) // => { revision: "none", position: "none" }
 * ```
 */
export class EventStore extends Context.Service<
  EventStore,
  {
    /** Names the store in errors, as `memory:`; never holds credentials. */
    readonly name: string
    /** How events become bytes here and bytes events: given to the adapter when it is opened. */
    readonly codec: Codec
    /** Appends to one stream, all events or none, only where the stream is as expected. */
    readonly append: (
      stream: StreamName,
      expected: Expected,
      events: readonly [Stamped, ...Array<Stamped>]
    ) => Effect.Effect<Appended, AppendError>
    /** Reads a part of one stream. Each event's leaf hash is checked: decisions rest on it. */
    readonly readStream: (stream: StreamName, range?: StreamRange) => Effect.Effect<StreamSlice, ReadError>
    /** Reads the store in its order. */
    readonly readAll: (range?: AllRange) => Stream.Stream<Recorded, ReadError>
    /** Every event from there on, for as long as the stream is drawn; fails loudly, never ends by itself. */
    readonly subscribe: (from: SubscribeFrom, filter?: EventFilter) => Stream.Stream<Delivery, ReadError>
    /** The end of one stream, or of the whole store. */
    readonly head: (stream?: StreamName) => Effect.Effect<Head, ReadError>
  }
>()("@lcqm/core/EventStore") {}
