// A property that never met a class of cases has said nothing about it: what its runs meet is counted, and they go on
// until every class was met, so that neither chance nor a class out of reach passes for a proof.
import * as fc from "fast-check"

/** A class of cases was met too seldom, whatever was drawn: the property says nothing about it. */
export class TooSeldomMet extends Error {
  readonly _tag = "TooSeldomMet"
  readonly missed: ReadonlyArray<string>

  constructor(of: string, missed: ReadonlyArray<string>, atLeast: number, summary: string) {
    super(`${of}: ${missed.join(", ")} met fewer than ${atLeast} times, of ${summary || "nothing"}`)
    this.name = "TooSeldomMet"
    this.missed = missed
  }
}

/** How often the runs of a property are repeated before a class that is still missing is called out of reach. */
const repetitions = 6

/**
 * Counts the classes of cases that a property is to meet, and draws cases until it met them: one round of runs as a
 * rule, a few more where chance passed a class over. What QuickCheck calls coverage.
 *
 * @throws {TooSeldomMet} from `assert` and `expectEach`, with every count, where a class is met too seldom.
 * @example
 * import { Coverage } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 *
 * const coverage = new Coverage("numbers", ["even", "odd"])
 * coverage.assert(
 *   5,
 *   fc.property(fc.integer(), (n) => coverage.count(n % 2 === 0 ? "even" : "odd")),
 *   { numRuns: 20 }
 * )
 * assert.equal([...coverage.counts.keys()].join(), "even,odd")
 */
export class Coverage {
  readonly #of: string
  readonly #counts = new Map<string, number>()
  readonly #needed: ReadonlyArray<string>

  /** `of`: what is counted, as an error says it. `needed`: the classes to meet; any other may be counted beside them. */
  constructor(of: string, needed: ReadonlyArray<string>) {
    this.#of = of
    this.#needed = needed
    for (const name of needed) this.#counts.set(name, 0)
  }

  /** How often each class was met so far. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts
  }

  /** A case of a class was met, or several. */
  count(name: string, times = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + times)
  }

  /** Fails unless every class needed was met so many times. */
  expectEach(atLeast = 1): void {
    const missed = this.#missed(atLeast)
    if (missed.length > 0) throw new TooSeldomMet(this.#of, missed, atLeast, this.#summary())
  }

  /**
   * Asserts a property as `fc.assert` does, with its parameters, and repeats it with other cases until every class
   * was met so many times in all. Repeating stops where a seed is given, for the cases would be the same.
   */
  assert<Ts>(atLeast: number, property: fc.IAsyncProperty<Ts>, parameters?: fc.Parameters<Ts>): Promise<void>
  assert<Ts>(atLeast: number, property: fc.IProperty<Ts>, parameters?: fc.Parameters<Ts>): void
  assert<Ts>(
    atLeast: number,
    property: fc.IAsyncProperty<Ts> | fc.IProperty<Ts>,
    parameters: fc.Parameters<Ts> = {}
  ): Promise<void> | void {
    const rounds = parameters.seed === undefined ? repetitions : 1
    const from = (round: number): Promise<void> | void => {
      const after = () => {
        if (round < rounds && this.#missed(atLeast).length > 0) return from(round + 1)
        this.expectEach(atLeast)
      }
      const asserted = fc.assert(property, parameters)
      return asserted instanceof Promise ? asserted.then(after) : after()
    }
    return from(1)
  }

  #missed(atLeast: number): ReadonlyArray<string> {
    return this.#needed.filter((name) => (this.#counts.get(name) ?? 0) < atLeast)
  }

  #summary(): string {
    const counts = [...this.#counts].toSorted(([, a], [, b]) => b - a)
    return counts.map(([name, count]) => `${name} ${count}`).join(", ")
  }
}
