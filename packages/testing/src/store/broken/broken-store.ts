// A store that breaks a law on purpose, by a few lines around a good one: the proof that the law bites.
import { EventStore } from "@lcqm/core"
import { Effect, Layer } from "effect"
import type { StoreAdapter } from "../adapter.ts"
import { open, type Store } from "../law.ts"

/** A store that is broken on purpose. */
export interface BrokenStore {
  readonly name: string
  /** What is wrong with it, and where such a thing was seen. */
  readonly wrong: string
  /** The laws it fails; it keeps every other. The first is the one made for it. */
  readonly fails: readonly [string, ...Array<string>]
  /** Breaks a good store. */
  readonly broken: (good: Store) => Store
}

/** The adapter whose stores are broken so. */
export const brokenAdapter = (good: StoreAdapter, { broken, name }: BrokenStore): StoreAdapter => ({
  ...good,
  name,
  store: (codec, place) => Layer.effect(EventStore, Effect.map(open(good.store(codec, place)), broken)),
  against: good,
  runs: 25,
  patience: 3000,
  shrink: false
})
