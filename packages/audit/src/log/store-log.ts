// A store's events as the leaves of the operator's log: which leaf an event is, and the tree over them all. Read
// through the port, so that it is the same log whatever engine keeps the events.
import type { EventStore, Position, ReadError } from "@lcqm/core"
import {
  hashFromHex,
  type Hasher,
  merkleRoot,
  type Subtrees,
  subtreesOfLeaves,
  type TreeHead
} from "@lcqm/ledger"
import { Effect, Stream } from "effect"

/** The log of a store, as far as it reached when it was read. Indices and sizes count events from 0. */
export interface StoreLog {
  readonly size: number
  /** The hashes of the tree's perfect subtrees: what proofs are made of. */
  readonly subtrees: Subtrees
  readonly leafHashAt: (index: number) => Uint8Array
  /** The index of the event at a position of the store; undefined where it came after the log was read. */
  readonly indexOf: (position: Position) => number | undefined
  /** Size and root of the tree over the first `size` events, which are no more than the log has. */
  readonly headAt: (size: number) => TreeHead
}

/**
 * Reads a store's log: every event once, of which it keeps a hash and a position.
 * @example
 * ```ts
 * import { storeLog } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const log = Effect.flatMap(EventStore, storeLog)
 * const { size } = await Effect.runPromise(Effect.provide(log, memoryStore()))
 * size // => 0
 * ```
 */
export const storeLog = (store: EventStore["Service"]): Effect.Effect<StoreLog, ReadError> =>
  Effect.gen(function* () {
    const leaves: Array<Uint8Array> = []
    const indices = new Map<Position, number>()
    yield* Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.sync(() => {
        for (const { leafHash, position } of events) {
          indices.set(position, leaves.length)
          leaves.push(hashFromHex(leafHash, "a leaf hash of the store"))
        }
      })
    )
    return logOver(store.codec.hasher, leaves, indices)
  })

const logOver = (
  hasher: Hasher,
  leaves: ReadonlyArray<Uint8Array>,
  indices: ReadonlyMap<Position, number>
): StoreLog => {
  const leafHashAt = (index: number): Uint8Array => {
    const leaf = leaves[index]
    if (leaf === undefined) throw new RangeError(`The log has ${leaves.length} events, and none at ${index}.`)
    return leaf
  }
  return {
    size: leaves.length,
    subtrees: subtreesOfLeaves(hasher, leafHashAt),
    leafHashAt,
    indexOf: (position) => indices.get(position),
    headAt: (size) => ({ size, root: merkleRoot(hasher, leaves.slice(0, size)) })
  }
}
