// What the loop keeps of a stream it has read: the folded state, which commands it holds, and its leaf hashes.
// A history only ever moves forward; advancing it twice by the same events changes nothing.
import {
  appendLeaves,
  type CompactRange,
  emptyRange,
  hashFromHex,
  type Hasher,
  rootOf,
  toHex
} from "@lcqm/ledger"
import { Effect } from "effect"
import {
  CorruptEvent,
  type EventStore,
  type ReadError,
  type Recorded,
  type Revision,
  type StreamName
} from "../../event-store/index.ts"
import type { Instant } from "../../vocabulary/index.ts"
import type { Fold } from "../declaring/fold.ts"

/** Where a command's events stand in the stream that holds them. */
export interface CommandRecord {
  readonly digest: string
  readonly first: Revision
  readonly last: Revision
}

/** One moment of a history: what a decision is made on. */
export interface Moment {
  readonly state: unknown
  /** The number of events folded. */
  readonly size: number
  readonly recordedAt: Instant | undefined
}

/** A stream as read so far. */
export class History {
  readonly stream: StreamName
  readonly fold: Fold<unknown>
  #state: unknown
  #recordedAt: Instant | undefined
  readonly #leaves: Array<string> = []
  // The events of one command stand together, so its first tells where the others are.
  readonly #commands = new Map<string, Revision>()
  readonly #commandAt: Array<string> = []
  readonly #digestAt: Array<string> = []
  #range: CompactRange = emptyRange

  constructor(stream: StreamName, fold: Fold<unknown>) {
    this.stream = stream
    this.fold = fold
    this.#state = fold.initial
  }

  /** How many events have been folded. */
  get size(): number {
    return this.#leaves.length
  }

  get moment(): Moment {
    return { state: this.#state, size: this.size, recordedAt: this.#recordedAt }
  }

  /** Where the command's events are, if the stream holds any of it. */
  command(id: string): CommandRecord | undefined {
    const first = this.#commands.get(id)
    if (first === undefined) return undefined
    let last = first
    while (this.#commandAt[last + 1] === id) last += 1
    return { digest: this.#digestAt[last]!, first, last }
  }

  /** Folds what is new among these consecutive events; events already folded are passed over. */
  advance(events: ReadonlyArray<Recorded>): void {
    const first = events[0]
    if (first === undefined) return
    const fresh = first.revision === this.size ? events : events.slice(this.size - first.revision)
    for (const { leafHash, metadata, revision } of fresh) {
      const { commandDigest, commandId, recordedAt } = metadata
      if (revision === 0 || this.#commandAt[revision - 1] !== commandId)
        this.#commands.set(commandId, revision)
      this.#leaves.push(leafHash)
      this.#commandAt.push(commandId)
      this.#digestAt.push(commandDigest)
      this.#recordedAt = recordedAt
    }
    this.#state = this.fold.fold(this.#state, fresh)
  }

  /** RFC 6962 root over the first `size` events, in hexadecimal. */
  root(hasher: Hasher, size: number): string {
    const from = this.#range.size <= size ? this.#range : emptyRange
    const range = appendLeaves(
      hasher,
      from,
      this.#leaves.slice(from.size, size).map((leaf) => hashFromHex(leaf, "a leaf hash"))
    )
    if (range.size >= this.#range.size) this.#range = range
    return toHex(rootOf(hasher, range))
  }
}

// A page of a stream: a school's whole journey is one or two.
const eventsPerPage = 512

/** Reads what the stream holds beyond the history, and folds it. */
export const catchUp = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  history: History
): Effect.fn.Return<void, ReadError> {
  for (;;) {
    const from = history.size
    const slice = yield* store.readStream(history.stream, { from, limit: eventsPerPage })
    const [first] = slice.events
    if (first !== undefined && first.revision > history.size) {
      return yield* new CorruptEvent({
        stream: history.stream,
        revision: history.size,
        reason: `it is missing: event ${first.revision} follows event ${history.size - 1}`
      })
    }
    if (slice.events.length === 0 && slice.revision !== "none" && slice.revision >= history.size) {
      return yield* new CorruptEvent({
        stream: history.stream,
        revision: history.size,
        reason: `it is missing: the stream says it is at ${slice.revision}`
      })
    }
    if ((slice.revision === "none" ? -1 : slice.revision) < from - 1) {
      return yield* new CorruptEvent({
        stream: history.stream,
        revision: from - 1,
        reason: `it was read before and is gone: the stream says it is at ${slice.revision}`
      })
    }
    for (const { revision, type } of slice.events) {
      if (!history.fold.types.has(type)) {
        return yield* new CorruptEvent({
          stream: history.stream,
          revision,
          reason: `an event of type ${type} does not belong in this stream`
        })
      }
    }
    history.advance(slice.events)
    if (slice.revision === "none" || history.size > slice.revision) return
  }
})
