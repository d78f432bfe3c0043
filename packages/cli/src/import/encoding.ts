// The text of a CSV file. Registers and spreadsheets of the office write windows-1252 (what is often called Latin-1) or
// UTF-8, and say nowhere which; other encodings are refused.
import { isUtf8 } from "node:buffer"
import type { Problem } from "@lcqm/core"
import { Result } from "effect"

/** The encodings that are read. */
export type Encoding = "UTF-8" | "windows-1252"

/** A text and what its bytes were. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

const refused = (got: string): Result.Result<Decoded, Problem> =>
  Result.fail({ path: "", expected: "text in UTF-8 or windows-1252 (Latin-1)", got })

/**
 * Reads the bytes as text. What is UTF-8 throughout is read as that: in windows-1252 it would be a run of odd pairs as
 * "Ã©", which no register holds.
 */
export const decoded = (bytes: Buffer): Result.Result<Decoded, Problem> => {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return refused("UTF-16")
  if (bytes.includes(0)) return refused("bytes of 0, as in UTF-16 or a file of another program")
  return Result.succeed(
    isUtf8(bytes)
      ? { text: bytes.toString("utf8").replace(/^\uFEFF/, ""), encoding: "UTF-8" }
      : { text: new TextDecoder("windows-1252").decode(bytes), encoding: "windows-1252" }
  )
}
