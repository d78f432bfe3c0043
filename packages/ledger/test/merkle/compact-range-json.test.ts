// A range survives storage, and a damaged one is refused with its place.
import {
  appendLeaves,
  emptyRange,
  InconsistentRange,
  Malformed,
  rangeFromJson,
  rangeToJson
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"
import { leavesOf } from "./leaves.ts"

const rangeOf = (size: number) => appendLeaves(nodeHasher, emptyRange, leavesOf(size))
const read = (hash: string) => () => rangeFromJson({ size: 1, hashes: [hash] })
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
    ["null", null, "the whole", "null"],
    ["an array", [], "the whole", "an array"],
    ["a text", "x", "the whole", "a string"],
    ["no size", { hashes: [] }, "size", "missing"],
    ["a size in words", { size: "1", hashes: [hex] }, "size", "a string"],
    ["no hashes", { size: 0 }, "hashes", "missing"],
    ["hashes as an object", { size: 0, hashes: {} }, "hashes", "an object"],
    ["a number among the hashes", { size: 3, hashes: [hex, 5] }, "hash 1", "a number"],
    ["something more", { size: 0, hashes: [], note: 1 }, "note", "there"]
  ])("is refused when it is %s", (_, stored, where, got) => {
    const refusal = refusalOf(() => rangeFromJson(stored))
    expect(refusal).toBeInstanceOf(Malformed)
    expect(refusal).toMatchObject({ where, got })
  })

  test("is refused when a hash is not 64 lower-case digits", () => {
    expect(read(hex.toUpperCase())).toThrow(Malformed)
    expect(read(hex.slice(2))).toThrow(Malformed)
    expect(read(hex)).not.toThrow()
  })

  test("is refused when size and hashes contradict each other, in both directions", () => {
    expect(() => rangeFromJson({ size: 2, hashes: [hex, hex] })).toThrow(InconsistentRange)
    expect(() => rangeFromJson({ size: -1, hashes: [] })).toThrow(InconsistentRange)
    expect(() => rangeToJson({ size: 2, hashes: [] })).toThrow(InconsistentRange)
  })
})
