// What the laws of projections compare with: the store's own events.
import type { Recorded } from "@lcqm/core"
import { type Effect, Stream } from "effect"
import type { Store } from "../../store/law.ts"

/** Every event of the store, in its order. */
export const allOf = (store: Store): Effect.Effect<ReadonlyArray<Recorded>, unknown> =>
  Stream.runCollect(store.readAll())
