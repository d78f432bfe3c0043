// Proofs against the definitions of RFC 6962, and against everything that is not them.
import {
  appendLeaves,
  consistencyProof,
  emptyRange,
  inclusionProof,
  merkleRoot,
  OutOfRange,
  subtreesGrownFrom,
  subtreesOfLeaves,
  toHex,
  verifyConsistency,
  verifyInclusion
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"
import { leafAt, leavesOf } from "./leaves.ts"
import { naivePath, naiveProof } from "./naive-root.ts"

const most = 600
const leaves = leavesOf(most)
const log = subtreesOfLeaves(nodeHasher, leafAt)
const rootAt = (size: number): Uint8Array => merkleRoot(nodeHasher, leaves.slice(0, size))
const headAt = (size: number) => ({ size, root: rootAt(size) })

const inclusion = fc
  .integer({ min: 1, max: most })
  .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)))
const growth = fc
  .integer({ min: 1, max: most })
  .chain((to) => fc.tuple(fc.integer({ min: 1, max: to }), fc.constant(to)))

const inclusionClaim = (index: number, size: number) => ({
  index,
  leafHash: leafAt(index),
  tree: headAt(size),
  proof: inclusionProof(nodeHasher, log, index, size)
})
const consistencyClaim = (from: number, to: number) => ({
  old: headAt(from),
  grown: headAt(to),
  proof: consistencyProof(nodeHasher, log, from, to)
})

const flipped = (hash: Uint8Array, bit: number): Uint8Array =>
  hash.map((byte, i) => (i === (bit >> 3) % hash.length ? byte ^ (1 << (bit & 7)) : byte))
const withOneBitOff = (proof: readonly Uint8Array[], bit: number): Uint8Array[] =>
  proof.map((hash, i) => (i === bit % proof.length ? flipped(hash, bit >> 4) : hash))

describe("an inclusion proof", () => {
  test("is PATH of RFC 6962, and is accepted, for every leaf of every size to 64", () => {
    for (let size = 1; size <= 64; size++) {
      for (let index = 0; index < size; index++) {
        const claim = inclusionClaim(index, size)
        expect(claim.proof.map(toHex)).toEqual(naivePath(index, leaves.slice(0, size)))
        expect(verifyInclusion(nodeHasher, claim)).toEqual({ ok: true })
      }
    }
  })

  test("is PATH of RFC 6962, and is accepted, in larger trees", () => {
    fc.assert(
      fc.property(inclusion, ([index, size]) => {
        const claim = inclusionClaim(index, size)
        expect(claim.proof.map(toHex)).toEqual(naivePath(index, leaves.slice(0, size)))
        expect(verifyInclusion(nodeHasher, claim)).toEqual({ ok: true })
      })
    )
  })

  test("is refused for any other leaf, position or root, and with any bit changed", () => {
    fc.assert(
      fc.property(inclusion, fc.nat(), ([index, size], bit) => {
        const claim = inclusionClaim(index, size)
        const { leafHash, tree, proof } = claim
        const other = (index + 1 + (bit % most)) % size
        const wrong = [
          { ...claim, leafHash: flipped(leafHash, bit) },
          { ...claim, tree: { size, root: flipped(tree.root, bit) } },
          { ...claim, proof: [...proof, leafHash] },
          { ...claim, proof: [leafHash, ...proof] },
          ...(proof.length > 0
            ? [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.slice(0, -1) }
              ]
            : []),
          ...(proof.length > 0 ? [{ ...claim, proof: withOneBitOff(proof, bit) }] : []),
          ...(other === index ? [] : [{ ...claim, index: other }])
        ]
        expect(wrong.map((each) => verifyInclusion(nodeHasher, each).ok)).toEqual(wrong.map(() => false))
      })
    )
  })

  test("says why it was refused", () => {
    const claim = inclusionClaim(3, 7)
    const why = (change: object) => verifyInclusion(nodeHasher, { ...claim, ...change })
    expect(why({ index: 7 })).toEqual({
      ok: false,
      reason: "index outside the tree",
      expected: "an index below the size 7",
      got: "7"
    })
    expect(why({ index: 0.5 })).toMatchObject({ reason: "not a safe integer", got: "0.5" })
    expect(why({ index: 2 ** 53 })).toMatchObject({ reason: "not a safe integer" })
    expect(why({ index: -1 })).toMatchObject({ reason: "not a safe integer" })
    expect(why({ leafHash: new Uint8Array(31) })).toMatchObject({ reason: "not a hash", got: "31 bytes" })
    expect(why({ proof: [new Uint8Array(33)] })).toMatchObject({
      reason: "not a hash",
      expected: "element 0 of the proof of 32 bytes"
    })
    expect(why({ proof: [] })).toMatchObject({ reason: "proof too short" })
    expect(why({ proof: [...claim.proof, leafAt(0)] })).toMatchObject({
      reason: "proof too long",
      expected: "3 hashes"
    })
    expect(why({ leafHash: leafAt(4) })).toMatchObject({ reason: "wrong root", expected: toHex(rootAt(7)) })
  })

  test("works in trees beyond 32 bits", () => {
    // A log whose leaves are all alike: one hash a level, so its subtrees are known without leaves.
    const size = 2 ** 50 + 1
    const alike = subtreesOfLeaves(nodeHasher, () => leafAt(0))
    const levels = Array.from({ length: 51 }, () => leafAt(0))
    for (let level = 1; level <= 50; level++) {
      const below = levels.slice(level - 1, level)
      levels.splice(level, 1, merkleRoot(nodeHasher, [...below, ...below]))
    }
    const hashAt = (level: number, index: number) => levels.slice(level)[0] ?? alike.hashAt(level, index)
    const root = merkleRoot(nodeHasher, [hashAt(50, 0), leafAt(0)])
    const proof = inclusionProof(nodeHasher, { hashAt }, size - 1, size)
    const claim = { index: size - 1, leafHash: leafAt(0), tree: { size, root }, proof }
    expect(proof).toEqual([hashAt(50, 0)])
    expect(verifyInclusion(nodeHasher, claim)).toEqual({ ok: true })
    // To the right of leaf 0 lie 2^49 + 1 leaves: not a perfect subtree, though Math.log2 says 49.
    const right = merkleRoot(nodeHasher, [hashAt(49, 0), leafAt(0)])
    expect(inclusionProof(nodeHasher, { hashAt }, 0, size + 2 ** 49).at(-1)).toEqual(right)
    const first = { ...claim, index: 0, proof: inclusionProof(nodeHasher, { hashAt }, 0, size) }
    expect(first.proof).toHaveLength(51)
    expect(verifyInclusion(nodeHasher, first)).toEqual({ ok: true })
  })

  test.each([
    [5, 5],
    [0, 0],
    [-1, 5],
    [0.5, 5],
    [0, 2 ** 53],
    [NaN, 5]
  ])("of leaf %d in a tree of %d cannot be asked for", (index, size) => {
    const refusal = refusalOf(() => inclusionProof(nodeHasher, log, index, size))
    expect(refusal).toBeInstanceOf(OutOfRange)
    expect(refusal).toMatchObject({ asked: "inclusion proof", got: `index ${index} of size ${size}` })
  })
})

describe("a consistency proof", () => {
  test("is PROOF of RFC 6962, and is accepted, between all sizes to 48", () => {
    for (let to = 1; to <= 48; to++) {
      for (let from = 1; from <= to; from++) {
        const claim = consistencyClaim(from, to)
        expect(claim.proof.map(toHex)).toEqual(naiveProof(from, leaves.slice(0, to)))
        expect(verifyConsistency(nodeHasher, claim)).toEqual({ ok: true })
      }
    }
  })

  test("is PROOF of RFC 6962, and is accepted, between larger trees", () => {
    fc.assert(
      fc.property(growth, ([from, to]) => {
        const claim = consistencyClaim(from, to)
        expect(claim.proof.map(toHex)).toEqual(naiveProof(from, leaves.slice(0, to)))
        expect(verifyConsistency(nodeHasher, claim)).toEqual({ ok: true })
      })
    )
  })

  test("is refused for any other root, and with anything changed, missing or added", () => {
    fc.assert(
      fc.property(growth, fc.nat(), ([from, to], bit) => {
        const claim = consistencyClaim(from, to)
        const { old, grown, proof } = claim
        const wrong = [
          { ...claim, old: { ...old, root: flipped(old.root, bit) } },
          { ...claim, grown: { ...grown, root: flipped(grown.root, bit) } },
          { ...claim, proof: [...proof, old.root] },
          { ...claim, proof: [old.root, ...proof] },
          ...(proof.length > 0
            ? [
                { ...claim, proof: proof.slice(1) },
                { ...claim, proof: proof.slice(0, -1) }
              ]
            : []),
          ...(proof.length > 0 ? [{ ...claim, proof: withOneBitOff(proof, bit) }] : []),
          ...(from === to ? [] : [{ ...claim, old: grown, grown: old }])
        ]
        expect(wrong.map((each) => verifyConsistency(nodeHasher, each).ok)).toEqual(wrong.map(() => false))
      })
    )
  })

  test("catches a log that changed one old leaf and then grew", () => {
    fc.assert(
      fc.property(growth, fc.nat(), ([from, to], place) => {
        const forged = leaves.slice(0, to)
        forged[place % from] = flipped(leafAt(place % from), 0)
        const forgedLog = subtreesOfLeaves(nodeHasher, (index) => forged.slice(index)[0] ?? leafAt(index))
        const verdict = verifyConsistency(nodeHasher, {
          old: headAt(from),
          grown: { size: to, root: merkleRoot(nodeHasher, forged) },
          proof: consistencyProof(nodeHasher, forgedLog, from, to)
        })
        expect(verdict.ok).toBe(false)
      })
    )
  })

  test("says why it was refused", () => {
    const claim = consistencyClaim(3, 7)
    const why = (change: object) => verifyConsistency(nodeHasher, { ...claim, ...change })
    expect(why({ old: { size: 0, root: rootAt(0) } })).toMatchObject({ reason: "consistency from size 0" })
    expect(
      why({ old: { size: 0, root: rootAt(0) }, grown: { size: 0, root: rootAt(0) }, proof: [] })
    ).toMatchObject({
      reason: "consistency from size 0"
    })
    expect(why({ grown: headAt(2) })).toMatchObject({
      reason: "smaller than before",
      expected: "at least 3",
      got: "2"
    })
    expect(why({ grown: headAt(3) })).toMatchObject({ reason: "proof too long", expected: "0 hashes" })
    expect(why({ grown: { size: 3, root: rootAt(4) }, proof: [] })).toMatchObject({ reason: "wrong root" })
    const cut = { old: { size: 3, root: rootAt(3).subarray(1) }, grown: headAt(3), proof: [] }
    expect(why(cut)).toMatchObject({ reason: "wrong root" })
    expect(why({ ...cut, old: { size: 3, root: rootAt(3).subarray(0, 31) } })).toMatchObject({
      reason: "wrong root"
    })
    expect(why({ proof: [] })).toMatchObject({ reason: "proof too short" })
    expect(why({ proof: claim.proof.slice(0, 2) })).toMatchObject({
      reason: "proof too short",
      got: "2 hashes"
    })
    expect(why({ old: { size: 3, root: rootAt(4) } })).toMatchObject({ reason: "wrong old root" })
    expect(why({ grown: { size: 7, root: rootAt(8) } })).toMatchObject({ reason: "wrong root" })
    expect(why({ grown: { size: 2 ** 53, root: rootAt(8) } })).toMatchObject({ reason: "not a safe integer" })
    expect(why({ old: { size: 3, root: new Uint8Array() } })).toMatchObject({ reason: "not a hash" })
  })

  test.each([
    [0, 5],
    [0, 0],
    [6, 5],
    [-1, 5],
    [0.5, 5],
    [1, 2 ** 53]
  ])("from size %d to size %d cannot be asked for", (from, to) => {
    expect(refusalOf(() => consistencyProof(nodeHasher, log, from, to))).toMatchObject({
      _tag: "OutOfRange",
      asked: "consistency proof",
      got: `from size ${from} to size ${to}`
    })
  })
})

describe("the subtrees over leaf hashes", () => {
  test("read each leaf hash once for the first proof, and a few hundred for the next", () => {
    let read = 0
    const size = 5000
    const counting = subtreesOfLeaves(nodeHasher, (index) => {
      read++
      return leafAt(index)
    })
    inclusionProof(nodeHasher, counting, 17, size)
    expect(read).toBe(size - 1)
    read = 0
    inclusionProof(nodeHasher, counting, 4321, size)
    expect(read).toBeLessThanOrEqual(3 * 256)
  })
})

describe("a log of which only its compact range and what came after are at hand", () => {
  test("gives the very consistency proof that the whole log gives, from any size to any other", () => {
    for (let from = 1; from <= 40; from++) {
      const range = appendLeaves(nodeHasher, emptyRange, leavesOf(from))
      const asked: Array<number> = []
      const grown = subtreesGrownFrom(nodeHasher, range, (index) => {
        asked.push(index)
        return leafAt(index)
      })
      for (let to = from; to <= 70; to++) {
        const whole = consistencyProof(nodeHasher, subtreesOfLeaves(nodeHasher, leafAt), from, to)
        expect(consistencyProof(nodeHasher, grown, from, to)).toEqual(whole)
      }
      expect(asked.every((index) => index >= from)).toBe(true)
    }
  })

  test("refuses what lies within the range, whose leaves are gone", () => {
    const range = appendLeaves(nodeHasher, emptyRange, leavesOf(8))
    expect(() => subtreesGrownFrom(nodeHasher, range, leafAt).hashAt(0, 3)).toThrow(OutOfRange)
  })
})
