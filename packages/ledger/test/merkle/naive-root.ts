// RFC 6962 section 2.1 word for word, slow and independent of the source: what every root is compared with.
import { createHash } from "node:crypto"

const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer =>
  parts
    .reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash("sha256"))
    .digest()

export const naiveLeaf = (bytes: Uint8Array): Buffer => sha256(new Uint8Array([0]), bytes)

/** MTH(D[n]) over leaf hashes, as hexadecimal. */
export const naiveRoot = (leaves: readonly Uint8Array[]): string => mth(leaves).toString("hex")

const mth = (leaves: readonly Uint8Array[]): Buffer => {
  const [only] = leaves
  if (only === undefined) return sha256("")
  if (leaves.length === 1) return Buffer.from(only)
  // "k be the largest power of two smaller than n"
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha256(new Uint8Array([1]), mth(leaves.slice(0, k)), mth(leaves.slice(k)))
}
