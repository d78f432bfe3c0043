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

// A fresh array of more than 64 bytes costs more than hashing it, so inputs are put together in these two; a hasher
// is synchronous and keeps nothing, so nobody else ever sees them. 65,535 is the longest event.
const leafRoom = new Uint8Array(1 + 65_535)
const nodeRoom = new Uint8Array(1 + 2 * hashLength).fill(1, 0, 1)
const rightOfNode = 1 + hashLength

const leafInput = (bytes: Uint8Array): Uint8Array => {
  const input =
    bytes.length < leafRoom.length ? leafRoom.subarray(0, bytes.length + 1) : new Uint8Array(bytes.length + 1)
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

const utf8 = new TextEncoder()
// Made once: a view is a good part of what a short text costs.
const leafText = leafRoom.subarray(1)

const textInput = (text: string): Uint8Array => {
  // Three bytes a code unit is the most UTF-8 takes.
  if (text.length * 3 >= leafRoom.length) return leafInput(utf8.encode(text))
  const { written } = utf8.encodeInto(text, leafText)
  return leafRoom.subarray(0, written + 1)
}

/**
 * The hash of a leaf whose bytes are the UTF-8 of a text, without making those bytes: half the price of
 * encoding first. For canonical JSON, which is always well-formed; half a surrogate pair would be hashed as U+FFFD.
 *
 * Source: RFC 6962 section 2.1; RFC 8785 section 3.2.4.
 * @example
 * ```ts
 * import { canonicalBytes, canonicalJson, leafHash, leafHashOfText, toHex } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const event = { type: "AwardAgreed.v1" }
 * const ofBytes = toHex(leafHash(nodeHasher, canonicalBytes(event)))
 * toHex(leafHashOfText(nodeHasher, canonicalJson(event))) === ofBytes // => true
 * ```
 */
export const leafHashOfText = (hasher: Hasher, text: string): Uint8Array => hasher.sha256(textInput(text))

/**
 * The same as 64 hexadecimal digits, and how many bytes of UTF-8 the text has.
 *
 * Source: RFC 6962 section 2.1; RFC 8785 section 3.2.4.
 * @example
 * ```ts
 * import { leafHashHex, leafOfText } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const { leafHash, size } = leafOfText(nodeHasher, '"é"')
 * size // => 4
 * leafHash === leafHashHex(nodeHasher, new TextEncoder().encode('"é"')) // => true
 * ```
 */
export const leafOfText = (
  hasher: Hasher,
  text: string
): { readonly leafHash: string; readonly size: number } => {
  const input = textInput(text)
  return { leafHash: hasher.sha256Hex(input), size: input.length - 1 }
}

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
  nodeRoom.set(left, 1)
  nodeRoom.set(right, rightOfNode)
  return hasher.sha256(nodeRoom)
}

/** The hash over a row of subtrees, each hashed with all that stands right of it: at least two, each of 32 bytes. */
export const nodeHashOver = (hasher: Hasher, hashes: readonly Uint8Array[]): Uint8Array => {
  for (const hash of hashes) checkHashLength(hash, "a hash of the range")
  nodeRoom.set(hashes.at(-1)!, rightOfNode)
  for (let i = hashes.length - 2; i > 0; i--) {
    nodeRoom.set(hashes[i]!, 1)
    if (hasher.sha256Into === undefined) nodeRoom.set(hasher.sha256(nodeRoom), rightOfNode)
    else hasher.sha256Into(nodeRoom, nodeRoom, rightOfNode)
  }
  nodeRoom.set(hashes[0]!, 1)
  return hasher.sha256(nodeRoom)
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
