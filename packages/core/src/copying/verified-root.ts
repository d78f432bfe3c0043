// What a whole store comes down to: how many events, and the root over them. Two stores with the same of both hold
// the same events in the same order, to the byte.
import {
  appendLeaf,
  canonicalBytes,
  emptyRange,
  type Hasher,
  hashFromHex,
  leafHashHex,
  rootOf,
  toHex
} from "@lcqm/ledger"
import { Effect, Stream } from "effect"
import { CorruptEvent, type EventStore, type ReadError, stampedOf } from "../event-store/index.ts"

/** A store's events, counted and hashed. */
export interface StoreRoot {
  readonly events: number
  /** The RFC 6962 root over the leaves of all events in the store's order, 64 hexadecimal digits. */
  readonly root: string
}

/** The root of events that pass by, one after the other. */
export class RootOfPassing {
  readonly #hasher: Hasher
  #range = emptyRange

  constructor(hasher: Hasher) {
    this.#hasher = hasher
  }

  add(leafHash: string): void {
    this.#range = appendLeaf(this.#hasher, this.#range, hashFromHex(leafHash, "an event's leaf hash"))
  }

  get now(): StoreRoot {
    return { events: this.#range.size, root: toHex(rootOf(this.#hasher, this.#range)) }
  }
}

/**
 * Reads every event of a store and computes the root, each leaf from the event's own bytes: an event that is not
 * what was hashed when it was recorded is a CorruptEvent that names it.
 * @example
 * ```ts
 * import { EventStore, verifiedRoot } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const program = Effect.flatMap(EventStore, verifiedRoot)
 * const { events, root } = await Effect.runPromise(Effect.provide(program, memoryStore()))
 * events // => 0
 * root.slice(0, 8) // => "e3b0c442"
 * ```
 */
export const verifiedRoot = (store: EventStore["Service"]): Effect.Effect<StoreRoot, ReadError> =>
  Effect.gen(function* () {
    const { hasher } = store.codec
    const passing = new RootOfPassing(hasher)
    yield* Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.gen(function* () {
        for (const event of events) {
          const { leafHash, revision, stream } = event
          if (leafHashHex(hasher, canonicalBytes(stampedOf(event))) !== leafHash) {
            const reason = "its bytes are not those that were hashed when it was recorded"
            return yield* new CorruptEvent({ stream, revision, reason })
          }
          passing.add(leafHash)
        }
      })
    )
    return passing.now
  })
