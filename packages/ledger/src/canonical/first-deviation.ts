// Where a text stops being canonical JSON. It runs only on texts already known not to be canonical, reads
// left to right without recursion, and judges by the grammar of RFC 8785 alone, not by comparing with a
// rewritten text: what is not JSON at all has no rewritten text to compare with.
import { maxNesting } from "./not-canonicalizable.ts"

/** The first code unit that no canonical text has after the units before it; of a misplaced key, its start. */
export interface Deviation {
  readonly offset: number
  readonly expected: string
  readonly got: string
}

// An open array or object; `lastKey` is the key read last in an object.
interface Open {
  readonly close: "]" | "}"
  lastKey: string | undefined
}

// The longest start of a canonical string: plain characters, whole surrogate pairs, and only those escapes that
// RFC 8785 section 3.2.2.2 asks for.
const stringStart =
  /"(?:[ !#-[\]-\uD7FF\uE000-\uFFFF]+|[\uD800-\uDBFF][\uDC00-\uDFFF]|\\["\\bfnrt]|\\u00(?:0[0-7bef]|1[0-9a-f]))*/y
const numberLike = /[-+.0-9Ee]+/y
const word = /true|false|null/y

const found = (text: string, offset: number): string => {
  const point = text.codePointAt(offset)
  return point === undefined ? "the end of the text" : JSON.stringify(String.fromCodePoint(point))
}

const deviation = (text: string, offset: number, expected: string): Deviation => ({
  offset,
  expected,
  got: found(text, offset)
})

const matchAt = (pattern: RegExp, text: string, offset: number): string | undefined => {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}

// Each reader answers with the offset after what it read, or with the deviation it met.
const readString = (text: string, offset: number): number | Deviation => {
  const start = matchAt(stringStart, text, offset)
  if (start === undefined) return deviation(text, offset, "a string")
  const end = offset + start.length
  return text[end] === '"'
    ? end + 1
    : deviation(text, end, "a character as RFC 8785 writes it, or the closing quote")
}

const readNumber = (text: string, offset: number, token: string): number | Deviation => {
  const value = Number(token)
  if (!Number.isFinite(value)) return deviation(text, offset, "a number that an IEEE 754 double holds")
  const canonical = String(value)
  let same = 0
  while (same < token.length && token[same] === canonical[same]) same++
  return same === token.length && same === canonical.length
    ? offset + same
    : deviation(text, offset + same, `the number written as ${canonical}`)
}

const readScalar = (text: string, offset: number): number | Deviation => {
  if (text[offset] === '"') return readString(text, offset)
  const number = matchAt(numberLike, text, offset)
  if (number !== undefined) return readNumber(text, offset, number)
  const literal = matchAt(word, text, offset)
  return literal === undefined ? deviation(text, offset, "a value") : offset + literal.length
}

const readKey = (text: string, offset: number, open: Open): number | Deviation => {
  const end = readString(text, offset)
  if (typeof end !== "number") return end
  const key: string = JSON.parse(text.slice(offset, end))
  const last = open.lastKey
  if (last !== undefined && key <= last) {
    return { offset, expected: `a key that sorts after ${JSON.stringify(last)}`, got: JSON.stringify(key) }
  }
  open.lastKey = key
  return text[end] === ":" ? end + 1 : deviation(text, end, '":"')
}

/** The first deviation of a text from canonical JSON; undefined when the text is canonical. */
export const firstDeviation = (text: string): Deviation | undefined => {
  const opened: Open[] = []
  let at = 0
  for (;;) {
    // Here a value is due.
    const bracket = text[at]
    if (bracket === "[" || bracket === "{") {
      if (opened.length === maxNesting) return deviation(text, at, `at most ${maxNesting} levels of nesting`)
      const open: Open = { close: bracket === "[" ? "]" : "}", lastKey: undefined }
      at++
      if (text[at] !== open.close) {
        opened.push(open)
        if (open.close === "}") {
          const next = readKey(text, at, open)
          if (typeof next !== "number") return next
          at = next
        }
        continue
      }
      at++
    } else {
      const next = readScalar(text, at)
      if (typeof next !== "number") return next
      at = next
    }
    // Here a value ended: close what closes, then a comma must follow, or the text is over.
    while (opened.length > 0 && text[at] === opened.at(-1)?.close) {
      opened.pop()
      at++
    }
    const open = opened.at(-1)
    if (open === undefined) return at === text.length ? undefined : deviation(text, at, "the end of the text")
    if (text[at] !== ",") return deviation(text, at, `"," or "${open.close}"`)
    at++
    if (open.close === "}") {
      const next = readKey(text, at, open)
      if (typeof next !== "number") return next
      at = next
    }
  }
}
