// Tessera's golden log, written by Go: fifteen entries, and sixteen checkpoints signed as it grew one by one. Ours
// must be the same bytes, from the same entries and the same published test key.
import {
  type Checkpoint,
  consistencyProof,
  entryBundles,
  hashTiles,
  leafHash,
  parseCheckpointText,
  parseEntryBundle,
  parseSignedNote,
  parseVerifierKey,
  rootOf,
  signCheckpoint,
  subtreesOfLeaves,
  subtreesOfTiles,
  verifierKeyText,
  verifyCheckpoint,
  appendLeaves,
  emptyRange
} from "@lcqm/ledger"
import { nodeEd25519, nodeHasher, nodeNoteSigner } from "@lcqm/ledger/node"
import { readdirSync } from "node:fs"
import { expect, test } from "vitest"
import { describeWithVectors, readVector, readVectorBytes, vectorPath } from "./vectors.ts"

interface GoldenInputs {
  readonly skey: string
  readonly vkey: string
  readonly entries: readonly string[]
}

const origin = "example.com/log/testdata"

describeWithVectors("Tessera's golden log", () => {
  const inputs: GoldenInputs = JSON.parse(readVector("tessera/inputs.json"))
  const entries = inputs.entries.map((entry) => new TextEncoder().encode(entry))
  const entryAt = (index: number): Uint8Array => entries.slice(index)[0] ?? expect.fail(`no entry ${index}`)
  const leaves = entries.map((entry) => leafHash(nodeHasher, entry))
  const log = subtreesOfLeaves(nodeHasher, (index) => leafHash(nodeHasher, entryAt(index)))
  const signer = nodeNoteSigner(inputs.skey)
  const sizes = Array.from({ length: 16 }, (_, size) => size)
  const goldenTiles = readdirSync(vectorPath("tessera/log/tile"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.p\/\d+$/.test(name))
    .map((name) => `tile/${name}`)

  test("has the key whose text we write, and whose id its name and bytes give", () => {
    expect(verifierKeyText(signer.key)).toBe(inputs.vkey)
    expect(parseVerifierKey(nodeHasher, inputs.vkey)).toEqual(signer.key)
  })

  test("has sixteen checkpoints that verify", async () => {
    const policy = { origin, logKeys: [signer.key], witnesses: [], quorum: 0 }
    for (const size of sizes) {
      const note = readVector(`tessera/log/checkpoint.${size}`)
      expect(await verifyCheckpoint(nodeEd25519, policy, note)).toMatchObject({
        ok: true,
        checkpoint: { size }
      })
    }
  })

  test("is reproduced byte for byte: sixteen signed checkpoints, each after the one before", async () => {
    let lastSigned: Checkpoint | undefined
    let range = emptyRange
    for (const size of sizes) {
      range = appendLeaves(nodeHasher, range, leaves.slice(range.size, size))
      const checkpoint = { origin, size, root: rootOf(nodeHasher, range), extension: [] }
      const from = lastSigned?.size ?? 0
      const proof = from === 0 ? [] : consistencyProof(nodeHasher, log, from, size)
      const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned, proof })
      expect(note).toBe(readVector(`tessera/log/checkpoint.${size}`))
      lastSigned = parseCheckpointText(parseSignedNote(note).text)
    }
    expect(readVector("tessera/log/checkpoint")).toBe(readVector("tessera/log/checkpoint.15"))
  })

  test("is reproduced byte for byte: every hash tile and entry bundle, and no other", () => {
    const ours = new Map<string, Uint8Array>()
    for (const size of sizes.slice(1)) {
      const grown = [...hashTiles(log, size - 1, size), ...entryBundles(entryAt, size - 1, size)]
      for (const { path, bytes } of grown) ours.set(path, bytes)
    }
    expect(Array.from(ours.keys()).toSorted()).toEqual(goldenTiles.toSorted())
    for (const [path, bytes] of ours)
      expect([path, bytes]).toEqual([path, readVectorBytes(`tessera/log/${path}`)])
  })

  test("can be read back: its tiles give its proofs, its bundles its entries", () => {
    for (const size of sizes.slice(1)) {
      const read = subtreesOfTiles(nodeHasher, size, (path) => readVectorBytes(`tessera/log/${path}`))
      const proof = consistencyProof(nodeHasher, read, 1, size)
      expect(proof).toEqual(consistencyProof(nodeHasher, log, 1, size))
      const bundle = parseEntryBundle(readVectorBytes(`tessera/log/tile/entries/000.p/${size}`))
      expect(bundle).toEqual(entries.slice(0, size))
    }
  })
})
