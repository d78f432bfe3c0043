// Stores and Lcqms for the properties: several Lcqms over one store are what several processes are over one file.
import {
  codecOf,
  EventStore,
  exactly,
  Lcqm,
  lcqmCatalogue,
  type LcqmOperations,
  type LoopOptions,
  noStream,
  type Recorded,
  stampedOf
} from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore, memoryStoreWith } from "@lcqm/memory"
import { Effect, Layer, Stream } from "effect"

/** The scheme of every small world. */
export const scheme = "lcqm"

/** One codec for all tests: its schemas are compiled once. */
export const codec = codecOf(lcqmCatalogue, nodeHasher)

export type Store = EventStore["Service"]

/** A new, empty store. */
export const emptyStore = (): Store => makeMemoryStore(codec)

/** A new, empty store as a layer. */
export const emptyStoreLayer = (): Layer.Layer<EventStore> => memoryStoreWith(codec)

/** An Lcqm of its own over a store, as another process would open it. */
export const lcqmOver = (store: Store, options: LoopOptions = {}): LcqmOperations =>
  Effect.runSync(
    Effect.provide(Lcqm, Layer.provide(Lcqm.layerWith(options), Layer.succeed(EventStore, store)))
  )

/** A new store that holds these events, which are the first of a store, in its order. */
export const storeHolding = (events: ReadonlyArray<Recorded>): Store => {
  const store = emptyStore()
  for (const event of events) {
    const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
    Effect.runSync(store.append(event.stream, expected, [stampedOf(event)]))
  }
  return store
}

/** Every event of a store, in its order. */
export const eventsOf = (store: Store): ReadonlyArray<Recorded> =>
  Effect.runSync(Stream.runCollect(store.readAll()))

/** The events of each stream, in order. */
export const byStream = (events: ReadonlyArray<Recorded>): ReadonlyMap<string, ReadonlyArray<Recorded>> => {
  const streams = new Map<string, Array<Recorded>>()
  for (const event of events) {
    const known = streams.get(event.stream)
    if (known === undefined) streams.set(event.stream, [event])
    else known.push(event)
  }
  return streams
}
