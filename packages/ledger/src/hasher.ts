// The one thing the ledger needs from outside: SHA-256, now, without waiting. A promise per event (WebCrypto)
// was measured 17 times slower, so the port is synchronous; `@lcqm/ledger/node` implements it.

/**
 * SHA-256 of some bytes: `sha256` as 32 bytes, `sha256Hex` as 64 lower-case hexadecimal digits. An
 * implementation answers before it returns, and neither changes nor keeps the array it is given, which is reused.
 * `sha256Into`, where an implementation has it, writes the 32 bytes into another array from an offset on, which may be
 * the array that was hashed: over the nodes of a tree that saves an array each.
 *
 * Source: FIPS 180-4; RFC 6962 section 2.1 builds the tree on it.
 * @example
 * ```ts
 * import { type Hasher, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const hasher: Hasher = nodeHasher
 * hasher.sha256Hex(new Uint8Array()) === toHex(hasher.sha256(new Uint8Array())) // => true
 * ```
 */
export interface Hasher {
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  readonly sha256Hex: (bytes: Uint8Array) => string
  readonly sha256Into?: (bytes: Uint8Array, into: Uint8Array, at: number) => void
}

/**
 * Bytes in a SHA-256 hash.
 * @example
 * ```ts
 * import { hashLength } from "@lcqm/ledger"
 * hashLength // => 32
 * ```
 */
export const hashLength = 32
