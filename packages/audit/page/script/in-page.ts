// What the library needs from outside, in a page: SHA-256 in JavaScript, since it is asked for at once, and Ed25519 by
// the browser's own WebCrypto.
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import type { Ed25519Verifier, Hasher } from "@lcqm/ledger"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

/** SHA-256, at once. */
export const hasher: Hasher = {
  sha256: (bytes) => sha256(bytes),
  sha256Hex: (bytes) => bytesToHex(sha256(bytes))
}

/** How events are read and hashed. */
export const codec = codecOf(lcqmCatalogue, hasher)

/** Signatures. A browser without Ed25519, or a page without WebCrypto, verifies none: then none counts. */
export const ed25519: Ed25519Verifier = {
  verify: async (publicKey, message, signature) => {
    try {
      const key = await crypto.subtle.importKey("raw", publicKey.slice(), "Ed25519", false, ["verify"])
      return await crypto.subtle.verify("Ed25519", key, signature.slice(), message.slice())
    } catch {
      return false
    }
  }
}

/** Whether this browser can verify a signature at all. */
export const canVerifySignatures = async (): Promise<boolean> => {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(32), "Ed25519", false, ["verify"])
    return true
  } catch {
    return false
  }
}
