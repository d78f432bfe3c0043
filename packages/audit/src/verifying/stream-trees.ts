// The trees of many streams as they grow, each asked for its root at the sizes that bases name. Those are mostly near
// the end, so one range a stream is kept and grown on; a smaller size is computed anew.
import { appendLeaves, type CompactRange, emptyRange, type Hasher, rootOf, toHex } from "@lcqm/ledger"

interface Tree {
  readonly leaves: Array<Uint8Array>
  range: CompactRange
  root: string
}

/** The leaf hashes of streams, and the roots over their beginnings. */
export class StreamTrees {
  readonly #hasher: Hasher
  readonly #trees = new Map<string, Tree>()

  constructor(hasher: Hasher) {
    this.#hasher = hasher
  }

  /** How many streams there are. */
  get count(): number {
    return this.#trees.size
  }

  /** How many events a stream has. */
  sizeOf(stream: string): number {
    return this.#trees.get(stream)?.leaves.length ?? 0
  }

  add(stream: string, leaf: Uint8Array): void {
    const tree = this.#trees.get(stream)
    if (tree !== undefined) tree.leaves.push(leaf)
    else this.#trees.set(stream, { leaves: [leaf], range: emptyRange, root: this.#hex(emptyRange) })
  }

  /** RFC 6962 root over the first `size` events of a stream, in hexadecimal; undefined where it has fewer. */
  rootOf(stream: string, size: number): string | undefined {
    const tree = this.#trees.get(stream)
    if (size > (tree?.leaves.length ?? 0)) return undefined
    if (tree === undefined) return this.#hex(emptyRange)
    if (size === tree.range.size) return tree.root
    const from = size > tree.range.size ? tree.range : emptyRange
    const range = appendLeaves(this.#hasher, from, tree.leaves.slice(from.size, size))
    const root = this.#hex(range)
    if (size > tree.range.size) {
      tree.range = range
      tree.root = root
    }
    return root
  }

  #hex(range: CompactRange): string {
    return toHex(rootOf(this.#hasher, range))
  }
}
