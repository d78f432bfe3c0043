// The roots that transparency-dev/merkle publishes for its eight reference leaves.
import { appendLeaf, emptyRange, fromHex, leafHash, merkleRoot, rootOf, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { expect, test } from "vitest"
import { describeWithVectors, readVector } from "./vectors.ts"

// Both in hexadecimal; root i is that of the first i leaves.
interface ReferenceRoots {
  readonly leaves: readonly string[]
  readonly roots: readonly string[]
}

describeWithVectors("the reference roots of transparency-dev/merkle", () => {
  const reference: ReferenceRoots = JSON.parse(readVector("rfc6962/reference-roots.json"))
  const { leaves, roots } = reference
  const hashes = leaves.map((leaf) => leafHash(nodeHasher, fromHex(leaf)))

  test("are nine, for sizes 0 to 8", () => {
    expect([leaves.length, roots.length]).toEqual([8, 9])
  })

  test.each(roots.map((root, size) => [size, root] as const))("size %i has root %s", (size, root) => {
    const grown = hashes
      .slice(0, size)
      .reduce((range, hash) => appendLeaf(nodeHasher, range, hash), emptyRange)
    expect(toHex(rootOf(nodeHasher, grown))).toBe(root)
    expect(toHex(merkleRoot(nodeHasher, hashes.slice(0, size)))).toBe(root)
  })
})
