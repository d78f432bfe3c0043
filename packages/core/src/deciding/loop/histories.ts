// The histories the loop keeps between commands: most of a command's cost is folding its stream again. Only
// so many are kept, the least recently used going first; and commands to one stream wait for each other here.
import { Effect, Semaphore } from "effect"
import type { StreamName } from "../../event-store/index.ts"
import type { Fold } from "../declaring/fold.ts"
import { History } from "./history.ts"

/** The histories of recently used streams. */
export class Histories {
  readonly #most: number
  readonly #kept = new Map<StreamName, History>()
  readonly #queues = new Map<StreamName, { readonly semaphore: Semaphore.Semaphore; waiting: number }>()

  /** `most`: how many streams' states are kept; 0 keeps none, so that every command reads its whole stream. */
  constructor(most: number) {
    this.#most = most
  }

  /** The stream's history as far as it is known, which may be not at all. */
  of(stream: StreamName, fold: Fold<unknown>): History {
    const kept = this.#kept.get(stream)
    if (kept !== undefined) {
      this.#kept.delete(stream)
      this.#kept.set(stream, kept)
      return kept
    }
    const history = new History(stream, fold)
    if (this.#most > 0) {
      this.#kept.set(stream, history)
      if (this.#kept.size > this.#most) {
        const [oldest] = this.#kept.keys()
        if (oldest !== undefined) this.#kept.delete(oldest)
      }
    }
    return history
  }

  /** Drops what is known of a stream, so that it is read again from its beginning. */
  forget(stream: StreamName): void {
    this.#kept.delete(stream)
  }

  /** Runs one effect of a stream at a time, in the order they came. */
  readonly queued = <A, E, R>(stream: StreamName, effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const queue = this.#queues.get(stream) ?? { semaphore: Semaphore.makeUnsafe(1), waiting: 0 }
      this.#queues.set(stream, queue)
      queue.waiting += 1
      return Effect.ensuring(
        queue.semaphore.withPermits(1)(effect),
        Effect.sync(() => {
          queue.waiting -= 1
          if (queue.waiting === 0) this.#queues.delete(stream)
        })
      )
    })
}
