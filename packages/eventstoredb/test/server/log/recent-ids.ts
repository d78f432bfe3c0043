// Where recently recorded events are by their ids: all that an append with "any" or "stream exists" is compared with.
// It lives in memory and is bounded, which is why such an append is only idempotent as far as it goes.

export interface Place {
  readonly stream: string
  readonly revision: number
}

export class RecentIds {
  readonly #places = new Map<string, Place>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  put(id: string, place: Place): void {
    this.#places.delete(id)
    this.#places.set(id, place)
    if (this.#places.size <= this.#limit) return
    for (const oldest of this.#places.keys()) {
      this.#places.delete(oldest)
      return
    }
  }

  get(id: string): Place | undefined {
    return this.#places.get(id)
  }

  forget(): void {
    this.#places.clear()
  }
}
