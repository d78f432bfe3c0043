// What makes a million events fit: the bytes of one append lie in one block, and equal names are one string.
import type { Proposed } from "./recorded.ts"

/** A copy of the bytes of one append's events. Those of a message belong to a larger buffer that would stay alive. */
export class Block {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(events: ReadonlyArray<Proposed>) {
    let length = 0
    for (const { data, metadata } of events) length += data.length + metadata.length
    this.#bytes = new Uint8Array(length)
  }

  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length === 0) return nothing
    const from = this.#at
    this.#bytes.set(bytes, from)
    this.#at += bytes.length
    return this.#bytes.subarray(from, this.#at)
  }
}

const nothing = new Uint8Array()

/** Names of streams and types, each kept once. */
export class Names {
  readonly #known = new Map<string, string>()

  one(name: string): string {
    const known = this.#known.get(name)
    if (known !== undefined) return known
    this.#known.set(name, name)
    return name
  }
}
