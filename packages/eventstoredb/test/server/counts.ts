// How many calls a node has had, for tests that count what a client did.

export class Counts {
  appends = 0
  reads = 0
  subscriptions = 0
  /** How often a live subscription fell back to reading the log, because its reader was too slow. */
  fellBehind = 0
  readonly #open = new Set<{ readonly waiting: () => number }>()

  get open(): number {
    return this.#open.size
  }

  /** How many messages wait in the process for readers that take none. */
  get waiting(): number {
    let messages = 0
    for (const call of this.#open) messages += call.waiting()
    return messages
  }

  /** Counts a call as open until the function returned is called. */
  opened(waiting: () => number = () => 0): () => void {
    const call = { waiting }
    this.#open.add(call)
    return () => void this.#open.delete(call)
  }
}
