// The memory store on Node: for tests, for trying things out, and for programs that need no history tomorrow.
import { codecOf, type EventStore, lcqmCatalogue } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import type { Layer } from "effect"
import { memoryStoreWith } from "./portable.ts"

export { makeMemoryKeyRing, memoryKeyRing } from "./personal-data/key-ring.ts"
export { makeMemoryPeopleRegister, memoryPeopleRegister } from "./personal-data/people-register.ts"
export { makeMemoryStore, type MemoryStore, memoryStoreWith } from "./portable.ts"

/**
 * A new store in memory for the events of the domain. The layer stands for one store: opened twice, both see
 * the same events.
 * @example
 * ```ts
 * import { openLcqm } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * const store = memoryStore()
 * const lcqm = openLcqm({ store })
 * await lcqm.cohorts() // => { ok: true, value: [] }
 * ```
 */
export const memoryStore = (): Layer.Layer<EventStore> => memoryStoreWith(codecOf(lcqmCatalogue, nodeHasher))
