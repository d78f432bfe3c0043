// Properties here must not hold for want of cases: each counts what its runs reached, and fails with the counts
// if a class was met too seldom.
/** Counts of the classes that a property is to reach. */
export class Reached<Class extends string> {
  readonly #counts: Map<Class, number>

  constructor(classes: ReadonlyArray<Class>) {
    this.#counts = new Map(classes.map((name) => [name, 0]))
  }

  count(name: Class): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
  }

  /** Fails, showing all counts, unless every class was met so many times. */
  expectEach(atLeast = 1): void {
    const counts = Object.fromEntries(this.#counts)
    const missed = [...this.#counts].filter(([, count]) => count < atLeast).map(([name]) => name)
    if (missed.length > 0)
      throw new Error(`met too seldom: ${missed.join(", ")}, of ${JSON.stringify(counts)}`)
  }
}
