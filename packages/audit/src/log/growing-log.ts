// The log of a store that is signed again and again: what is kept between two checkpoints is one hash per power of two
// and where to read on, so that the next one costs what came since and nothing for the length of the past.
import { type EventStore, Position, type ReadError } from "@lcqm/core"
import {
  appendLeaves,
  type CompactRange,
  emptyRange,
  hashFromHex,
  type Hasher,
  rangeFromJson,
  rangeToJson,
  rootOf,
  type Subtrees,
  subtreesGrownFrom,
  type TreeHead
} from "@lcqm/ledger"
import { Effect, Schema, Stream } from "effect"

/** What is kept of a log between two checkpoints. */
export interface KeptLog {
  readonly range: CompactRange
  /** The position of its last event; undefined where there is none. */
  readonly after: Position | undefined
}

/** The log of no events. */
export const emptyLog: KeptLog = { range: emptyRange, after: undefined }

/** A log as it has grown since it was kept: enough to sign the next checkpoint. */
export interface GrownLog {
  readonly size: number
  /** The subtrees of any proof that it only grew since it was kept. */
  readonly subtrees: Subtrees
  readonly headAt: (size: number) => TreeHead
  /** What to keep once its checkpoint is signed. */
  readonly kept: KeptLog
}

const grownFrom = (
  hasher: Hasher,
  { range }: KeptLog,
  fresh: ReadonlyArray<Uint8Array>,
  after: Position | undefined
): GrownLog => {
  const whole = appendLeaves(hasher, range, fresh)
  const leafHashAt = (index: number): Uint8Array => {
    const leaf = fresh[index - range.size]
    if (leaf === undefined) throw new RangeError(`Only events ${range.size} to ${whole.size - 1} were read.`)
    return leaf
  }
  return {
    size: whole.size,
    subtrees: subtreesGrownFrom(hasher, range, leafHashAt),
    headAt: (size) => {
      if (size < range.size)
        throw new RangeError(`The log is kept from ${range.size} events on, not from ${size}.`)
      const upTo = appendLeaves(hasher, range, fresh.slice(0, size - range.size))
      return { size, root: rootOf(hasher, upTo) }
    },
    kept: { range: whole, after }
  }
}

/**
 * Reads on where a log was kept.
 * @example
 * ```ts
 * import { emptyLog, readOn } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const grown = Effect.flatMap(EventStore, (store) => readOn(store, emptyLog))
 * const { size } = await Effect.runPromise(Effect.provide(grown, memoryStore()))
 * size // => 0
 * ```
 */
export const readOn = (store: EventStore["Service"], kept: KeptLog): Effect.Effect<GrownLog, ReadError> =>
  Effect.gen(function* () {
    const fresh: Array<Uint8Array> = []
    let { after } = kept
    const since = store.readAll({ asStored: true, ...(after === undefined ? {} : { after }) })
    yield* Stream.runForEachArray(since, (events) =>
      Effect.sync(() => {
        for (const { leafHash, position } of events) {
          fresh.push(hashFromHex(leafHash, "a leaf hash of the store"))
          after = position
        }
      })
    )
    // Nothing comes after the end of a store that lost events: it is as long as it says itself.
    const { revision } = yield* store.head()
    const grown = grownFrom(store.codec.hasher, kept, fresh, after)
    const has = revision === "none" ? 0 : revision + 1
    return has < grown.size ? { ...grown, size: has } : grown
  })

const KeptJson = Schema.Struct({ range: Schema.Unknown, after: Schema.optionalKey(Position) })

/** What is kept of a log, as JSON. */
export const keptLogJson = ({ after, range }: KeptLog): unknown => ({
  range: rangeToJson(range),
  ...(after === undefined ? {} : { after })
})

/** What {@link keptLogJson} wrote; throws a Malformed or a SchemaError on anything else. */
export const keptLogOf = (json: unknown): KeptLog => {
  const { after, range } = Schema.decodeUnknownSync(KeptJson)(json)
  return { range: rangeFromJson(range), after }
}
