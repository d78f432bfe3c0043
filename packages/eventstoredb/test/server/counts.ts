// How many calls a node has had, for tests that count what a client did.

export class Counts {
  appends = 0
  reads = 0
  subscriptions = 0
  /** How often a live subscription fell back to reading the log, because its reader was too slow. */
  fellBehind = 0
  readonly #open = new Set<object>()

  get open(): number {
    return this.#open.size
  }

  /** Counts a call as open until the function returned is called. */
  opened(): () => void {
    const call = {}
    this.#open.add(call)
    return () => void this.#open.delete(call)
  }
}
