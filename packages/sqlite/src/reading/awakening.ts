// How those who wait learn of an append: at once where it was made over this connection, and by asking SQLite a
// few dozen times a second whether another connection has committed, where it was not. Nobody waits, nobody asks.
import { Effect } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { numberIn } from "../file/columns.ts"

/** Wakes whoever waits for an append. */
export class Awakening {
  readonly #version: Statement
  readonly #pollEvery: number
  readonly #waiting = new Set<() => void>()
  #seen: number | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database, pollEvery: number) {
    // Changes when another connection has committed.
    this.#version = database.prepare("PRAGMA data_version")
    this.#pollEvery = pollEvery
  }

  /** Waits until something may have been appended since the look that `isOver` compares with. */
  wait(isOver: () => boolean): Effect.Effect<void> {
    return Effect.callback<void>((resume) => {
      const wake = () => resume(Effect.void)
      this.#waiting.add(wake)
      this.#timer ??= setInterval(() => this.#poll(), this.#pollEvery)
      // What came before the interval was set must not be slept through.
      if (this.#asked(isOver)) this.wakeAll()
      return Effect.sync(() => {
        this.#waiting.delete(wake)
        this.#rest()
      })
    })
  }

  /** Wakes everyone. */
  wakeAll(): void {
    const woken = [...this.#waiting]
    this.#waiting.clear()
    this.#rest()
    for (const wake of woken) wake()
  }

  #poll(): void {
    const version = this.#read()
    if (version === this.#seen) return
    this.#seen = version
    this.wakeAll()
  }

  // Where the file cannot be read just now, those who wait are woken: they look again, and say what is wrong.
  #asked(isOver: () => boolean): boolean {
    try {
      return isOver()
    } catch {
      return true
    }
  }

  #read(): number | undefined {
    try {
      return numberIn(this.#version.get(), "data_version")
    } catch {
      return undefined
    }
  }

  #rest(): void {
    if (this.#waiting.size > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
