// Hashes as text and back. The reader is strict: one hash has one spelling, so texts can be compared as texts.
import { hashLength } from "./hasher.ts"
import { Malformed } from "./malformed.ts"

const byteTexts = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

/**
 * Bytes as lower-case hexadecimal, two digits a byte.
 *
 * Source: RFC 4648 section 8, in lower case.
 * @example
 * ```ts
 * import { toHex } from "@lcqm/ledger"
 * toHex(new Uint8Array([0, 171, 255])) // => "00abff"
 * ```
 */
export const toHex = (bytes: Uint8Array): string => {
  let text = ""
  for (const byte of bytes) text += byteTexts[byte]!
  return text
}

// -1 for anything but 0-9 and a-f.
const digitOf = (text: string, offset: number): number => {
  const unit = text.charCodeAt(offset)
  if (unit >= 48 && unit <= 57) return unit - 48
  return unit >= 97 && unit <= 102 ? unit - 87 : -1
}

/**
 * The bytes of a lower-case hexadecimal text; `what` names the value in the error.
 * @throws {@link Malformed} on an upper-case or foreign character, or an odd number of digits.
 *
 * Source: RFC 4648 section 8, in lower case.
 * @example
 * ```ts
 * import { fromHex } from "@lcqm/ledger"
 * fromHex("00abff") // => new Uint8Array([0, 171, 255])
 * ```
 */
export const fromHex = (text: string, what?: string): Uint8Array => {
  const place = what === undefined ? "" : ` of ${what}`
  const bytes = new Uint8Array(Math.ceil(text.length / 2))
  for (let offset = 0; offset < text.length; offset++) {
    const digit = digitOf(text, offset)
    if (digit < 0) {
      const got = JSON.stringify(text.charAt(offset))
      throw new Malformed("hexadecimal", `character ${offset}${place}`, "one of 0-9 and a-f", got)
    }
    const index = offset >> 1
    bytes[index] = bytes[index]! * 16 + digit
  }
  if (text.length % 2 === 0) return bytes
  throw new Malformed("hexadecimal", `the length${place}`, "two digits a byte", `${text.length} digits`)
}

/**
 * A SHA-256 hash from its 64 hexadecimal digits; `what` names it in the error.
 * @throws {@link Malformed} on anything but 64 lower-case hexadecimal digits.
 * @example
 * ```ts
 * import { hashFromHex } from "@lcqm/ledger"
 * hashFromHex("00".repeat(32)).length // => 32
 * ```
 */
export const hashFromHex = (text: string, what = "a hash"): Uint8Array => {
  const bytes = fromHex(text, what)
  if (bytes.length === hashLength) return bytes
  throw new Malformed(
    "hexadecimal",
    `the length of ${what}`,
    `${hashLength * 2} digits`,
    `${text.length} digits`
  )
}
