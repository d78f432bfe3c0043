// Waiting for a client's promises and events: with timers of our own, since the client may wait for ever, and not
// beyond the closing of the store, which ends every wait loudly.
import { Effect } from "effect"
import { tooLate, type Trouble } from "./engine/trouble.ts"

/** Ends a wait with its outcome. */
export type Settle<A> = (outcome: Effect.Effect<A, Trouble>) => void

const closed: Effect.Effect<never, Trouble> = Effect.fail({ _tag: "Closed" })

/** The time between opening a store and closing it. */
export class Lifetime {
  #over = false
  readonly #ends = new Set<() => void>()

  get over(): boolean {
    return this.#over
  }

  /** Ends every wait, and every one that would begin. */
  end(): void {
    this.#over = true
    for (const end of this.#ends) end()
    this.#ends.clear()
  }

  /**
   * Waits for what `begin` starts, for at most so many milliseconds. `begin` is given what settles the wait, and
   * answers with what is to be cleaned up then.
   */
  wait<A>(
    milliseconds: number,
    begin: (settle: Settle<A>) => (() => void) | void
  ): Effect.Effect<A, Trouble> {
    return Effect.callback<A, Trouble>((resume) => {
      if (this.#over) return resume(closed)
      let cleanUp: (() => void) | void
      let settled = false
      const finish = () => {
        settled = true
        clearTimeout(timer)
        this.#ends.delete(end)
        cleanUp?.()
      }
      const settle: Settle<A> = (outcome) => {
        if (settled) return
        finish()
        resume(outcome)
      }
      const end = () => settle(closed)
      const timer =
        milliseconds === Infinity
          ? undefined
          : setTimeout(() => settle(Effect.fail(tooLate(milliseconds))), milliseconds)
      this.#ends.add(end)
      cleanUp = begin(settle)
      if (settled) cleanUp?.()
      return Effect.sync(finish)
    })
  }
}
