// Reading canonical JSON back: an auditor's file must be exactly the canonical text, and where it is not,
// the byte that was touched is worth naming.
import { canonicalJson } from "./canonical-json.ts"
import { firstDeviation } from "./first-deviation.ts"

/**
 * What JSON can hold, read-only.
 * @example
 * ```ts
 * import { canonicalJson, type JsonValue } from "@lcqm/ledger"
 * const value: JsonValue = { criteria: [1, 2], agreed: null }
 * canonicalJson(value) // => '{"agreed":null,"criteria":[1,2]}'
 * ```
 */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * A text that is not the canonical JSON of anything.
 *
 * - `offset`: in UTF-16 code units, of the first unit that no canonical text has after what stands before it;
 *   of a key in the wrong place, the start of that key.
 * - `expected`, `got`: what could have stood there, and what stands there, in words.
 *
 * Source: RFC 8785 section 3.2.
 * @example
 * ```ts
 * import { NotCanonicalJson, parseCanonicalJson } from "@lcqm/ledger"
 * const refusal = (text: string) => {
 *   try {
 *     return parseCanonicalJson(text)
 *   } catch (error) {
 *     return error instanceof NotCanonicalJson ? [error.offset, error.expected] : "another error"
 *   }
 * }
 * refusal('{"b":1,"a":2}') // => [7, 'a key that sorts after "b"']
 * ```
 */
export class NotCanonicalJson extends Error {
  readonly _tag = "NotCanonicalJson"
  override readonly name = "NotCanonicalJson"
  readonly offset: number
  readonly expected: string
  readonly got: string

  constructor(offset: number, expected: string, got: string) {
    super(
      `Not canonical JSON (RFC 8785): at offset ${offset} expected ${expected}; got ${got}. ` +
        `What to do: compare with the original; a text that was only re-formatted can be parsed and written again.`
    )
    this.offset = offset
    this.expected = expected
    this.got = got
  }
}

// undefined: not canonical. A canonical text never stands for undefined.
const parsedIfCanonical = (text: string): JsonValue | undefined => {
  try {
    const value: JsonValue = JSON.parse(text)
    return canonicalJson(value) === text ? value : undefined
  } catch {
    return undefined
  }
}

/**
 * The value of a canonical JSON text.
 * @throws {@link NotCanonicalJson} when the text is not JSON, or is JSON but not, unit for unit, what
 * {@link canonicalJson} writes: other key order, white space, a repeated key, `1.0`, an escape more than needed.
 *
 * Source: RFC 8785 section 3.2.
 * @example
 * ```ts
 * import { parseCanonicalJson } from "@lcqm/ledger"
 * parseCanonicalJson('{"level":"gold"}') // => { level: "gold" }
 * ```
 */
export const parseCanonicalJson = (text: string): JsonValue => {
  const value = parsedIfCanonical(text)
  if (value !== undefined) return value
  const { offset, expected, got } = firstDeviation(text) ?? {
    offset: 0,
    expected: "a canonical text",
    got: "one whose first deviation was not found"
  }
  throw new NotCanonicalJson(offset, expected, got)
}

/**
 * Whether a text is exactly the canonical JSON of some value.
 *
 * Source: RFC 8785 section 3.2.
 * @example
 * ```ts
 * import { isCanonicalJson } from "@lcqm/ledger"
 * isCanonicalJson('{"a": 1}') // => false
 * isCanonicalJson('{"a":1}') // => true
 * ```
 */
export const isCanonicalJson = (text: string): boolean => parsedIfCanonical(text) !== undefined
