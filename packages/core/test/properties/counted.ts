// A property that never met a class of cases has said nothing about it: every property here counts what its runs
// reached, prints the counts, and fails where a class was not met.
import { expect } from "vitest"

/** Counts the classes of cases that a property is to reach. */
export class Counted {
  readonly #of: string
  readonly #counts = new Map<string, number>()
  readonly #needed: ReadonlyArray<string>

  /** `needed`: the classes that must be met; any other is counted and shown too. */
  constructor(of: string, needed: ReadonlyArray<string>) {
    this.#of = of
    this.#needed = needed
    for (const name of needed) this.#counts.set(name, 0)
  }

  count(name: string, times = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times)
  }

  /** Prints the counts, and fails unless every class needed was met so many times. */
  expectEach(atLeast = 1): void {
    const counts = [...this.#counts].toSorted(([, a], [, b]) => b - a)
    console.info(`${this.#of}: ${counts.map(([name, count]) => `${name} ${count}`).join(", ")}`)
    const missed = this.#needed.filter((name) => (this.#counts.get(name) ?? 0) < atLeast)
    expect(missed, `${this.#of}: met fewer than ${atLeast} times`).toEqual([])
  }
}
