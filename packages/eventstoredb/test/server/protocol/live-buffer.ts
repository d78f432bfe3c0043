// What was committed while a subscription was not yet looking. It holds so much and no more: when a reader is too slow
// the oldest are dropped, the gap shows in the numbering, and the subscription goes back to reading the log.
import type { Recorded } from "../log/recorded.ts"

export interface Live {
  readonly sequence: number
  readonly record: Recorded
  /** Whether only the place is to be told, not the event. */
  readonly checkpoint: boolean
}

export class LiveBuffer {
  readonly #limit: number
  readonly #held: Array<Live> = []
  #sequence = 0
  #closed = false
  #wake: (() => void) | undefined

  constructor(limit: number) {
    this.#limit = limit
  }

  push(record: Recorded, checkpoint: boolean): void {
    this.#sequence += 1
    this.#held.push({ sequence: this.#sequence, record, checkpoint })
    if (this.#held.length > this.#limit) this.#held.shift()
    this.#wake?.()
  }

  close(): void {
    this.#closed = true
    this.#wake?.()
  }

  /** The next one, once there is one; nothing after the buffer was closed. */
  async next(): Promise<Live | undefined> {
    while (this.#held.length === 0 && !this.#closed)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    this.#wake = undefined
    return this.#closed ? undefined : this.#held.shift()
  }
}
