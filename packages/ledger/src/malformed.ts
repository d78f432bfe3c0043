// What every reader of a foreign text or file throws: all of them refuse in the same words, which file it is,
// where in it, what should be there, what is there, and what to do.

/**
 * What was being read; see {@link Malformed}.
 * @example
 * ```ts
 * import { type Format, fromBase64, Malformed } from "@lcqm/ledger"
 * const expected: Format = "base64"
 * const formatOf = (read: () => unknown) => {
 *   try {
 *     return read()
 *   } catch (error) {
 *     return error instanceof Malformed ? error.format : "another error"
 *   }
 * }
 * formatOf(() => fromBase64("?")) === expected // => true
 * ```
 */
export type Format =
  | "hexadecimal"
  | "base64"
  | "compact range"
  | "verifier key"
  | "signer key"
  | "signed note"
  | "checkpoint"
  | "cosignature"
  | "stream head"
  | "tlog-proof"
  | "hash tile"
  | "entry bundle"

const advice: Record<Format, string> = {
  hexadecimal: "give it lower case, two digits a byte, with nothing around it",
  base64: "give standard base64 (RFC 4648 section 4) with its padding, on one line",
  "compact range": "give what rangeToJson wrote, unchanged, or rebuild the range from the leaf hashes",
  "verifier key": "give it whole, as <name>+<8 hexadecimal digits>+<base64>, from a source you trust",
  "signer key": "give it whole, as PRIVATE+KEY+<name>+<8 hexadecimal digits>+<base64>",
  "signed note": "fetch the file again, byte for byte: no line end, space or byte order mark may be changed",
  checkpoint: "fetch the checkpoint again; its text is origin, size and root, each on its line",
  cosignature: "ask the witness to sign again (C2SP tlog-cosignature, Ed25519)",
  "stream head": "fetch the stream head again, byte for byte; its text is five lines",
  "tlog-proof": "fetch the .tlog-proof file again, byte for byte",
  "hash tile": "fetch the tile again; it is a sequence of 32-byte hashes and nothing else",
  "entry bundle": "fetch the bundle again; every entry follows its length in two bytes"
}

/**
 * A text or file that does not have the form it should have.
 *
 * - `format`: what was being read.
 * - `where`: the part of it, in words.
 * - `expected`, `got`: what should be there and what is, in words.
 * @example
 * ```ts
 * import { fromHex, Malformed } from "@lcqm/ledger"
 * const refusal = (text: string) => {
 *   try {
 *     return fromHex(text)
 *   } catch (error) {
 *     return error instanceof Malformed ? [error.format, error.where, error.got] : "another error"
 *   }
 * }
 * refusal("00fG") // => ["hexadecimal", "character 3", '"G"']
 * ```
 */
export class Malformed extends Error {
  readonly _tag = "Malformed"
  override readonly name = "Malformed"
  readonly format: Format
  readonly where: string
  readonly expected: string
  readonly got: string

  constructor(format: Format, where: string, expected: string, got: string) {
    super(`Malformed ${format}: ${where} should be ${expected}; it is ${got}. What to do: ${advice[format]}.`)
    this.format = format
    this.where = where
    this.expected = expected
    this.got = got
  }
}
