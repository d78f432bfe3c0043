// A tree that only ever grows to the right needs to remember no more than one hash per power of two. This is
// that memory: a value to keep beside the log, from which the next root follows without reading any leaf.
import type { Hasher } from "../hasher.ts"
import { checkHashLength, emptyRoot, nodeHash, nodeHashOver } from "./tree-hash.ts"

/**
 * The state of a growing RFC 6962 tree: `size` leaves (a safe integer) and the 32-byte hashes of the perfect
 * subtrees they fall into, largest and leftmost first: one for each 1 in the binary form of `size`. Never
 * changed: appending gives another one. Do not write into the hashes.
 * @example
 * ```ts
 * import { appendLeaf, emptyRange, leafHash } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaf = leafHash(nodeHasher, new Uint8Array([1]))
 * appendLeaf(nodeHasher, emptyRange, leaf).size // => 1
 * ```
 */
export interface CompactRange {
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

/**
 * A compact range whose parts contradict each other: `size`, `expected` hashes for it, `got` hashes.
 * @example
 * ```ts
 * import { InconsistentRange, rootOf } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const refusal = () => {
 *   try {
 *     return rootOf(nodeHasher, { size: 3, hashes: [new Uint8Array(32)] })
 *   } catch (error) {
 *     return error instanceof InconsistentRange ? [error.size, error.expected, error.got] : "another error"
 *   }
 * }
 * refusal() // => [3, "2 hashes", "1 hashes"]
 * ```
 */
export class InconsistentRange extends Error {
  readonly _tag = "InconsistentRange"
  override readonly name = "InconsistentRange"
  readonly size: number
  readonly expected: string
  readonly got: string

  constructor(size: number, expected: string, got: string) {
    super(
      `A compact range of size ${size} must have ${expected}; it has ${got}. What to do: rebuild it by ` +
        `appending the leaf hashes of the log to emptyRange.`
    )
    this.size = size
    this.expected = expected
    this.got = got
  }
}

/**
 * The range of no leaves.
 * @example
 * ```ts
 * import { emptyRange } from "@lcqm/ledger"
 * emptyRange.size // => 0
 * ```
 */
export const emptyRange: CompactRange = Object.freeze({ size: 0, hashes: Object.freeze([]) })

// Division, not shifts: sizes go beyond 32 bits.
const onesIn = (size: number): number => {
  let ones = 0
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
  return ones
}

/** Refuses a range that no sequence of appends can have made. */
export const checkRange = ({ size, hashes }: CompactRange): void => {
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new InconsistentRange(size, "a size that is a safe integer from 0 up", `the size ${size}`)
  }
  const expected = onesIn(size)
  if (hashes.length !== expected) {
    throw new InconsistentRange(size, `${expected} hashes`, `${hashes.length} hashes`)
  }
}

/**
 * The range grown by several leaves, in order: 32-byte leaf hashes, not the leaves themselves.
 * @throws {@link WrongHashLength} on a hash that is not 32 bytes, {@link InconsistentRange} on a range that cannot be.
 *
 * Source: RFC 6962 section 2.1; compact ranges as in transparency-dev/merkle.
 * @example
 * ```ts
 * import { appendLeaves, emptyRange, leafHash } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaves = [1, 2, 3].map((byte) => leafHash(nodeHasher, new Uint8Array([byte])))
 * appendLeaves(nodeHasher, emptyRange, leaves).hashes.length // => 2
 * ```
 */
export const appendLeaves = (
  hasher: Hasher,
  range: CompactRange,
  leafHashes: Iterable<Uint8Array>
): CompactRange => {
  checkRange(range)
  const hashes = range.hashes.slice()
  let size = range.size
  for (const leaf of leafHashes) {
    checkHashLength(leaf, `the hash of leaf ${size}`)
    let hash = leaf
    // Each trailing 1 of the size is a perfect subtree that the new one, of the same size, completes.
    for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) hash = nodeHash(hasher, hashes.pop()!, hash)
    hashes.push(hash)
    size++
  }
  const grown = { size, hashes }
  checkRange(grown)
  return grown
}

/**
 * The range grown by one leaf: its 32-byte leaf hash, not the leaf itself.
 * @throws {@link WrongHashLength} on a hash that is not 32 bytes, {@link InconsistentRange} on a range that cannot be.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { appendLeaf, emptyRange, leafHash, rootOf, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const range = appendLeaf(nodeHasher, emptyRange, leafHash(nodeHasher, new Uint8Array()))
 * toHex(rootOf(nodeHasher, range)).slice(0, 8) // => "6e340b9c"
 * ```
 */
export const appendLeaf = (hasher: Hasher, range: CompactRange, leafHash: Uint8Array): CompactRange =>
  appendLeaves(hasher, range, [leafHash])

/**
 * The RFC 6962 root of the leaves in the range: 32 bytes; of no leaves, SHA-256("").
 * @throws {@link WrongHashLength} on a hash that is not 32 bytes, {@link InconsistentRange} on a range that cannot be.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { emptyRange, rootOf, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * toHex(rootOf(nodeHasher, emptyRange)).slice(0, 8) // => "e3b0c442"
 * ```
 */
export const rootOf = (hasher: Hasher, range: CompactRange): Uint8Array => {
  checkRange(range)
  const { hashes } = range
  const only = hashes.at(-1)
  if (only === undefined) return emptyRoot(hasher)
  if (hashes.length > 1) return nodeHashOver(hasher, hashes)
  checkHashLength(only, "the only hash of the range")
  return only
}

/**
 * The RFC 6962 root of some leaf hashes, in order: 32 bytes; of none, SHA-256("").
 * @throws {@link WrongHashLength} on a hash that is not 32 bytes.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { fromHex, leafHash, merkleRoot, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaves = ["", "00"].map((hex) => leafHash(nodeHasher, fromHex(hex)))
 * toHex(merkleRoot(nodeHasher, leaves)).slice(0, 8) // => "fac54203"
 * ```
 */
export const merkleRoot = (hasher: Hasher, leafHashes: Iterable<Uint8Array>): Uint8Array =>
  rootOf(hasher, appendLeaves(hasher, emptyRange, leafHashes))
