// The story's only randomness: numbers that follow from its seed. Each strand (the office, each school, the salt)
// draws from its own far apart part of one sequence, so that what is told of one school moves no other.
import type { PersonRef } from "@lcqm/core"
import { toHex } from "@lcqm/ledger"
import { uniformInt } from "pure-rand/distribution/uniformInt"
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus"

type Generator = ReturnType<typeof xoroshiro128plus>

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"

/** The largest seed: seeds are 32 bits, so that no two of them tell the same story. */
export const largestSeed = 0xffff_ffff

/** Chance by a seed. */
export class Chance {
  readonly #generator: Generator

  constructor(generator: Generator) {
    this.#generator = generator
  }

  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number {
    return uniformInt(this.#generator, least, most)
  }

  /** Whether something happens that happens in so many cases of a hundred. */
  happens(inHundred: number): boolean {
    return this.int(1, 100) <= inHundred
  }

  oneOf<T>(choices: ReadonlyArray<T>): T {
    const [chosen] = choices.slice(this.int(0, choices.length - 1))
    if (chosen === undefined) throw new RangeError("There is nothing to choose from.")
    return chosen
  }

  shuffled<T>(items: ReadonlyArray<T>): Array<T> {
    const rest = [...items]
    return items.flatMap(() => rest.splice(this.int(0, rest.length - 1), 1))
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.int(0, 255))
  }

  hex(bytes: number): string {
    return toHex(this.bytes(bytes))
  }

  /** Lower-case letters and digits. */
  letters(count: number): string {
    return Array.from({ length: count }, () => alphabet.charAt(this.int(0, alphabet.length - 1))).join("")
  }

  /** A new pseudonym. */
  person(): PersonRef {
    return `p-${this.letters(12)}`
  }
}

/** The chance of each strand of a story, one after the other. */
export const strandsOf = (seed: number): (() => Chance) => {
  if (!Number.isInteger(seed) || seed < 0 || seed > largestSeed) {
    throw new RangeError(`The seed of a story is a whole number from 0 to ${largestSeed}, not ${seed}.`)
  }
  const far = xoroshiro128plus(seed)
  return () => {
    far.jump()
    return new Chance(far.clone())
  }
}
