// The incremental tree against the definition, for every size and every way of growing.
import {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  emptyRange,
  InconsistentRange,
  leafHash,
  leafHashHex,
  leafHashOfText,
  merkleRoot,
  nodeHash,
  rootOf,
  toHex,
  WrongHashLength
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leafAt, leavesOf } from "./leaves.ts"
import { naiveLeaf, naiveRoot } from "./naive-root.ts"

const leaves = leavesOf(300)
const root = (range: CompactRange): string => toHex(rootOf(nodeHasher, range))

describe("the tree hashes", () => {
  test("of a leaf are SHA-256 of 0x00 and the bytes, as bytes and as hexadecimal", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(toHex(leafHash(nodeHasher, bytes))).toBe(naiveLeaf(bytes).toString("hex"))
        expect(leafHashHex(nodeHasher, bytes)).toBe(naiveLeaf(bytes).toString("hex"))
      })
    )
  })

  test("of a text are those of its UTF-8 bytes, however long it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(0, 21_800, 70_000), (start, more) => {
        const text = start + "€".repeat(more)
        expect(leafHashOfText(nodeHasher, text)).toEqual(leafHash(nodeHasher, new TextEncoder().encode(text)))
      })
    )
  })

  test("of leaves longer than any event are right too", () => {
    for (const length of [65_534, 65_535, 65_536, 200_000]) {
      const bytes = new Uint8Array(length).fill(length % 251)
      expect(toHex(leafHash(nodeHasher, bytes))).toBe(naiveLeaf(bytes).toString("hex"))
    }
  })

  test("are plain 32-byte arrays of their own", () => {
    const hash = leafHash(nodeHasher, new Uint8Array([1]))
    expect([hash.constructor, hash.length, hash.buffer.byteLength]).toEqual([Uint8Array, 32, 32])
  })

  test("refuse a child of the wrong length, saying which", () => {
    const good = leafAt(0)
    const short = good.subarray(1)
    expect(() => nodeHash(nodeHasher, short, good)).toThrow(new WrongHashLength("the left hash", 31))
    expect(() => nodeHash(nodeHasher, good, short)).toThrow(new WrongHashLength("the right hash", 31))
  })
})

describe("the compact range", () => {
  test("has the root of the definition at every size from 0 to 300", () => {
    let range = emptyRange
    for (let size = 0; size <= 300; size++) {
      expect([range.size, root(range)]).toEqual([size, naiveRoot(leaves.slice(0, size))])
      if (size < 300) range = appendLeaf(nodeHasher, range, leafAt(size))
    }
  })

  test("is the same however the leaves are split into batches", () => {
    const cuts = fc
      .array(fc.nat({ max: 300 }), { maxLength: 8 })
      .map((list) => list.toSorted((a, b) => a - b))
    fc.assert(
      fc.property(fc.nat({ max: 300 }), cuts, (size, places) => {
        const edges = [0, ...places.filter((place) => place < size), size]
        const grown = edges
          .slice(1)
          .reduce(
            (range, edge, i) => appendLeaves(nodeHasher, range, leaves.slice(edges[i], edge)),
            emptyRange
          )
        const oneByOne = leaves
          .slice(0, size)
          .reduce((range, leaf) => appendLeaf(nodeHasher, range, leaf), emptyRange)
        expect(grown).toEqual(oneByOne)
        expect(root(grown)).toBe(toHex(merkleRoot(nodeHasher, leaves.slice(0, size))))
      })
    )
  })

  test("takes leaves from any iterable, also none", () => {
    const lazily = function* () {
      yield* leaves.slice(0, 5)
    }
    expect(root(appendLeaves(nodeHasher, emptyRange, lazily()))).toBe(naiveRoot(leaves.slice(0, 5)))
    expect(appendLeaves(nodeHasher, emptyRange, [])).toEqual(emptyRange)
  })

  test("is never changed by growing it", () => {
    const range = appendLeaves(nodeHasher, emptyRange, leaves.slice(0, 7))
    const before = structuredClone(range)
    appendLeaves(nodeHasher, range, leaves.slice(7, 20))
    expect(range).toEqual(before)
  })

  test("goes on beyond 32 bits", () => {
    const size = 2 ** 40 - 1
    const range = { size, hashes: leavesOf(40) }
    expect(appendLeaf(nodeHasher, range, leafAt(40))).toMatchObject({
      size: 2 ** 40,
      hashes: [{ length: 32 }]
    })
  })

  test("refuses to grow beyond what a number counts exactly", () => {
    const full = { size: Number.MAX_SAFE_INTEGER, hashes: leaves.slice(0, 53) }
    expect(() => appendLeaf(nodeHasher, full, leafAt(0))).toThrow(InconsistentRange)
  })

  test("refuses a leaf hash of the wrong length, saying which leaf", () => {
    expect(() => appendLeaves(nodeHasher, emptyRange, [leafAt(0), new Uint8Array(31)])).toThrow(
      new WrongHashLength("the hash of leaf 1", 31)
    )
  })

  test.each([
    ["too few hashes", { size: 3, hashes: [leafAt(0)] }],
    ["too many hashes", { size: 4, hashes: [leafAt(0), leafAt(1)] }],
    ["a negative size", { size: -1, hashes: [] }],
    ["half a leaf", { size: 0.5, hashes: [] }],
    ["a size beyond the safe integers", { size: 2 ** 53, hashes: [leafAt(0)] }]
  ])("refuses a range that cannot be: %s", (_, range) => {
    expect(() => rootOf(nodeHasher, range)).toThrow(InconsistentRange)
    expect(() => appendLeaf(nodeHasher, range, leafAt(0))).toThrow(InconsistentRange)
  })

  test("refuses to give a hash of the wrong length as a root, or a root over one, wherever it stands", () => {
    expect(() => rootOf(nodeHasher, { size: 1, hashes: [new Uint8Array(5)] })).toThrow(WrongHashLength)
    for (const at of [0, 1, 2]) {
      const range = { size: 7, hashes: leaves.slice(0, 3).with(at, new Uint8Array(31)) }
      expect(() => rootOf(nodeHasher, range)).toThrow(WrongHashLength)
    }
  })

  test("has the same root by a hasher that writes into no array", () => {
    const { sha256, sha256Hex } = nodeHasher
    for (let size = 0; size <= 300; size++) {
      const range = appendLeaves(nodeHasher, emptyRange, leaves.slice(0, size))
      expect(toHex(rootOf({ sha256, sha256Hex }, range))).toBe(root(range))
    }
  })
})
