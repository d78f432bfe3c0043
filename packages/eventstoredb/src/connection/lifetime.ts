// Waiting for a client's promises and events: with timers of our own, since the client may wait for ever, and not
// beyond the closing of the store, which ends every wait loudly.
import { Effect } from "effect"
import { tooLate, type Trouble } from "../engine/trouble.ts"

/** Ends a wait with its outcome. */
export type Settle<A> = (outcome: Effect.Effect<A, Trouble>) => void

/** Starts what is waited for; answers with what is to be cleaned up when the wait ends. */
export type Begin<A> = (settle: Settle<A>) => (() => void) | void

const closed: Effect.Effect<never, Trouble> = Effect.fail({ _tag: "Closed" })

const nothing = (): void => {}

/** The time between opening a store and closing it. */
export class Lifetime {
  #over = false
  readonly #waits = new Set<{ readonly end: () => void }>()

  get over(): boolean {
    return this.#over
  }

  /** Ends every wait, and every one that would begin. */
  end(): void {
    this.#over = true
    for (const wait of this.#waits) wait.end()
    this.#waits.clear()
  }

  /**
   * Waits for what `begin` starts, for at most so many milliseconds. `begin` is given what settles the wait, and
   * answers with what is to be cleaned up then.
   */
  wait<A>(milliseconds: number, begin: Begin<A>): Effect.Effect<A, Trouble> {
    return Effect.callback<A, Trouble>((resume) => {
      const stop = this.waitFor(milliseconds, begin, resume)
      return Effect.sync(stop)
    })
  }

  /** The same for `done` to hear of; answers with what ends the wait without an outcome. */
  waitFor<A>(milliseconds: number, begin: Begin<A>, done: Settle<A>): () => void {
    if (this.#over) {
      done(closed)
      return nothing
    }
    let cleanUp: (() => void) | void
    let settled = false
    const stop = () => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      this.#waits.delete(wait)
      cleanUp?.()
    }
    const settle: Settle<A> = (outcome) => {
      if (settled) return
      stop()
      done(outcome)
    }
    const wait = { end: () => settle(closed) }
    const timer =
      milliseconds === Infinity
        ? undefined
        : setTimeout(() => settle(Effect.fail(tooLate(milliseconds))), milliseconds)
    this.#waits.add(wait)
    cleanUp = begin(settle)
    if (settled) cleanUp?.()
    return stop
  }
}
