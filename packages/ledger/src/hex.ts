// Hashes as text and back. The reader is strict: one hash has one spelling, so texts can be compared as texts.
import { hashLength } from "./hasher.ts"

/**
 * A text that is not lower-case hexadecimal, or not of the expected length.
 *
 * - `what`: which value was being read. - `offset`: of the first wrong character, or of the end when the
 *   length is wrong. - `expected`, `got`: in words.
 * @example
 * ```ts
 * import { fromHex, NotHex } from "@lcqm/ledger"
 * const refusal = (text: string) => {
 *   try {
 *     return fromHex(text)
 *   } catch (error) {
 *     return error instanceof NotHex ? [error.offset, error.got] : "another error"
 *   }
 * }
 * refusal("00fG") // => [3, '"G"']
 * ```
 */
export class NotHex extends Error {
  readonly _tag = "NotHex"
  override readonly name = "NotHex"
  readonly what: string
  readonly offset: number
  readonly expected: string
  readonly got: string

  constructor(what: string, offset: number, expected: string, got: string) {
    super(
      `Cannot read ${what} from hexadecimal: at offset ${offset} expected ${expected}; got ${got}. ` +
        `What to do: give it as the ledger writes it, lower case, two digits a byte, nothing around it.`
    )
    this.what = what
    this.offset = offset
    this.expected = expected
    this.got = got
  }
}

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
 * @throws {@link NotHex} on an upper-case or foreign character, or an odd number of digits.
 *
 * Source: RFC 4648 section 8, in lower case.
 * @example
 * ```ts
 * import { fromHex } from "@lcqm/ledger"
 * fromHex("00abff") // => new Uint8Array([0, 171, 255])
 * ```
 */
export const fromHex = (text: string, what = "bytes"): Uint8Array => {
  const bytes = new Uint8Array(text.length >> 1)
  for (let offset = 0; offset < text.length; offset++) {
    const digit = digitOf(text, offset)
    if (digit < 0) throw new NotHex(what, offset, "one of 0-9 and a-f", JSON.stringify(text.charAt(offset)))
    const index = offset >> 1
    if (index < bytes.length) bytes[index] = bytes[index]! * 16 + digit
  }
  if (text.length % 2 === 1) throw new NotHex(what, text.length, "a second digit of the last byte", "the end")
  return bytes
}

/**
 * A SHA-256 hash from its 64 hexadecimal digits; `what` names it in the error.
 * @throws {@link NotHex} on anything but 64 lower-case hexadecimal digits.
 * @example
 * ```ts
 * import { hashFromHex } from "@lcqm/ledger"
 * hashFromHex("00".repeat(32)).length // => 32
 * ```
 */
export const hashFromHex = (text: string, what = "a hash"): Uint8Array => {
  const bytes = fromHex(text, what)
  if (bytes.length === hashLength) return bytes
  throw new NotHex(what, text.length, `${hashLength * 2} digits in all`, `${text.length} digits`)
}
