// The two ports through which this package signs and verifies. Either may answer at once (node:crypto) or later
// (WebCrypto, a key service): signatures are rare, so waiting is no cost here, as it would be for hashes.

/**
 * Verifies Ed25519: `publicKey` 32 bytes, `signature` 64 bytes, over the `message` itself. Answers false for a
 * wrong signature; fails only when it cannot work at all.
 *
 * Source: RFC 8032 section 5.1.7.
 * @example
 * ```ts
 * import { type Ed25519Verifier } from "@lcqm/ledger"
 * import { nodeEd25519 } from "@lcqm/ledger/node"
 * const verifier: Ed25519Verifier = nodeEd25519
 * verifier.verify(new Uint8Array(32), new Uint8Array(), new Uint8Array(64)) // => false
 * ```
 */
export interface Ed25519Verifier {
  readonly verify: (
    publicKey: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array
  ) => boolean | Promise<boolean>
}

/**
 * Signs with one Ed25519 key, which never leaves it: gives 64 bytes over the `message` itself.
 *
 * Source: RFC 8032 section 5.1.6.
 * @example
 * ```ts
 * import { type Ed25519Signer } from "@lcqm/ledger"
 * import { nodeEd25519Signer } from "@lcqm/ledger/node"
 * const signer: Ed25519Signer = nodeEd25519Signer(new Uint8Array(32))
 * signer.publicKey.length // => 32
 * ```
 */
export interface Ed25519Signer {
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>
}
