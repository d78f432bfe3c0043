// A store with a callback at every moment at which something can come between: others write, a fiber is
// interrupted, an answer is lost. What the loop promises, it promises whatever happens there.
import type { AppendError, ReadError } from "@lcqm/core"
import { Effect } from "effect"
import type { Store } from "../properties/lcqm-over.ts"

/** A moment between the loop and the store. */
export type Moment = "before read" | "after read" | "before append" | "after append"

/** The store, with a callback at every moment of a read or an append of one stream. */
export const withMoments = (
  store: Store,
  at: (moment: Moment, stream: string) => Effect.Effect<void, AppendError & ReadError>
): Store => {
  const around = <A, E>(what: "read" | "append", stream: string, effect: Effect.Effect<A, E>) =>
    Effect.suspend(() => at(`before ${what}`, stream)).pipe(
      Effect.andThen(effect),
      Effect.tap(() => at(`after ${what}`, stream))
    )
  return {
    ...store,
    readStream: (stream, range) => around("read", stream, store.readStream(stream, range)),
    append: (stream, expected, events) => around("append", stream, store.append(stream, expected, events))
  }
}

/** The store, letting other fibers run at every moment. */
export const inTurns = (store: Store): Store => withMoments(store, () => Effect.yieldNow)

/** The store, the answers to the appends counted: how many were recorded, and how many met a conflict. */
export const counting = (
  store: Store
): { readonly store: Store; readonly appends: { recorded: number; conflicts: number } } => {
  const appends = { recorded: 0, conflicts: 0 }
  return {
    appends,
    store: {
      ...store,
      append: (stream, expected, events) =>
        store.append(stream, expected, events).pipe(
          Effect.tap(() => Effect.sync(() => (appends.recorded += 1))),
          Effect.tapError(() => Effect.sync(() => (appends.conflicts += 1)))
        )
    }
  }
}
