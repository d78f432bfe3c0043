// The memory store for where there is no Node: give it a codec, and with it a hasher.
import { type Codec, EventStore } from "@lcqm/core"
import { Effect, Layer } from "effect"
import { Log } from "./log.ts"
import { openLog, portOf } from "./memory-store.ts"

export { makeMemoryKeyRing, memoryKeyRing } from "./personal-data/key-ring.ts"
export { makeMemoryPeopleRegister, memoryPeopleRegister } from "./personal-data/people-register.ts"
export { makeMemoryStore, type MemoryStore } from "./memory-store.ts"

/**
 * A store in memory, with a codec of your own. The layer stands for one store: opened twice, both see the same
 * events; closing one leaves the other open.
 * @example
 * ```ts
 * import { codecOf, EventStore, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { memoryStoreWith } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const layer = memoryStoreWith(codecOf(lcqmCatalogue, nodeHasher))
 * const head = Effect.flatMap(EventStore, (store) => store.head())
 * await Effect.runPromise(Effect.provide(head, layer)) // => { revision: "none", position: "none" }
 * ```
 */
export const memoryStoreWith = (codec: Codec): Layer.Layer<EventStore> => {
  const log = new Log(codec)
  return Layer.fresh(
    Layer.effect(
      EventStore,
      Effect.map(
        Effect.acquireRelease(
          Effect.sync(() => openLog(log)),
          ({ close }) => close
        ),
        portOf
      )
    )
  )
}
