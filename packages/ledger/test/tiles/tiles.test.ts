// What is published of a log, piece by piece as it grows, and what can be read back from it.
import {
  entryBundle,
  entryBundlePlaces,
  entryBundles,
  hashTilePlaces,
  hashTiles,
  inclusionProof,
  leafHash,
  Malformed,
  merkleRoot,
  parseEntryBundle,
  parseHashTile,
  OutOfRange,
  subtreesOfLeaves,
  subtreesOfTiles,
  tilePath,
  toHex,
  verifyInclusion
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"

const entryAt = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`)
const log = subtreesOfLeaves(nodeHasher, (index) => leafHash(nodeHasher, entryAt(index)))
const noTile = (path: string): never => expect.fail(`no tile ${path}`)

/** All files a log has published that grew through these sizes, partial ones included. */
const published = (sizes: readonly number[]): Map<string, Uint8Array> => {
  const files = new Map<string, Uint8Array>()
  let from = 0
  for (const to of sizes) {
    for (const { path, bytes } of [...hashTiles(log, from, to), ...entryBundles(entryAt, from, to)])
      files.set(path, bytes)
    from = to
  }
  return files
}

const growing = fc
  .uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 })
  .map((sizes) => sizes.toSorted((a, b) => a - b))

describe("the places of tiles", () => {
  test("of a log of 70,000 are those that the specification counts", () => {
    // C2SP tlog-tiles "Partial Tiles": 273 full and one of 112; one full and one of 17; one of width 1.
    const places = Array.from(hashTilePlaces(0, 70_000))
    const widths = (level: number) =>
      places.filter((place) => place.level === level).map(({ width }) => width)
    expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112])
    expect(widths(1)).toEqual([256, 17])
    expect(widths(2)).toEqual([1])
    expect(places).toHaveLength(277)
    expect(Array.from(entryBundlePlaces(0, 70_000), tilePath).at(-1)).toBe("tile/entries/273.p/112")
  })

  test("of a log of 256 are one full tile and one of width 1 above it", () => {
    expect(Array.from(hashTilePlaces(0, 256), tilePath)).toEqual(["tile/0/000", "tile/1/000.p/1"])
  })

  test("of an empty log, and of one that did not grow, are none", () => {
    expect(Array.from(hashTilePlaces(0, 0))).toEqual([])
    expect(Array.from(entryBundlePlaces(300, 300))).toEqual([])
  })

  test("are written in groups of three digits, all but the last with an x", () => {
    const path = (index: number, width = 256) => tilePath({ level: 63, index, width })
    expect(path(0)).toBe("tile/63/000")
    expect(path(999)).toBe("tile/63/999")
    expect(path(1000)).toBe("tile/63/x001/000")
    expect(path(1_234_067)).toBe("tile/63/x001/x234/067")
    expect(path(5, 255)).toBe("tile/63/005.p/255")
  })

  test("are refused for sizes that no log grows through", () => {
    for (const [from, to] of [
      [5, 4],
      [-1, 4],
      [0, 0.5],
      [0, 2 ** 53]
    ] as const) {
      expect(refusalOf(() => Array.from(hashTilePlaces(from, to)))).toBeInstanceOf(OutOfRange)
      expect(refusalOf(() => Array.from(entryBundlePlaces(from, to)))).toBeInstanceOf(OutOfRange)
    }
  })
})

describe("a log published as it grows", () => {
  test("has in the end, whatever the steps, all files of that size at once, byte for byte", () => {
    fc.assert(
      fc.property(growing, (sizes) => {
        const stepwise = published(sizes)
        // As text: comparing long arrays element by element takes seconds.
        const textOf = (bytes: Uint8Array | undefined) => (bytes === undefined ? "missing" : toHex(bytes))
        for (const [path, bytes] of published(sizes.slice(-1))) {
          expect(textOf(stepwise.get(path))).toBe(textOf(bytes))
        }
      }),
      { numRuns: 30 }
    )
  })

  test("has at each step all the tiles that its size needs, from which its root and proofs follow", () => {
    fc.assert(
      fc.property(growing, fc.nat(), (sizes, place) => {
        const files = published(sizes)
        for (const size of sizes) {
          const read = subtreesOfTiles(nodeHasher, size, (path) => files.get(path) ?? noTile(path))
          const root = merkleRoot(
            nodeHasher,
            Array.from({ length: size }, (_, i) => read.hashAt(0, i))
          )
          const index = place % size
          const claim = { index, leafHash: leafHash(nodeHasher, entryAt(index)), tree: { size, root } }
          const proof = inclusionProof(nodeHasher, read, index, size)
          expect(proof).toEqual(inclusionProof(nodeHasher, log, index, size))
          expect(verifyInclusion(nodeHasher, { ...claim, proof })).toEqual({ ok: true })
        }
      }),
      { numRuns: 20 }
    )
  })

  test("writes a file again only when it became wider", () => {
    fc.assert(
      fc.property(growing, (sizes) => {
        let [from, written] = [0, 0]
        for (const to of sizes) {
          written +=
            Array.from(hashTiles(log, from, to)).length + Array.from(entryBundles(entryAt, from, to)).length
          from = to
        }
        expect(written).toBe(published(sizes).size)
      }),
      { numRuns: 30 }
    )
  })

  test("has in each bundle the entries whose hashes are in the tile beside it", () => {
    const files = published([600])
    for (const { path, bytes } of entryBundles(entryAt, 0, 600)) {
      const tile = files.get(path.replace("entries", "0")) ?? noTile(path)
      const hashes = parseEntryBundle(bytes).map((entry) => toHex(leafHash(nodeHasher, entry)))
      expect(hashes).toEqual(parseHashTile(tile).map(toHex))
    }
  })
})

describe("reading tiles", () => {
  test("refuses a tile of another width than the size asks for, and a place outside the log", () => {
    const read = (length: number) => subtreesOfTiles(nodeHasher, 3, () => new Uint8Array(length))
    expect(refusalOf(() => read(64).hashAt(0, 0))).toMatchObject({
      format: "hash tile",
      expected: "3 hashes wide",
      got: "2"
    })
    expect(refusalOf(() => read(96).hashAt(0, 3))).toMatchObject({ got: "asked for subtree 3" })
  })

  test("reads each tile once", () => {
    let reads = 0
    const files = published([600])
    const read = subtreesOfTiles(nodeHasher, 600, (path) => {
      reads++
      return files.get(path) ?? noTile(path)
    })
    inclusionProof(nodeHasher, read, 3, 600)
    inclusionProof(nodeHasher, read, 4, 600)
    expect(reads).toBe(3)
  })

  test.each([0, 31, 33, 257 * 32])("refuses a hash tile of %d bytes", (length) => {
    expect(refusalOf(() => parseHashTile(new Uint8Array(length)))).toMatchObject({ format: "hash tile" })
  })

  test("gives back the entries of a bundle as they went in, empty ones and the longest too", () => {
    const entries = fc.array(fc.uint8Array(), { minLength: 1, maxLength: 256 })
    fc.assert(
      fc.property(entries, (some) => {
        expect(parseEntryBundle(entryBundle(some))).toEqual(some)
      })
    )
    const longest = [new Uint8Array(65_535).fill(1), new Uint8Array()]
    expect(parseEntryBundle(entryBundle(longest))).toEqual(longest)
  })

  test("refuses a bundle cut off at any place but between entries", () => {
    const bytes = entryBundle([new Uint8Array([1, 2, 3]), new Uint8Array(300).fill(7)])
    const entriesOf = (length: number): number => {
      try {
        return parseEntryBundle(bytes.subarray(0, length)).length
      } catch (error) {
        return error instanceof Malformed ? 0 : NaN
      }
    }
    const whole = new Map([
      [5, 1],
      [bytes.length, 2]
    ])
    for (let length = 0; length <= bytes.length; length++) {
      expect([length, entriesOf(length)]).toEqual([length, whole.get(length) ?? 0])
    }
  })

  test("refuses a bundle of no entries, of 257, or with one too long", () => {
    const many = Array.from({ length: 257 }, () => new Uint8Array([1]))
    expect(refusalOf(() => entryBundle([]))).toMatchObject({ got: "0 entries" })
    expect(refusalOf(() => entryBundle(many))).toMatchObject({ got: "257 entries" })
    expect(refusalOf(() => entryBundle([new Uint8Array(65_536)]))).toMatchObject({ where: "entry 0" })
    const bytes = new Uint8Array([...entryBundle(many.slice(1)), 0, 1, 1])
    expect(refusalOf(() => parseEntryBundle(bytes))).toMatchObject({ got: "257 entries" })
  })
})
