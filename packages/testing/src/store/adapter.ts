// What an adapter says about itself to be put to the laws: how a store is made, and what it is known not to keep.
import type { Codec, EventStore } from "@lcqm/core"
import type { Effect, Layer } from "effect"

/**
 * The laws an adapter may declare not to hold, and no others. A15, G03, I03, I06 and I16 are for engines whose
 * own rules cannot be changed; I17, L02, L04, L06 and L07 for stores that keep nothing in a file. A declared law
 * is tested to fail in the way declared.
 * @example
 * ```ts
 * import { declarableLaws } from "@lcqm/testing/store"
 * declarableLaws.length // => 10
 * ```
 */
export const declarableLaws = ["A15", "G03", "I03", "I06", "I16", "I17", "L02", "L04", "L06", "L07"] as const

/** A law that an adapter may declare not to hold. */
export type DeclarableLaw = (typeof declarableLaws)[number]

/** A store as a layer, whatever can go wrong on opening it. */
export type StoreLayer = Layer.Layer<EventStore, unknown>

/** A place that was written before, and how many events are in it. */
export interface EarlierPlace {
  /** Which schema wrote it, in words. */
  readonly schema: string
  readonly store: StoreLayer
  readonly events: number
}

/** A place that belongs to another program. */
export interface ForeignPlace {
  /** Whose it is, in words. */
  readonly what: string
  readonly store: StoreLayer
  /** Whether it is byte for byte what it was. */
  readonly untouched: () => boolean
}

/** What a store that keeps a file is asked beside: laws L02, L04, L06 and L07. */
export interface FileStore {
  /** A place written by each earlier schema; none where there was no earlier one. */
  readonly earlierPlaces: (codec: Codec) => ReadonlyArray<EarlierPlace>
  /** Places that are not ours. */
  readonly foreignPlaces: (codec: Codec) => ReadonlyArray<ForeignPlace>
  /** Appends so many events to the stream from another process, one an append; fails where that one failed. */
  readonly appendElsewhere: (place: string, stream: string, count: number) => Effect.Effect<void, unknown>
  /**
   * Starts a process that appends to the stream, two events an append, and acknowledges each append; kills it
   * (SIGKILL) at some moment, and answers how many events it had acknowledged.
   */
  readonly killWhileAppending: (place: string, stream: string) => Effect.Effect<number, unknown>
}

/** An adapter of the event store port, as the conformance suite needs it. */
export interface StoreAdapter {
  /** What the adapter is called in test titles, as `memory`. */
  readonly name: string
  /**
   * A layer that stands for the store at a place, a text of lower-case letters, digits and hyphens; at a place
   * not named before it is empty. Built twice, the layer opens the store twice: both see the same events, and
   * closing one leaves the other open. Where a file is kept, the same place is the same store, also for another
   * layer and another process.
   */
  readonly store: (codec: Codec, place: string) => StoreLayer
  readonly declared?: ReadonlyArray<DeclarableLaw>
  /** Given by every adapter that keeps a file; the others declare I17, L02, L04, L06 and L07. */
  readonly file?: FileStore
  /** Cuts the store's connections as a network would, where it has any (U13). */
  readonly dropConnections?: Effect.Effect<void>
  /** Another adapter, whose answers are to be the same (M3); unless given, a second store of this one. */
  readonly against?: StoreAdapter
  /** How many random histories each model-based law tries; 40 unless told otherwise. */
  readonly runs?: number
  /** Where they begin; 1 unless told otherwise. The same seed tries the same histories. */
  readonly seed?: number
  /** How long a law waits for what must come, in milliseconds; 10,000 unless told otherwise. */
  readonly patience?: number
  /** Whether a failing history is shortened before it is shown, which takes a while; yes unless told otherwise. */
  readonly shrink?: boolean
}
