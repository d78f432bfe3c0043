// So many at once and no more: whoever comes when all places are taken waits, in the order of arrival. In plain calls and
// without a fiber's machinery, since every append passes through here.

/** A number of places. */
export class Places {
  #free: number
  readonly #waiting = new Set<() => void>()

  constructor(places: number) {
    this.#free = places
  }

  /**
   * Enters at once, or when a place is given back. `enter` is told how to leave again, and so is the caller, who may leave
   * before there was a place. Twice is once.
   */
  enter(enter: (leave: () => void) => void): () => void {
    let isIn = this.#free > 0
    let hasLeft = false
    const take = () => {
      isIn = true
      enter(leave)
    }
    const leave = () => {
      if (hasLeft) return
      hasLeft = true
      if (isIn) this.#giveBack()
      else this.#waiting.delete(take)
    }
    if (isIn) {
      this.#free -= 1
      take()
    } else this.#waiting.add(take)
    return leave
  }

  #giveBack(): void {
    const [next] = this.#waiting
    if (next === undefined) this.#free += 1
    else {
      this.#waiting.delete(next)
      next()
    }
  }
}
