// Who may sign: a name, a public key and what its signatures mean, with the text form that is passed around.
import { fromBase64, toBase64 } from "../base64.ts"
import type { Hasher } from "../hasher.ts"
import { fromHex, toHex } from "../hex.ts"
import { Malformed } from "../malformed.ts"
import { checkKeyName } from "./note-text.ts"

/**
 * What a signature is over: `ed25519` the text of the note itself (type 0x01), `cosignature/v1` the text and a
 * time, by an outside witness (type 0x04).
 *
 * Source: C2SP signed-note "Signature types"; C2SP tlog-cosignature.
 * @example
 * ```ts
 * import { type NoteAlgorithm, verifierKey } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const ofWitnesses: NoteAlgorithm = "cosignature/v1"
 * verifierKey(nodeHasher, "w.example", ofWitnesses, new Uint8Array(32)).algorithm // => "cosignature/v1"
 * ```
 */
export type NoteAlgorithm = "ed25519" | "cosignature/v1"

const typeOf: Record<NoteAlgorithm, number> = { ed25519: 1, "cosignature/v1": 4 }
const keyLength = 32

/**
 * A key that verifies signatures on notes: `name` without spaces and `+`; `id`, an unsigned 32-bit number that
 * follows from the rest; `publicKey`, 32 bytes of Ed25519.
 * @example
 * ```ts
 * import { type VerifierKey, verifierKey } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const key: VerifierKey = verifierKey(nodeHasher, "example.com/log", "ed25519", new Uint8Array(32))
 * key.name // => "example.com/log"
 * ```
 */
export interface VerifierKey {
  readonly name: string
  readonly algorithm: NoteAlgorithm
  readonly id: number
  readonly publicKey: Uint8Array
}

const utf8 = new TextEncoder()

/**
 * A verifier key from its parts; the id is computed: the first four bytes of SHA-256(name ‖ "\n" ‖ type ‖ key).
 * @throws {@link Malformed} on a name that cannot stand in a note, or a public key that is not 32 bytes.
 *
 * Source: C2SP signed-note "Ed25519 signatures"; C2SP tlog-cosignature "Format".
 * @example
 * ```ts
 * import { verifierKey } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * verifierKey(nodeHasher, "example.com/log", "ed25519", new Uint8Array(32)).id // => 2746054363
 * ```
 */
export const verifierKey = (
  hasher: Hasher,
  name: string,
  algorithm: NoteAlgorithm,
  publicKey: Uint8Array
): VerifierKey => {
  checkKeyName("verifier key", name)
  if (publicKey.length !== keyLength) {
    throw new Malformed(
      "verifier key",
      "the public key",
      `${keyLength} bytes of Ed25519`,
      `${publicKey.length} bytes`
    )
  }
  const prefix = utf8.encode(`${name}\n`)
  const input = new Uint8Array([...prefix, typeOf[algorithm], ...publicKey])
  const id = parseInt(hasher.sha256Hex(input).slice(0, 8), 16)
  return { name, algorithm, id, publicKey }
}

/** A key id as the eight hexadecimal digits it is written with. */
export const keyIdText = (id: number): string => id.toString(16).padStart(8, "0")

/**
 * The text form of a verifier key, `<name>+<id>+<base64(type ‖ public key)>`: for configuration, not secret.
 *
 * Source: C2SP signed-note "Verifier keys".
 * @example
 * ```ts
 * import { parseVerifierKey, verifierKeyText } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const text = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
 * verifierKeyText(parseVerifierKey(nodeHasher, text)) === text // => true
 * ```
 */
export const verifierKeyText = (key: VerifierKey): string =>
  `${key.name}+${keyIdText(key.id)}+${toBase64(new Uint8Array([typeOf[key.algorithm], ...key.publicKey]))}`

/** The parts of `<name>+<id>+<base64>`. Only the first two `+` divide: base64 has some of its own. */
export const splitKeyText = (
  format: "verifier key" | "signer key",
  text: string
): { readonly name: string; readonly id: number; readonly type: number; readonly material: Uint8Array } => {
  const first = text.indexOf("+")
  const second = text.indexOf("+", first + 1)
  if (first < 0 || second < 0) throw new Malformed(format, "it", "three parts divided by +", "fewer")
  const name = text.slice(0, first)
  checkKeyName(format, name)
  const id = fromHex(text.slice(first + 1, second), "the key id")
  if (id.length !== 4) throw new Malformed(format, "the key id", "8 hexadecimal digits", `${id.length * 2}`)
  const [type, ...material] = fromBase64(text.slice(second + 1), "the key")
  if (type === undefined || material.length !== keyLength) {
    throw new Malformed(
      format,
      "the key",
      `a type byte and ${keyLength} bytes`,
      `${material.length} bytes after it`
    )
  }
  return { name, id: parseInt(toHex(id), 16), type, material: new Uint8Array(material) }
}

/**
 * The verifier key of a text form.
 * @throws {@link Malformed} when it has not that form, its type is neither 0x01 nor 0x04, or its id does not
 * follow from its name and key: such a text was damaged or put together wrongly.
 *
 * Source: C2SP signed-note "Verifier keys".
 * @example
 * ```ts
 * import { parseVerifierKey } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const text = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
 * parseVerifierKey(nodeHasher, text).id.toString(16) // => "33d7b496"
 * ```
 */
export const parseVerifierKey = (hasher: Hasher, text: string): VerifierKey => {
  const { name, id, type, material } = splitKeyText("verifier key", text)
  const algorithm = type === 1 ? "ed25519" : type === 4 ? "cosignature/v1" : undefined
  if (algorithm === undefined) {
    throw new Malformed("verifier key", "the type", "1 (Ed25519) or 4 (cosignature/v1)", String(type))
  }
  const key = verifierKey(hasher, name, algorithm, material)
  if (key.id === id) return key
  throw new Malformed(
    "verifier key",
    "the key id",
    `${keyIdText(key.id)}, which name and key give`,
    keyIdText(id)
  )
}
