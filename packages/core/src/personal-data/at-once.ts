// An answer that may come at once or later, as an effect that waits only where it must.
import { Effect } from "effect"
import type { AtOnceOrLater } from "./text-cipher.ts"

/** The answer; a Promise is waited for, anything else is there already. */
export const atOnce = <A>(answer: () => AtOnceOrLater<A>): Effect.Effect<A> =>
  Effect.suspend(() => {
    const given = answer()
    return given instanceof Promise ? Effect.promise(() => given) : Effect.succeed(given)
  })
