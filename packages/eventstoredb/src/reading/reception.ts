// Following the engine's log from a place on: one open call at a time, and another from the last record handed over
// when it drops. A drop is an error that may pass as much as an end: the engine has no end.
import type { StoreFailure } from "@lcqm/core"
import { Effect, Random } from "effect"
import { performance } from "node:perf_hooks"
import type { Connection } from "../connection/connection.ts"
import type { Drawing } from "../engine/drawing.ts"
import type { EngineRecord } from "../engine/engine-client.ts"
import type { Trouble } from "../engine/trouble.ts"
import { failureOf, isRetryable } from "../failure.ts"
import { ordinalOf } from "../stored-event.ts"

/** Records that came together. */
export interface Received {
  readonly records: ReadonlyArray<EngineRecord>
  /** Whether there was no more behind them, as far as the server has said. */
  readonly caughtUp: boolean
  /** How far the server has looked: the position of the last record, or beyond. */
  readonly reached: bigint
}

const ended: Trouble = { _tag: "Unreachable", reason: "the call ended by itself", sent: true, late: false }

// Some hundredths of a second at first, two seconds at last; random, so that not all come back at once.
const pauseBefore = (times: number): Effect.Effect<number> =>
  Effect.map(Random.next, (random) => Math.min(2_000, 20 * 2 ** Math.min(times, 7)) * (0.5 + random / 2))

/** Follows the streams of a prefix; to be stopped by whoever begins it. */
export class Reception {
  readonly #connection: Connection
  readonly #prefix: string
  #after: bigint
  #reached: bigint
  #drawing: Drawing | undefined
  // Until the server goes over to what comes, it has something to say: an event, or how far it has looked.
  #live = false
  #failures = 0
  #failingSince = 0

  /** From behind this position; -1n is the beginning. */
  constructor(connection: Connection, prefix: string, after: bigint) {
    this.#connection = connection
    this.#prefix = prefix
    this.#after = after
    this.#reached = after
  }

  /** The position of the last record handed over, or where the reception began. */
  get after(): bigint {
    return this.#after
  }

  get #opened(): Effect.Effect<Drawing, Trouble> {
    if (this.#drawing !== undefined) return Effect.succeed(this.#drawing)
    const fromPosition = this.#after < 0n ? "start" : { commit: this.#after, prepare: this.#after }
    return Effect.tap(
      this.#connection.opening((client, checkpoint) =>
        client.subscribe({
          fromPosition,
          prefix: this.#prefix,
          onCheckpoint: ({ commit }) => checkpoint(commit)
        })
      ),
      (drawing) => Effect.sync(() => void (this.#drawing = drawing))
    )
  }

  /** What comes next. Waits for it for ever; what fails is not a drop. */
  next(): Effect.Effect<Received, StoreFailure> {
    return Effect.suspend(() => this.#opened).pipe(
      Effect.flatMap((drawing) =>
        this.#connection.draw(drawing, this.#live ? Infinity : this.#connection.deadline)
      ),
      Effect.flatMap((drawn): Effect.Effect<Received, Trouble> => {
        const { checkpoint, drained, live, records } = drawn
        if (records.length === 0 && drawn.ended) return Effect.fail(ended)
        this.#live = live
        if (live || records.length > 0) this.#failures = 0
        const last = records.at(-1)
        if (last !== undefined) this.#after = ordinalOf(last)
        for (const looked of [this.#after, drained ? (checkpoint ?? -1n) : -1n]) {
          if (looked > this.#reached) this.#reached = looked
        }
        return Effect.succeed({ records, caughtUp: drained && live, reached: this.#reached })
      }),
      Effect.catch((trouble) => this.#dropped(trouble))
    )
  }

  #dropped(trouble: Trouble): Effect.Effect<Received, StoreFailure> {
    return Effect.suspend(() => {
      this.stop(trouble)
      const now = performance.now()
      if (this.#failures === 0) this.#failingSince = now
      this.#failures += 1
      const isOver = now - this.#failingSince > this.#connection.patience
      return !isRetryable(trouble) || isOver
        ? Effect.fail(failureOf(this.#connection.told("reading all streams"), trouble))
        : Effect.flatMap(
            Effect.flatMap(pauseBefore(this.#failures), (pause) => Effect.sleep(pause)),
            () => this.next()
          )
    })
  }

  /** Ends the call that is open. */
  stop(trouble?: Trouble): void {
    this.#drawing?.stop(trouble)
    this.#drawing = undefined
    this.#live = false
  }
}
