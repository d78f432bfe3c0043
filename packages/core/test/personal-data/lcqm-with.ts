// An Lcqm over a store with what is kept of people beside it, as a process would open it.
import { EventStore, KeyRing, Lcqm, type LcqmOperations, type LoopOptions, PeopleRegister } from "@lcqm/core"
import { Effect, Layer } from "effect"
import type { Store } from "../properties/lcqm-over.ts"

/** What is kept of people, as far as there is any. */
export interface Beside {
  readonly keyRing?: KeyRing["Service"]
  readonly people?: PeopleRegister["Service"]
}

/** Opens Lcqm over a store. */
export const lcqmWith = (
  store: Store,
  { keyRing, people }: Beside,
  options: LoopOptions = {}
): LcqmOperations => {
  const beside = Layer.mergeAll(
    Layer.succeed(EventStore, store),
    keyRing === undefined ? Layer.empty : Layer.succeed(KeyRing, keyRing),
    people === undefined ? Layer.empty : Layer.succeed(PeopleRegister, people)
  )
  return Effect.runSync(Effect.provide(Lcqm, Layer.provide(Lcqm.layerWith(options), beside)))
}
