// A signed note is text a person can read, with signatures under it. This is the format alone: nothing here
// says whether a signature is good.
import { fromBase64, toBase64 } from "../base64.ts"
import { toHex } from "../hex.ts"
import { Malformed } from "../malformed.ts"
import { checkKeyName, checkNoteText } from "./note-text.ts"
import { keyIdText } from "./verifier-key.ts"

/**
 * One signature line: the signer's `name`, the key's `id` (unsigned, 32 bits), and what it signed with, raw.
 * @example
 * ```ts
 * import { type NoteSignature, parseSignedNote } from "@lcqm/ledger"
 * const [line]: readonly NoteSignature[] = parseSignedNote("hello\n\n— a.example AAAAAQI=\n").signatures
 * line // => { name: "a.example", id: 1, signature: new Uint8Array([2]) }
 * ```
 */
export interface NoteSignature {
  readonly name: string
  readonly id: number
  readonly signature: Uint8Array
}

/**
 * A signed note: `text` ends with a line end; `signatures` in the order of their lines, at least one.
 * @example
 * ```ts
 * import { type SignedNote, writeSignedNote } from "@lcqm/ledger"
 * const signature = { name: "a.example", id: 1, signature: new Uint8Array([2]) }
 * const note: SignedNote = { text: "hello\n", signatures: [signature] }
 * writeSignedNote(note) // => "hello\n\n— a.example AAAAAQI=\n"
 * ```
 */
export interface SignedNote {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

// More than any log has witnesses; Go's sumdb/note draws the same line.
const mostSignatures = 100
const lineStart = "— "

/** One signature line with its line end. */
export const signatureLine = ({ name, id, signature }: NoteSignature): string => {
  checkKeyName("signed note", name)
  const blob = new Uint8Array(4 + signature.length)
  new DataView(blob.buffer).setUint32(0, id)
  blob.set(signature, 4)
  return `${lineStart}${name} ${toBase64(blob)}\n`
}

/**
 * The text of a signed note.
 * @throws {@link Malformed} when the text does not end with a line end, holds control characters or broken
 * Unicode, or there is no signature, or one with an impossible name.
 *
 * Source: C2SP signed-note "Format".
 * @example
 * ```ts
 * import { parseSignedNote, writeSignedNote } from "@lcqm/ledger"
 * writeSignedNote(parseSignedNote("hello\n\n— a.example AAAAAQI=\n")) // => "hello\n\n— a.example AAAAAQI=\n"
 * ```
 */
export const writeSignedNote = ({ text, signatures }: SignedNote): string => {
  checkNoteText("signed note", text)
  if (!text.endsWith("\n")) throw new Malformed("signed note", "the text", "ended by a line end", "not")
  if (signatures.length === 0 || signatures.length > mostSignatures) {
    const got = `${signatures.length} of them`
    throw new Malformed("signed note", "the signatures", `1 to ${mostSignatures} of them`, got)
  }
  return `${text}\n${signatures.map(signatureLine).join("")}`
}

const parseLine = (line: string, place: number): NoteSignature => {
  const where = `signature line ${place + 1}`
  const space = line.indexOf(" ", lineStart.length)
  if (!line.startsWith(lineStart) || space < 0) {
    throw new Malformed(
      "signed note",
      where,
      "an em dash, a name and base64, divided by spaces",
      JSON.stringify(line)
    )
  }
  const name = line.slice(lineStart.length, space)
  checkKeyName("signed note", name)
  const blob = fromBase64(line.slice(space + 1), where)
  if (blob.length < 5)
    throw new Malformed("signed note", where, "a key id and a signature", `${blob.length} bytes`)
  return { name, id: parseInt(toHex(blob.subarray(0, 4)), 16), signature: blob.slice(4) }
}

/**
 * The parts of a signed note. Says nothing about the signatures: the text must be ignored until they are verified.
 * @throws {@link Malformed} on anything that is not exactly a signed note, or has more than 100 signatures.
 *
 * Source: C2SP signed-note "Format": the last empty line divides text and signatures.
 * @example
 * ```ts
 * import { parseSignedNote } from "@lcqm/ledger"
 * parseSignedNote("hello\n\n— a.example AAAAAQI=\n").text // => "hello\n"
 * ```
 */
export const parseSignedNote = (note: string): SignedNote => {
  checkNoteText("signed note", note)
  const blank = note.lastIndexOf("\n\n")
  if (blank < 0)
    throw new Malformed("signed note", "it", "a text, an empty line and signatures", "without empty line")
  if (!note.endsWith("\n") || note.length === blank + 2) {
    throw new Malformed("signed note", "the end", "a signature line with its line end", "cut off")
  }
  const lines = note.slice(blank + 2, -1).split("\n")
  if (lines.length > mostSignatures) {
    throw new Malformed("signed note", "the signatures", `at most ${mostSignatures}`, `${lines.length}`)
  }
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseLine) }
}

/** How a signature line is named to a person: name and key id. */
export const signatureTitle = ({ name, id }: NoteSignature): string => `${name} (key ${keyIdText(id)})`
