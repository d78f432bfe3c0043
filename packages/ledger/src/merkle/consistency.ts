// "Did the log only grow?": the hashes that show one tree to be the beginning of another, made and checked.
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
 * The consistency proof between the trees of the first `from` and the first `to` leaves: 32-byte hashes. Empty
 * for the same tree. From size 0 there is none: everything is consistent with nothing, so it would prove nothing.
 * @throws {@link OutOfRange} unless 0 < from <= to, both safe integers.
 *
 * Source: RFC 6962 section 2.1.2, PROOF(m, D[n]).
 * @example
 * ```ts
 * import { consistencyProof, leafHash, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfLeaves(nodeHasher, (index) => leafHash(nodeHasher, new Uint8Array([index])))
 * consistencyProof(nodeHasher, log, 3, 7).length // => 4
 * ```
 */
export const consistencyProof = (
  hasher: Hasher,
  subtrees: Subtrees,
  from: number,
  to: number
): readonly Uint8Array[] => {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from <= 0 || from > to) {
    throw new OutOfRange("consistency proof", "0 < from <= to", `from size ${from} to size ${to}`)
  }
  // SUBPROOF walked from the root down: the edge of the old tree is followed until a subtree is wholly old.
  const proof: Uint8Array[] = []
  let [start, end] = [0, to]
  while (from < end) {
    const middle = start + splitOf(end - start)
    if (from <= middle) {
      proof.push(hashOfRange(hasher, subtrees, middle, end))
      end = middle
    } else {
      proof.push(hashOfRange(hasher, subtrees, start, middle))
      start = middle
    }
  }
  // The old tree itself is known to whoever checks; any other last subtree is not.
  if (start > 0) proof.push(hashOfRange(hasher, subtrees, start, end))
  return proof.toReversed()
}

/**
 * What a consistency proof claims: that the leaves of `old` are the first leaves of `grown`. Hashes: 32 bytes.
 * @example
 * ```ts
 * import { type ConsistencyClaim, verifyConsistency } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const same = { size: 5, root: new Uint8Array(32) }
 * const claim: ConsistencyClaim = { old: same, grown: same, proof: [] }
 * verifyConsistency(nodeHasher, claim) // => { ok: true }
 * ```
 */
export interface ConsistencyClaim {
  readonly old: TreeHead
  readonly grown: TreeHead
  readonly proof: readonly Uint8Array[]
}

/**
 * Checks a consistency proof. Never throws: whatever does not hold is a verdict with its reason. A claim from
 * size 0 is refused: it says nothing.
 *
 * Source: RFC 9162 section 2.1.4.2, which spells out the check for RFC 6962 section 2.1.2.
 * @example
 * ```ts
 * import { fromHex, leafHash, nodeHash, verifyConsistency } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const [first, second] = [leafHash(nodeHasher, fromHex("")), leafHash(nodeHasher, fromHex("00"))]
 * const old = { size: 1, root: first }
 * const grown = { size: 2, root: nodeHash(nodeHasher, first, second) }
 * verifyConsistency(nodeHasher, { old, grown, proof: [second] }) // => { ok: true }
 * ```
 */
export const verifyConsistency = (hasher: Hasher, { old, grown, proof }: ConsistencyClaim): ProofVerdict => {
  const notSizes = refuseMalformed([old.size, grown.size], [])
  if (notSizes !== undefined) return notSizes
  if (old.size === 0) return refuse("consistency from size 0", "a tree with leaves to start from", "size 0")
  if (grown.size < old.size) return refuse("smaller than before", `at least ${old.size}`, String(grown.size))
  const tooLong = (needed: number): ProofVerdict =>
    refuse("proof too long", `${needed} hashes`, `${proof.length} hashes`)
  // Nothing is hashed for the same tree, so nothing need be a hash: the published vectors hold us to that.
  if (grown.size === old.size) {
    return proof.length > 0 ? tooLong(0) : compareRoots("wrong root", old.root, grown.root)
  }
  const notHashes = refuseMalformed(
    [],
    [["the old root", old.root], ["the grown root", grown.root], ...namedHashes(proof)]
  )
  if (notHashes !== undefined) return notHashes
  // The last node of the old tree, on the level where it begins to be a left child: from there on up to the root.
  let [node, last] = [old.size - 1, grown.size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  // An old tree that is one perfect subtree is its own start, and the proof leaves it out.
  const start = node === 0 ? old.root : proof[0]
  if (start === undefined) return refuse("proof too short", "more hashes", "0 hashes")
  let used = node === 0 ? 0 : 1
  let [oldHash, grownHash] = [start, start]
  for (; last > 0; node = Math.floor(node / 2), last = Math.floor(last / 2)) {
    if (node === last && node % 2 === 0) continue
    const next = proof[used++]
    if (next === undefined) return refuse("proof too short", "more hashes", `${proof.length} hashes`)
    if (node % 2 === 1) {
      oldHash = nodeHash(hasher, next, oldHash)
      grownHash = nodeHash(hasher, next, grownHash)
    } else grownHash = nodeHash(hasher, grownHash, next)
  }
  if (used < proof.length) return tooLong(used)
  const oldVerdict = compareRoots("wrong old root", old.root, oldHash)
  return oldVerdict.ok ? compareRoots("wrong root", grown.root, grownHash) : oldVerdict
}
