// Every proof is made of hashes of perfect subtrees. This port is where they come from: computed from the leaf
// hashes of a store, or read from tiles. A perfect subtree of an append-only log never changes.
import type { Hasher } from "../hasher.ts"
import { checkRange, type CompactRange } from "./compact-range.ts"
import { OutOfRange } from "./out-of-range.ts"
import { nodeHash } from "./tree-hash.ts"

/**
 * The hashes of the perfect subtrees of a log: `hashAt(level, index)` is the RFC 6962 hash, 32 bytes, of the
 * 2^level leaves from leaf index x 2^level on. Level 0 is the leaf hashes. Asked only for subtrees that are full.
 *
 * Source: RFC 6962 section 2.1, MTH(D[index x 2^level : (index + 1) x 2^level]).
 * @example
 * ```ts
 * import { fromHex, leafHash, type Subtrees, subtreesOfLeaves, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaves = ["", "00"].map((hex) => leafHash(nodeHasher, fromHex(hex)))
 * const subtrees: Subtrees = subtreesOfLeaves(nodeHasher, (index) => leaves[index] ?? fromHex(""))
 * toHex(subtrees.hashAt(1, 0)).slice(0, 8) // => "fac54203"
 * ```
 */
export interface Subtrees {
  readonly hashAt: (level: number, index: number) => Uint8Array
}

// 256 leaves, the width of a tile: small enough to hash again for each proof, large enough that the remembered
// hashes of a log of millions take a megabyte or two.
const rememberedFrom = 8

/**
 * The subtrees over the leaf hashes of a log: `leafHashAt(index)` gives leaf hash `index`, from 0, 32 bytes. The
 * first proof reads every leaf hash once; hashes of 256 leaves and more are remembered, so that each proof after
 * it reads some hundreds. Works for a growing log too.
 * @throws {@link WrongHashLength} from `hashAt` when the source gives something that is not a hash.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { leafHash, nodeHash, subtreesOfLeaves, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaf = (index: number) => leafHash(nodeHasher, new Uint8Array([index]))
 * const pair = toHex(nodeHash(nodeHasher, leaf(2), leaf(3)))
 * toHex(subtreesOfLeaves(nodeHasher, leaf).hashAt(1, 1)) === pair // => true
 * ```
 */
export const subtreesOfLeaves = (hasher: Hasher, leafHashAt: (index: number) => Uint8Array): Subtrees => {
  const remembered = new Map<string, Uint8Array>()
  const hashAt = (level: number, index: number): Uint8Array => {
    if (level === 0) return leafHashAt(index)
    const place = `${level}/${index}`
    const known = remembered.get(place)
    if (known !== undefined) return known
    const hash = nodeHash(hasher, hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1))
    if (level >= rememberedFrom) remembered.set(place, hash)
    return hash
  }
  return { hashAt }
}

/**
 * The subtrees of a log of which only the compact range of its beginning is at hand, and the leaf hashes behind that:
 * enough for the proof that it only grew since, at a cost that does not depend on how long it is. `leafHashAt(index)`
 * is asked for leaves from `range.size` on.
 * @throws {@link OutOfRange} from `hashAt` for a subtree within the beginning that the range does not hold.
 *
 * Source: RFC 6962 section 2.1.2: a consistency proof is made of the old tree's own perfect subtrees and of new ones.
 * @example
 * ```ts
 * import { appendLeaves, consistencyProof, emptyRange, leafHash, subtreesGrownFrom, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaf = (index: number) => leafHash(nodeHasher, new Uint8Array([index]))
 * const range = appendLeaves(nodeHasher, emptyRange, [0, 1, 2].map(leaf))
 * const proof = consistencyProof(nodeHasher, subtreesGrownFrom(nodeHasher, range, leaf), 3, 7)
 * proof // => consistencyProof(nodeHasher, subtreesOfLeaves(nodeHasher, leaf), 3, 7)
 * ```
 */
export const subtreesGrownFrom = (
  hasher: Hasher,
  range: CompactRange,
  leafHashAt: (index: number) => Uint8Array
): Subtrees => {
  checkRange(range)
  const held = new Map<string, Uint8Array>()
  let start = 0
  for (const hash of range.hashes) {
    let [level, width] = [0, 1]
    for (; width * 2 <= range.size - start; width *= 2) level++
    held.set(`${level}/${start / width}`, hash)
    start += width
  }
  const beyond = subtreesOfLeaves(hasher, leafHashAt)
  const hashAt = (level: number, index: number): Uint8Array => {
    const known = held.get(`${level}/${index}`)
    if (known !== undefined) return known
    const width = 2 ** level
    if (index * width >= range.size) return beyond.hashAt(level, index)
    if ((index + 1) * width <= range.size) {
      const got = `level ${level}, index ${index}`
      throw new OutOfRange(
        "subtree",
        `one that the range of ${range.size} leaves holds, or one behind it`,
        got
      )
    }
    return nodeHash(hasher, hashAt(level - 1, index * 2), hashAt(level - 1, index * 2 + 1))
  }
  return { hashAt }
}

/** The largest power of two smaller than `size`, which is at least 2: where RFC 6962 splits a tree. */
export const splitOf = (size: number): number => {
  let half = 1
  while (half * 2 < size) half *= 2
  return half
}

// By doubling, not Math.log2, which rounds sizes like 2^50 + 1 to a whole number.
const levelIfPerfect = (size: number): number | undefined => {
  let [level, width] = [0, 1]
  for (; width < size; width *= 2) level++
  return width === size ? level : undefined
}

/** MTH(D[from:to]), to > from, where `from` is a multiple of a power of two not below `to - from`. */
export const hashOfRange = (hasher: Hasher, subtrees: Subtrees, from: number, to: number): Uint8Array => {
  const size = to - from
  const level = levelIfPerfect(size)
  if (level !== undefined) return subtrees.hashAt(level, from / size)
  const middle = from + splitOf(size)
  return nodeHash(
    hasher,
    hashOfRange(hasher, subtrees, from, middle),
    hashOfRange(hasher, subtrees, middle, to)
  )
}
