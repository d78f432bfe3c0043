// One value, one text: the bytes of a recorded event are RFC 8785 canonical JSON (JCS), so that a hash of them
// means the same in every engine and every store. This is the strict writer, on the hot path of every append.
import { firstRefusal, loneSurrogate, maxNesting, NotCanonicalizable } from "./not-canonicalizable.ts"

// Thrown by the fast walk, which keeps no path; `canonicalJson` then asks the slow walk where and why.
const refused = Symbol("refused")

// A string without any of these is its own JSON. Surrogates are in the class only to be looked at again.
const needsCare = /[^ !#-[\]-\uD7FF\uE000-\uFFFF]/

// ECMAScript's escapes are those of RFC 8785 section 3.2.2.2, lone surrogates apart.
const writeString = (text: string): string => {
  if (!needsCare.test(text)) return `"${text}"`
  if (loneSurrogate.test(text)) throw refused
  return JSON.stringify(text)
}

/** The keys of one object shape as they came, in canonical order, and each written with what stands before it. */
interface Shape {
  readonly keys: readonly string[]
  readonly sorted: readonly string[]
  readonly written: readonly string[]
}

// Sorting and escaping the same few key lists again for every event was a fifth of the writer's time. They are
// found by their first key, newest first; the bounds keep objects with ever new keys from growing the memory.
const shapes = new Map<string, Shape[]>()
const maxFirstKeys = 256
const maxShapesPerFirstKey = 32
const maxKeysOfShape = 32

// RFC 8785 section 3.2.3 sorts by UTF-16 code units, as JavaScript does when no comparison is given.
const newShape = (keys: readonly string[]): Shape => {
  const sorted = keys.toSorted()
  return { keys, sorted, written: sorted.map((key, i) => `${i === 0 ? "{" : ","}${writeString(key)}:`) }
}

// From the end: the first keys are the same already.
const sameKeys = (left: readonly string[], right: readonly string[]): boolean => {
  if (left.length !== right.length) return false
  for (let i = left.length - 1; i > 0; i--) if (left[i] !== right[i]) return false
  return true
}

const shapeOf = (first: string, keys: readonly string[]): Shape => {
  const known = shapes.get(first)
  if (known !== undefined) for (const shape of known) if (sameKeys(shape.keys, keys)) return shape
  const shape = newShape(keys)
  if (keys.length > maxKeysOfShape) return shape
  if (known !== undefined) {
    if (known.unshift(shape) > maxShapesPerFirstKey) known.pop()
  } else {
    if (shapes.size === maxFirstKeys) shapes.clear()
    shapes.set(first, [shape])
  }
  return shape
}

const writeArray = (items: readonly unknown[], depth: number): string => {
  // Holes make this count smaller, named properties larger.
  if (Object.keys(items).length !== items.length) throw refused
  let out = "["
  for (let i = 0; i < items.length; i++) {
    if (i > 0) out += ","
    out += write(Object.getOwnPropertyDescriptor(items, i)?.value, depth)
  }
  return `${out}]`
}

const writeObject = (value: object, depth: number): string => {
  if (depth > maxNesting) throw refused
  const prototype: unknown = Object.getPrototypeOf(value)
  if (Object.getOwnPropertySymbols(value).length !== 0) throw refused
  if (Array.isArray(value)) {
    if (prototype !== Array.prototype) throw refused
    return writeArray(value, depth + 1)
  }
  if (prototype !== Object.prototype && prototype !== null) throw refused
  const keys = Object.keys(value)
  const first = keys[0]
  if (first === undefined) return "{}"
  const { sorted, written } = shapeOf(first, keys)
  let out = ""
  for (let i = 0; i < sorted.length; i++) {
    // Read through the descriptor: a getter has no `value`, so it is refused as undefined is, and never called.
    out += written[i]! + write(Object.getOwnPropertyDescriptor(value, sorted[i]!)?.value, depth + 1)
  }
  return `${out}}`
}

const write = (value: unknown, depth: number): string => {
  if (typeof value === "string") return writeString(value)
  if (typeof value === "object") return value === null ? "null" : writeObject(value, depth)
  // ECMAScript's Number::toString is the number format of RFC 8785 section 3.2.2.3; it writes -0 as 0.
  if (typeof value === "number" && Number.isFinite(value)) return String(value)
  if (value === true) return "true"
  if (value === false) return "false"
  throw refused
}

/**
 * The RFC 8785 canonical JSON (JCS) of a value: keys in order of their UTF-16 code units, no white space,
 * ECMAScript's numbers, the shortest escapes. Equal values give equal texts, whatever order their keys came in.
 *
 * Takes null, booleans, finite numbers (-0 is written `0`), well-formed strings, arrays and plain objects
 * (prototype `Object.prototype` or none), nested at most 1,000 deep. Own enumerable properties are the value;
 * no getter and no `toJSON` is ever called.
 * @throws {@link NotCanonicalizable} for anything else, with the path to it: a silent loss would be hashed for ever.
 *
 * Source: RFC 8785 section 3.2.
 * @example
 * ```ts
 * import { canonicalJson } from "@lcqm/ledger"
 * canonicalJson({ level: "gold", criteria: [3, 1.0], agreed: true }) // => '{"agreed":true,"criteria":[3,1],"level":"gold"}'
 * ```
 */
export const canonicalJson = (value: unknown): string => {
  try {
    return write(value, 1)
  } catch (error) {
    if (error !== refused) throw error
    throw (
      firstRefusal(value) ??
      new NotCanonicalizable([], "changed-while-read", "a value that changes when read")
    )
  }
}

const utf8 = new TextEncoder()

/**
 * The canonical JSON of a value as UTF-8 bytes: what is hashed and what is stored.
 * @throws {@link NotCanonicalizable} as {@link canonicalJson} does.
 *
 * Source: RFC 8785 section 3.2.4.
 * @example
 * ```ts
 * import { canonicalBytes } from "@lcqm/ledger"
 * canonicalBytes({ é: 1 }).length // => 8
 * ```
 */
export const canonicalBytes = (value: unknown): Uint8Array => utf8.encode(canonicalJson(value))
