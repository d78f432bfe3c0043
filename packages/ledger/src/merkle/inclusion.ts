// "Is this event in the log?": the hashes that lead from one leaf to the root, made and checked.
import type { Hasher } from "../hasher.ts"
import { OutOfRange } from "./out-of-range.ts"
import { hashOfRange, splitOf, type Subtrees } from "./subtrees.ts"
import { nodeHash } from "./tree-hash.ts"
import {
  compareRoots,
  namedHashes,
  type ProofVerdict,
  refuse,
  refuseMalformed,
  type TreeHead
} from "./verdict.ts"

/**
 * The inclusion proof of leaf `index` (from 0) in the tree of the first `size` leaves: 32-byte hashes, the
 * leaf's sibling first.
 * @throws {@link OutOfRange} unless 0 <= index < size, both safe integers.
 *
 * Source: RFC 6962 section 2.1.1, PATH(m, D[n]).
 * @example
 * ```ts
 * import { inclusionProof, leafHash, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfLeaves(nodeHasher, (index) => leafHash(nodeHasher, new Uint8Array([index])))
 * inclusionProof(nodeHasher, log, 2, 7).length // => 3
 * ```
 */
export const inclusionProof = (
  hasher: Hasher,
  subtrees: Subtrees,
  index: number,
  size: number
): readonly Uint8Array[] => {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) {
    throw new OutOfRange(
      "inclusion proof",
      "a leaf index from 0 to below the size",
      `index ${index} of size ${size}`
    )
  }
  // Walks from the root down to the leaf, so the hashes come in reverse.
  const proof: Uint8Array[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + splitOf(to - from)
    if (index < middle) {
      proof.push(hashOfRange(hasher, subtrees, middle, to))
      to = middle
    } else {
      proof.push(hashOfRange(hasher, subtrees, from, middle))
      from = middle
    }
  }
  return proof.toReversed()
}

/**
 * What an inclusion proof claims: that the leaf with `leafHash` is leaf `index` (from 0) of `tree`. All hashes
 * have 32 bytes; `proof` begins with the leaf's sibling.
 * @example
 * ```ts
 * import { type InclusionClaim, verifyInclusion } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const hash = new Uint8Array(32)
 * const claim: InclusionClaim = { index: 1, leafHash: hash, tree: { size: 1, root: hash }, proof: [] }
 * const verdict = verifyInclusion(nodeHasher, claim)
 * verdict.ok ? "holds" : verdict.reason // => "index outside the tree"
 * ```
 */
export interface InclusionClaim {
  readonly index: number
  readonly leafHash: Uint8Array
  readonly tree: TreeHead
  readonly proof: readonly Uint8Array[]
}

/**
 * Checks an inclusion proof. Never throws: whatever does not hold is a verdict with its reason.
 *
 * Source: RFC 9162 section 2.1.3.2, which spells out the check for RFC 6962 section 2.1.1.
 * @example
 * ```ts
 * import { leafHash, verifyInclusion } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const leaf = leafHash(nodeHasher, new Uint8Array([7]))
 * verifyInclusion(nodeHasher, { index: 0, leafHash: leaf, tree: { size: 1, root: leaf }, proof: [] }) // => { ok: true }
 * ```
 */
export const verifyInclusion = (hasher: Hasher, claim: InclusionClaim): ProofVerdict => {
  const { index, leafHash, tree, proof } = claim
  const malformed = refuseMalformed(
    [tree.size, index],
    [["the leaf hash", leafHash], ["the root", tree.root], ...namedHashes(proof)]
  )
  if (malformed !== undefined) return malformed
  if (index >= tree.size) {
    return refuse("index outside the tree", `an index below the size ${tree.size}`, String(index))
  }
  let hash = leafHash
  let used = 0
  // `node` is the place of `hash` on its level, `last` that of the level's last node. Division: sizes pass 32 bits.
  let [node, last] = [index, tree.size - 1]
  for (; last > 0; node = Math.floor(node / 2), last = Math.floor(last / 2)) {
    // A last node without a right sibling moves up as it is.
    if (node === last && node % 2 === 0) continue
    const sibling = proof[used++]
    if (sibling === undefined) return refuse("proof too short", "more hashes", `${proof.length} hashes`)
    hash = node % 2 === 1 ? nodeHash(hasher, sibling, hash) : nodeHash(hasher, hash, sibling)
  }
  if (used < proof.length) return refuse("proof too long", `${used} hashes`, `${proof.length} hashes`)
  return compareRoots("wrong root", tree.root, hash)
}
