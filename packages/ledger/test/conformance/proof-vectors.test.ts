// transparency-dev/merkle's own proof vectors, good and bad. Sizes are read as bigint, because some are beyond
// what a JSON number keeps; the ledger counts in safe integers and must refuse those.
import { fromBase64, verifyConsistency, verifyInclusion } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { readdirSync } from "node:fs"
import { expect, test } from "vitest"
import { describeWithVectors, readVector, vectorPath } from "./vectors.ts"

// Hashes in base64. Both kinds of vector in one shape; each kind has its own fields.
interface ProofVector {
  readonly root: string
  readonly leafHash: string
  readonly root1: string
  readonly root2: string
  readonly proof: readonly string[] | null
  readonly wantErr: boolean
}

const namesOf = (kind: string): string[] =>
  readdirSync(vectorPath(`rfc6962/${kind}`), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .toSorted()

const read = (path: string) => {
  const text = readVector(path)
  const vector: ProofVector = JSON.parse(text)
  const exactly = (field: string): bigint =>
    BigInt(new RegExp(`"${field}": *(\\d+)`).exec(text)?.[1] ?? "missing")
  return { vector, exactly, proof: (vector.proof ?? []).map((hash) => fromBase64(hash)) }
}

describeWithVectors("transparency-dev/merkle's inclusion vectors", () => {
  const names = namesOf("inclusion")

  test("are 98", () => {
    expect(names).toHaveLength(98)
  })

  test.each(names)("%s", (name) => {
    const { vector, exactly, proof } = read(`rfc6962/inclusion/${name}`)
    const verdict = verifyInclusion(nodeHasher, {
      index: Number(exactly("leafIdx")),
      leafHash: fromBase64(vector.leafHash),
      tree: { size: Number(exactly("treeSize")), root: fromBase64(vector.root) },
      proof
    })
    expect(verdict.ok).toBe(!vector.wantErr)
  })
})

describeWithVectors("transparency-dev/merkle's consistency vectors", () => {
  const names = namesOf("consistency")

  test("are 98", () => {
    expect(names).toHaveLength(98)
  })

  test.each(names)("%s", (name) => {
    const { vector, exactly, proof } = read(`rfc6962/consistency/${name}`)
    const verdict = verifyConsistency(nodeHasher, {
      old: { size: Number(exactly("size1")), root: fromBase64(vector.root1) },
      grown: { size: Number(exactly("size2")), root: fromBase64(vector.root2) },
      proof
    })
    expect(verdict.ok).toBe(!vector.wantErr)
  })
})
