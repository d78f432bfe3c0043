// The two hashes a tree is made of, and the only place they are spelled. The leading byte keeps a leaf from
// passing for a node (RFC 6962 section 2.1, second-preimage resistance).
import { type Hasher, hashLength } from "../hasher.ts"

/**
 * A hash that is not 32 bytes long: `what` says which, `got` its length in bytes.
 * @example
 * ```ts
 * import { nodeHash, WrongHashLength } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const refusal = (left: Uint8Array) => {
 *   try {
 *     return nodeHash(nodeHasher, left, new Uint8Array(32))
 *   } catch (error) {
 *     return error instanceof WrongHashLength ? [error.what, error.got] : "another error"
 *   }
 * }
 * refusal(new Uint8Array(31)) // => ["the left hash", 31]
 * ```
 */
export class WrongHashLength extends Error {
  readonly _tag = "WrongHashLength"
  override readonly name = "WrongHashLength"
  readonly what: string
  readonly expected = hashLength
  readonly got: number

  constructor(what: string, got: number) {
    super(
      `A SHA-256 hash has ${hashLength} bytes; ${what} has ${got}. What to do: pass the hash itself as bytes, ` +
        `not its hexadecimal or base64 text, and not what was hashed.`
    )
    this.what = what
    this.got = got
  }
}

/** Refuses what cannot be a SHA-256 hash; `what` names it in the error. */
export const checkHashLength = (hash: Uint8Array, what: string): void => {
  if (hash.length !== hashLength) throw new WrongHashLength(what, hash.length)
}

const leafInput = (bytes: Uint8Array): Uint8Array => {
  const input = new Uint8Array(bytes.length + 1)
  input.set(bytes, 1)
  return input
}

/**
 * The hash of a leaf, SHA-256(0x00 ‖ bytes): 32 bytes.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { leafHash } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * leafHash(nodeHasher, new Uint8Array()).length // => 32
 * ```
 */
export const leafHash = (hasher: Hasher, bytes: Uint8Array): Uint8Array => hasher.sha256(leafInput(bytes))

/**
 * The hash of a leaf as 64 hexadecimal digits.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { leafHashHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * leafHashHex(nodeHasher, new Uint8Array()) // => "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
 * ```
 */
export const leafHashHex = (hasher: Hasher, bytes: Uint8Array): string => hasher.sha256Hex(leafInput(bytes))

/**
 * The hash of an inner node, SHA-256(0x01 ‖ left ‖ right): 32 bytes.
 * @throws {@link WrongHashLength} when either is not 32 bytes.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { nodeHash, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const zero = new Uint8Array(32)
 * toHex(nodeHash(nodeHasher, zero, zero)).slice(0, 8) // => "ae0798d0"
 * ```
 */
export const nodeHash = (hasher: Hasher, left: Uint8Array, right: Uint8Array): Uint8Array => {
  checkHashLength(left, "the left hash")
  checkHashLength(right, "the right hash")
  const input = new Uint8Array(1 + 2 * hashLength)
  input[0] = 1
  input.set(left, 1)
  input.set(right, 1 + hashLength)
  return hasher.sha256(input)
}

/**
 * The root of the tree without leaves, SHA-256(""): 32 bytes.
 *
 * Source: RFC 6962 section 2.1.
 * @example
 * ```ts
 * import { emptyRoot, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * toHex(emptyRoot(nodeHasher)) // => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
 * ```
 */
export const emptyRoot = (hasher: Hasher): Uint8Array => hasher.sha256(new Uint8Array())
