// A range survives storage, and a damaged one is refused with its place.
import {
  appendLeaves,
  emptyRange,
  InconsistentRange,
  leafHash,
  NotARange,
  NotHex,
  rangeFromJson,
  rangeToJson
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const rangeOf = (size: number) =>
  appendLeaves(
    nodeHasher,
    emptyRange,
    Array.from({ length: size }, (_, i) => leafHash(nodeHasher, new Uint8Array([i])))
  )
const hex = "ab".repeat(32)

describe("a compact range in JSON", () => {
  test("comes back as it went, through text", () => {
    fc.assert(
      fc.property(fc.nat({ max: 200 }), (size) => {
        const range = rangeOf(size)
        expect(rangeFromJson(JSON.parse(JSON.stringify(rangeToJson(range))))).toEqual(range)
      })
    )
  })

  test.each([
    ["null", null, "it", "null"],
    ["an array", [], "it", "an array"],
    ["a text", "x", "it", "a string"],
    ["no size", { hashes: [] }, "size", "missing"],
    ["a size in words", { size: "1", hashes: [hex] }, "size", "a string"],
    ["no hashes", { size: 0 }, "hashes", "missing"],
    ["hashes as an object", { size: 0, hashes: {} }, "hashes", "an object"],
    ["a number among the hashes", { size: 3, hashes: [hex, 5] }, "hash 1", "a number"],
    ["something more", { size: 0, hashes: [], note: 1 }, "note", "there"]
  ])("is refused when it is %s", (_, stored, where, got) => {
    let refusal: unknown
    try {
      rangeFromJson(stored)
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(NotARange)
    expect(refusal).toMatchObject({ where, got })
  })

  test("is refused when a hash is not 64 lower-case digits", () => {
    const read = (hash: string) => () => rangeFromJson({ size: 1, hashes: [hash] })
    expect(read(hex.toUpperCase())).toThrow(NotHex)
    expect(read(hex.slice(2))).toThrow(NotHex)
    expect(read(hex)).not.toThrow()
  })

  test("is refused when size and hashes contradict each other, in both directions", () => {
    expect(() => rangeFromJson({ size: 2, hashes: [hex, hex] })).toThrow(InconsistentRange)
    expect(() => rangeFromJson({ size: -1, hashes: [] })).toThrow(InconsistentRange)
    expect(() => rangeToJson({ size: 2, hashes: [] })).toThrow(InconsistentRange)
  })
})
