// Signed notes carry base64. `atob` forgives white space and missing padding, and two texts that decode alike
// would be one signature with two spellings; this reader takes exactly what the writer writes.
import { hashLength } from "./hasher.ts"
import { Malformed } from "./malformed.ts"

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
const valueOf = new Map(Array.from(alphabet, (letter, value) => [letter, value]))

/**
 * Bytes as standard base64 with padding.
 *
 * Source: RFC 4648 section 4.
 * @example
 * ```ts
 * import { toBase64 } from "@lcqm/ledger"
 * toBase64(new Uint8Array([251, 255])) // => "+/8="
 * ```
 */
export const toBase64 = (bytes: Uint8Array): string => {
  let text = ""
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63)
    text += i + 1 < bytes.length ? alphabet.charAt((group >> 6) & 63) : "="
    text += i + 2 < bytes.length ? alphabet.charAt(group & 63) : "="
  }
  return text
}

/**
 * The bytes of a standard base64 text; `what` names the value in the error.
 * @throws {@link Malformed} on foreign characters, white space, wrong padding, or bits that no byte uses.
 *
 * Source: RFC 4648 sections 3.5 and 4.
 * @example
 * ```ts
 * import { fromBase64 } from "@lcqm/ledger"
 * fromBase64("+/8=") // => new Uint8Array([251, 255])
 * ```
 */
export const fromBase64 = (text: string, what?: string): Uint8Array => {
  const place = what === undefined ? "" : ` of ${what}`
  if (text.length % 4 !== 0) {
    throw new Malformed("base64", `the length${place}`, "a multiple of 4", `${text.length} characters`)
  }
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let group = 0
  for (let i = 0; i < text.length - padding; i++) {
    const value = valueOf.get(text.charAt(i))
    if (value === undefined) {
      const got = JSON.stringify(text.charAt(i))
      throw new Malformed("base64", `character ${i}${place}`, "one of A-Z, a-z, 0-9, + and /", got)
    }
    // Each letter brings six bits; a byte is complete with the second, third and fourth of a group.
    group = ((group << 6) | value) & 0xff_ff_ff
    const phase = i % 4
    if (phase > 0) bytes[Math.floor(i / 4) * 3 + phase - 1] = group >> (6 - 2 * phase)
  }
  if ((group & (padding === 2 ? 15 : padding === 1 ? 3 : 0)) !== 0) {
    throw new Malformed("base64", `the last letter${place}`, "one whose unused bits are zero", "another")
  }
  return bytes
}

/** A SHA-256 hash from its 44 base64 characters; `what` names it in the error. */
export const hashFromBase64 = (text: string, what: string): Uint8Array => {
  const bytes = fromBase64(text, what)
  if (bytes.length === hashLength) return bytes
  throw new Malformed("base64", what, `a hash of ${hashLength} bytes`, `${bytes.length} bytes`)
}
