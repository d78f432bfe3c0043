// What checking a proof answers: an auditor wants to know why, and a wrong proof is an expected outcome, so
// these are values and not exceptions.
import { hashLength } from "../hasher.ts"
import { toHex } from "../hex.ts"

/**
 * Why a proof was refused; see {@link ProofVerdict}.
 * @example
 * ```ts
 * import { type ProofRefusal, verifyConsistency } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const expected: ProofRefusal = "smaller than before"
 * const [old, grown] = [5, 4].map((size) => ({ size, root: new Uint8Array(32) }))
 * const verdict = old && grown && verifyConsistency(nodeHasher, { old, grown, proof: [] })
 * verdict?.ok === false && verdict.reason === expected // => true
 * ```
 */
export type ProofRefusal =
  | "not a safe integer"
  | "index outside the tree"
  | "not a hash"
  | "consistency from size 0"
  | "smaller than before"
  | "proof too short"
  | "proof too long"
  | "wrong root"
  | "wrong old root"

/**
 * What checking a proof answered: `ok`, or the reason with what was expected and what came, in words.
 * @example
 * ```ts
 * import { type ProofVerdict, verifyConsistency } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const old = { size: 0, root: new Uint8Array(32) }
 * const verdict: ProofVerdict = verifyConsistency(nodeHasher, { old, grown: { ...old, size: 1 }, proof: [] })
 * verdict.ok // => false
 * ```
 */
export type ProofVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: ProofRefusal; readonly expected: string; readonly got: string }

/**
 * A tree as a checkpoint names it: `size` leaves (a safe integer) and their RFC 6962 root, 32 bytes.
 * @example
 * ```ts
 * import { emptyRoot, type TreeHead } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const nothing: TreeHead = { size: 0, root: emptyRoot(nodeHasher) }
 * nothing.root.length // => 32
 * ```
 */
export interface TreeHead {
  readonly size: number
  readonly root: Uint8Array
}

/** The verdict that nothing is wrong. */
export const accepted: ProofVerdict = Object.freeze({ ok: true })

/** The verdict that something is. */
export const refuse = (reason: ProofRefusal, expected: string, got: string): ProofVerdict => ({
  ok: false,
  reason,
  expected,
  got
})

/** Whether two byte sequences are the same. Not in constant time: hashes and signatures are public. */
export const sameBytes = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && left.every((byte, i) => byte === right[i])

/** A refusal where something is not a size or a hash; undefined where all are. */
export const refuseMalformed = (
  sizes: readonly number[],
  hashes: readonly (readonly [string, Uint8Array])[]
): ProofVerdict | undefined => {
  for (const size of sizes) {
    if (!Number.isSafeInteger(size) || size < 0) {
      return refuse("not a safe integer", "a safe integer from 0 up", String(size))
    }
  }
  for (const [what, hash] of hashes) {
    if (hash.length !== hashLength) {
      return refuse("not a hash", `${what} of ${hashLength} bytes`, `${hash.length} bytes`)
    }
  }
  return undefined
}

/** The elements of a proof with their names, for {@link refuseMalformed}. */
export const namedHashes = (proof: readonly Uint8Array[]): (readonly [string, Uint8Array])[] =>
  proof.map((hash, i) => [`element ${i} of the proof`, hash] as const)

/** Accepted when the computed root is the one that was given. */
export const compareRoots = (reason: ProofRefusal, given: Uint8Array, computed: Uint8Array): ProofVerdict =>
  sameBytes(given, computed) ? accepted : refuse(reason, toHex(given), toHex(computed))
