// Which streams have named something: what no stream knows of the others, as which networks a school has joined. An
// index only finds streams. What they say is then read as every other fact is, each up to its head.
import { Effect } from "effect"
import type { EventStore, Position, ReadError, Recorded, StreamName } from "../../event-store/index.ts"
import { passOver } from "../../projecting/pass.ts"

/** Which events name something, in streams of which kind, and what each of them names. */
export interface StreamIndex {
  /** What the names of its streams begin with, as `network-`. */
  readonly streamPrefix: string
  readonly types: ReadonlySet<string>
  readonly namedBy: (event: Recorded) => string
}

/** What is looked up: a name, in an index. */
export interface LookUp {
  readonly index: StreamIndex
  readonly name: string
}

/**
 * The streams that name something among some events, in the order in which they first did.
 * @example
 * ```ts
 * import { networksJoinedBy, streamsNaming } from "@lcqm/core"
 * streamsNaming([], networksJoinedBy("900001")) // => []
 * ```
 */
export const streamsNaming = (
  events: ReadonlyArray<Recorded>,
  { index, name }: LookUp
): ReadonlyArray<StreamName> => [
  ...new Set(
    events.flatMap((event) =>
      index.types.has(event.type) && index.namedBy(event) === name ? [event.stream] : []
    )
  )
]

interface Kept {
  at: Position | undefined
  readonly streams: Map<string, Set<StreamName>>
}

/**
 * The indexes of a store, kept in the process. The first look into one reads the store by type; each later one reads on
 * from there, so that whatever was recorded before a look is found by it. What was named once stays found.
 */
export class StreamIndexes {
  readonly #store: EventStore["Service"]
  readonly #kept = new Map<StreamIndex, Kept>()

  /** Nothing is read until something is looked up. */
  constructor(store: EventStore["Service"]) {
    this.#store = store
  }

  /** The streams that have named it, in the order in which they first did. */
  readonly streamsNaming = ({ index, name }: LookUp): Effect.Effect<ReadonlyArray<StreamName>, ReadError> =>
    Effect.map(this.#upToDate(index), ({ streams }) => [...(streams.get(name) ?? [])])

  #upToDate(index: StreamIndex): Effect.Effect<Kept, ReadError> {
    return Effect.suspend(() => {
      const kept = this.#kept.get(index) ?? { at: undefined, streams: new Map() }
      this.#kept.set(index, kept)
      // Two looks at once read the same events, each in order: a set is none the larger for it.
      const take = (events: ReadonlyArray<Recorded>, to: Position) =>
        Effect.sync(() => {
          for (const event of events) {
            const named = index.namedBy(event)
            const known = kept.streams.get(named)
            if (known === undefined) kept.streams.set(named, new Set([event.stream]))
            else known.add(event.stream)
          }
          if (kept.at === undefined || kept.at < to) kept.at = to
        })
      return Effect.as(passOver({ store: this.#store, after: kept.at, types: index.types, take }), kept)
    })
  }
}

const made = new WeakMap<EventStore["Service"], StreamIndexes>()

/** The indexes of a store: the same ones for everybody who looks, so that the store is read for them once. */
export const indexesOf = (store: EventStore["Service"]): StreamIndexes => {
  const indexes = made.get(store) ?? new StreamIndexes(store)
  made.set(store, indexes)
  return indexes
}
