// What may stand in a signed note at all: the rules shared by those who write notes and those who read them.
import { type Format, Malformed } from "../malformed.ts"

// C0 controls apart from the line end, and halves of surrogate pairs, which have no UTF-8.
const allowed = /^[\n -\u{D7FF}\u{E000}-\u{10FFFF}]*$/u
const whiteSpace = /\p{White_Space}/u

/** Refuses text that a note may not contain: control characters other than the line end, broken Unicode. */
export const checkNoteText = (format: Format, text: string): void => {
  if (allowed.test(text)) return
  throw new Malformed(
    format,
    "the text",
    "well-formed, without control characters but the line end",
    "not so"
  )
}

/** Refuses a name that cannot stand in a signature line: empty, or with white space or a plus sign. */
export const checkKeyName = (format: Format, name: string): void => {
  checkNoteText(format, name)
  if (name !== "" && !whiteSpace.test(name) && !name.includes("+")) return
  throw new Malformed(format, "the key name", "non-empty, without white space and +", JSON.stringify(name))
}
