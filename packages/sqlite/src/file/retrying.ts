// Waiting for a file that another process is writing: by asking again after a while, so that the event loop goes
// on meanwhile, and not for ever.
import type { StoreFailure } from "@lcqm/core"
import { Effect } from "effect"
import { failureOf, isBusy } from "./sqlite-failure.ts"

// Short at first, since most locks are held for a millisecond; random, so that two who wait do not meet again.
const longestPause = 25

/** How long to wait before asking for the so-many-th time, in milliseconds. */
export const pauseBefore = (attempt: number): number =>
  Math.min(longestPause, 2 ** Math.min(attempt, 6)) * (0.5 + Math.random() / 2)

// SQLite's and the file system's errors carry a code; what has none is a mistake of the program.
const isFromOutside = (error: unknown): boolean =>
  error instanceof Error && typeof Reflect.get(error, "code") === "string"

/** Does something on the file; where it is locked, again and again until `patience` milliseconds are over. */
export const whenFree = <A>(
  store: string,
  patience: number,
  work: () => A
): Effect.Effect<A, StoreFailure> => {
  const attempt = (times: number, deadline: number): Effect.Effect<A, StoreFailure> =>
    Effect.suspend(() => {
      try {
        return Effect.succeed(work())
      } catch (error) {
        if (isBusy(error) && Date.now() < deadline) {
          return Effect.andThen(Effect.sleep(pauseBefore(times)), attempt(times + 1, deadline))
        }
        return isFromOutside(error) ? Effect.fail(failureOf(store, error)) : Effect.die(error)
      }
    })
  return Effect.suspend(() => attempt(0, Date.now() + patience))
}
