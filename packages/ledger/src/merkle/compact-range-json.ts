// A compact range as it is kept beside the log: plain JSON, hashes in hexadecimal, read back strictly, because
// a range that was damaged in storage must not quietly give another root.
import { hashFromHex, toHex } from "../hex.ts"
import { Malformed } from "../malformed.ts"
import { checkRange, type CompactRange } from "./compact-range.ts"

/**
 * A compact range in JSON: `size` leaves; each hash as 64 lower-case hexadecimal digits, largest subtree first.
 * @example
 * ```ts
 * import { type CompactRangeJson, rangeFromJson } from "@lcqm/ledger"
 * const stored: CompactRangeJson = { size: 1, hashes: ["00".repeat(32)] }
 * rangeFromJson(stored).size // => 1
 * ```
 */
export interface CompactRangeJson {
  readonly size: number
  readonly hashes: readonly string[]
}

const kindOf = (value: unknown): string => {
  if (value === null) return "null"
  if (Array.isArray(value)) return "an array"
  if (value === undefined) return "missing"
  return typeof value === "object" ? "an object" : `a ${typeof value}`
}

/**
 * The JSON form of a range.
 * @throws {@link InconsistentRange} on a range that cannot be.
 * @example
 * ```ts
 * import { emptyRange, rangeToJson } from "@lcqm/ledger"
 * rangeToJson(emptyRange) // => { size: 0, hashes: [] }
 * ```
 */
export const rangeToJson = (range: CompactRange): CompactRangeJson => {
  checkRange(range)
  return { size: range.size, hashes: range.hashes.map(toHex) }
}

/**
 * The range of a JSON form, checked in full: shape, no other property, hexadecimal, and as many hashes as the
 * size asks for.
 * @throws {@link Malformed} or {@link InconsistentRange}, saying which and where.
 * @example
 * ```ts
 * import { rangeFromJson } from "@lcqm/ledger"
 * rangeFromJson({ size: 0, hashes: [] }) // => { size: 0, hashes: [] }
 * ```
 */
export const rangeFromJson = (stored: unknown): CompactRange => {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) {
    throw new Malformed("compact range", "the whole", "an object with size and hashes", kindOf(stored))
  }
  const foreign = Object.keys(stored).find((key) => key !== "size" && key !== "hashes")
  if (foreign !== undefined)
    throw new Malformed("compact range", foreign, "absent: a range is size and hashes", "there")
  const { size, hashes } = stored as { readonly size?: unknown; readonly hashes?: unknown }
  if (typeof size !== "number") throw new Malformed("compact range", "size", "a number", kindOf(size))
  if (!Array.isArray(hashes)) throw new Malformed("compact range", "hashes", "an array", kindOf(hashes))
  const range = {
    size,
    hashes: hashes.map((hash: unknown, index) => {
      if (typeof hash !== "string")
        throw new Malformed("compact range", `hash ${index}`, "a string", kindOf(hash))
      return hashFromHex(hash, `hash ${index} of the range`)
    })
  }
  checkRange(range)
  return range
}
