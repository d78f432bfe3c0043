// Why a value has no canonical JSON: the slow, careful walk that runs only after the fast writer gave up,
// so that the writer itself carries no path and the error still names the exact place.

/**
 * Which rule a value broke; see {@link NotCanonicalizable}.
 * @example
 * ```ts
 * import { canonicalJson, NotCanonicalizable, type NotCanonicalizableReason } from "@lcqm/ledger"
 * const expected: NotCanonicalizableReason = "undefined"
 * const reasonFor = (value: unknown) => {
 *   try {
 *     return canonicalJson(value)
 *   } catch (error) {
 *     return error instanceof NotCanonicalizable ? error.reason : "another error"
 *   }
 * }
 * reasonFor({ level: undefined }) === expected // => true
 * ```
 */
export type NotCanonicalizableReason =
  | "lone-surrogate"
  | "undefined"
  | "hole"
  | "not-finite"
  | "bigint"
  | "function"
  | "symbol"
  | "symbol-key"
  | "extra-array-property"
  | "class-instance"
  | "accessor"
  | "cycle"
  | "too-deep"
  | "changed-while-read"

const advice: Record<NotCanonicalizableReason, string> = {
  "lone-surrogate": "repair the text first: half a surrogate pair has no UTF-8 form",
  undefined: "leave the property out, or write null",
  hole: "fill the array: JSON has no holes",
  "not-finite": "JSON has no NaN and no infinities: use a finite number, a string or null",
  bigint: "write it as a string, or as a number where it is a safe integer",
  function: "only data can be written: leave it out",
  symbol: "only data can be written: use a string",
  "symbol-key": "use string keys: JSON would silently drop it",
  "extra-array-property": "use a plain object: JSON would silently drop a named property of an array",
  "class-instance":
    "encode it first to plain objects, arrays, strings and numbers (a date as an ISO 8601 string)",
  accessor: "copy the value into a plain property: a getter may answer differently each time",
  cycle: "break the circle: refer to the other thing by its id",
  "too-deep": "nest less deeply",
  "changed-while-read": "pass plain data, not a proxy: it gave another answer when read again"
}

/**
 * A value that RFC 8785 cannot write, or that JSON would write by silently losing something.
 *
 * - `path`: property names and array indexes from the root to the offending place; `[]` is the value itself.
 * - `reason`: the rule it broke.
 * - `got`: what was found there, in words.
 *
 * Source: RFC 8785 section 3.2.2 and RFC 7493 (I-JSON) section 2, which it builds on.
 * @example
 * ```ts
 * import { canonicalJson, NotCanonicalizable } from "@lcqm/ledger"
 * const refusal = (value: unknown) => {
 *   try {
 *     return canonicalJson(value)
 *   } catch (error) {
 *     return error instanceof NotCanonicalizable ? [error.reason, error.path, error.got] : "another error"
 *   }
 * }
 * refusal({ marks: [1, NaN] }) // => ["not-finite", ["marks", 1], "NaN"]
 * ```
 */
export class NotCanonicalizable extends Error {
  readonly _tag = "NotCanonicalizable"
  override readonly name = "NotCanonicalizable"
  readonly path: readonly (string | number)[]
  readonly reason: NotCanonicalizableReason
  readonly got: string

  constructor(path: readonly (string | number)[], reason: NotCanonicalizableReason, got: string) {
    const place =
      path.length === 0 ? "the value itself" : path.map((step) => JSON.stringify(step)).join(" > ")
    super(
      `Cannot write canonical JSON at ${place}: expected null, a boolean, a finite number, a well-formed ` +
        `string, an array or a plain object; got ${got}. What to do: ${advice[reason]}.`
    )
    this.path = path
    this.reason = reason
    this.got = got
  }
}

/** Levels of arrays and objects a value may be nested; deeper is refused rather than overflowing the stack. */
export const maxNesting = 1000

/** Matches half a surrogate pair: under the `u` flag whole pairs are read as one code point. */
export const loneSurrogate = /[\uD800-\uDFFF]/u

type Path = readonly (string | number)[]

const classOf = (value: object): string => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (typeof prototype !== "object" || prototype === null) return "an object of an unknown class"
  const constructor: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value
  return typeof constructor === "function" && constructor.name !== ""
    ? `an instance of class ${constructor.name}`
    : "an object of a nameless class"
}

const ofObject = (value: object, path: Path, above: readonly object[]): NotCanonicalizable | undefined => {
  if (above.includes(value)) {
    return new NotCanonicalizable(
      path,
      "cycle",
      `the same object again, ${above.length - above.indexOf(value)} levels up`
    )
  }
  if (above.length >= maxNesting) {
    return new NotCanonicalizable(path, "too-deep", `more than ${maxNesting} levels of nesting`)
  }
  const prototype: unknown = Object.getPrototypeOf(value)
  const isArray = Array.isArray(value)
  if (isArray ? prototype !== Array.prototype : prototype !== Object.prototype && prototype !== null) {
    return new NotCanonicalizable(path, "class-instance", classOf(value))
  }
  const symbol = Object.getOwnPropertySymbols(value)[0]
  if (symbol !== undefined) return new NotCanonicalizable(path, "symbol-key", `the key ${String(symbol)}`)
  const keys = Object.keys(value)
  if (isArray) {
    for (let index = 0; index < value.length; index++) {
      if (!Object.hasOwn(value, index)) {
        return new NotCanonicalizable([...path, index], "hole", "a hole in an array")
      }
    }
    const extra = keys[value.length]
    if (extra !== undefined) {
      return new NotCanonicalizable([...path, extra], "extra-array-property", "a named property of an array")
    }
  }
  for (const key of keys) {
    const here = [...path, isArray ? Number(key) : key]
    if (loneSurrogate.test(key)) {
      return new NotCanonicalizable(here, "lone-surrogate", "a key with half a surrogate pair")
    }
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property !== undefined && !("value" in property)) {
      return new NotCanonicalizable(here, "accessor", "a property with a getter or setter")
    }
    const found = firstRefusal(property?.value, here, [...above, value])
    if (found !== undefined) return found
  }
  return undefined
}

/** The first place, in the order the keys were written in, that cannot be written; undefined if there is none. */
export const firstRefusal = (
  value: unknown,
  path: Path = [],
  above: readonly object[] = []
): NotCanonicalizable | undefined => {
  switch (typeof value) {
    case "string":
      return loneSurrogate.test(value)
        ? new NotCanonicalizable(path, "lone-surrogate", "a string with half a surrogate pair")
        : undefined
    case "number":
      return Number.isFinite(value) ? undefined : new NotCanonicalizable(path, "not-finite", String(value))
    case "boolean":
      return undefined
    case "undefined":
      return new NotCanonicalizable(path, "undefined", "undefined")
    case "bigint":
      return new NotCanonicalizable(path, "bigint", `the bigint ${value}n`)
    case "symbol":
      return new NotCanonicalizable(path, "symbol", String(value))
    case "function":
      return new NotCanonicalizable(path, "function", "a function")
    case "object":
      return value === null ? undefined : ofObject(value, path, above)
  }
}
