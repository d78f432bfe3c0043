// RFC 6962 section 2.1 word for word, slow and independent of the source: what every root and every proof is
// compared with.
import { createHash } from "node:crypto"

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts
    .reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash("sha256"))
    .digest()

export const naiveLeaf = (bytes: Uint8Array): Buffer => sha256(new Uint8Array([0]), bytes)

// "k be the largest power of two smaller than n"
const splitAt = (n: number): number => {
  let k = 1
  while (k * 2 < n) k *= 2
  return k
}

const mth = (leaves: readonly Uint8Array[]): Buffer => {
  const [only] = leaves
  if (only === undefined) return sha256("")
  if (leaves.length === 1) return Buffer.from(only)
  const k = splitAt(leaves.length)
  return sha256(new Uint8Array([1]), mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}

const path = (m: number, leaves: readonly Uint8Array[]): Buffer[] => {
  if (leaves.length === 1) return []
  const k = splitAt(leaves.length)
  return m < k
    ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))]
}

const subproof = (m: number, leaves: readonly Uint8Array[], known: boolean): Buffer[] => {
  if (m === leaves.length) return known ? [] : [mth(leaves)]
  const k = splitAt(leaves.length)
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), known), mth(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))]
}

const hex = (hash: Buffer): string => hash.toString("hex")

/** MTH(D[n]) over leaf hashes, as hexadecimal. */
export const naiveRoot = (leaves: readonly Uint8Array[]): string => hex(mth(leaves))

/** PATH(m, D[n]), as hexadecimal. */
export const naivePath = (m: number, leaves: readonly Uint8Array[]): string[] => path(m, leaves).map(hex)

/** PROOF(m, D[n]), as hexadecimal. */
export const naiveProof = (m: number, leaves: readonly Uint8Array[]): string[] =>
  subproof(m, leaves, true).map(hex)
