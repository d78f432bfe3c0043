// What we sign, verified by others: openssl on the bytes of a note, and the checkpoint reader and Merkle verifier of
// @sigstore/verify. Both are given nothing of ours but the files.
import { execFileSync } from "node:child_process"
import { createPublicKey, type KeyObject } from "node:crypto"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import {
  inclusionProof,
  leafHashOfText,
  merkleRoot,
  parseSignedNote,
  signCheckpoint,
  signStreamHead,
  subtreesOfLeaves
} from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { afterAll, describe, expect, test } from "vitest"
import { logSigner } from "../note/keys.ts"

const entries = Array.from({ length: 13 }, (_, i) => `{"event":${i}}`)
const leaves = entries.map((text) => leafHashOfText(nodeHasher, text))
const leafAt = (index: number): Uint8Array => leaves[index] ?? new Uint8Array()
const signer = logSigner("log.example/mark")
const tree = { size: leaves.length, root: merkleRoot(nodeHasher, leaves) }
const checkpoint = await signCheckpoint(nodeHasher, {
  signer,
  checkpoint: { origin: signer.key.name, ...tree, extension: [] },
  lastSigned: undefined,
  proof: []
})
const head = await signStreamHead({
  signer,
  head: { origin: signer.key.name, stream: "school-lcqm-900001", revision: 3, root: tree.root, logSize: 13 },
  lastSigned: undefined
})

const spki = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), signer.key.publicKey])
const publicKey: KeyObject = createPublicKey({ key: spki, format: "der", type: "spki" })

describe("openssl", () => {
  const folder = mkdtempSync(join(tmpdir(), "lcqm-ledger-"))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const verifies = (text: string, signature: Uint8Array): boolean => {
    const [key, message, signed] = ["key.pem", "message", "signature"].map((name) => join(folder, name))
    writeFileSync(key ?? "", publicKey.export({ format: "pem", type: "spki" }))
    writeFileSync(message ?? "", text)
    writeFileSync(signed ?? "", signature)
    const words = ["-verify", "-pubin", "-inkey", key, "-rawin", "-in", message, "-sigfile", signed]
    try {
      execFileSync("openssl", ["pkeyutl", ...words.map(String)], { stdio: "pipe" })
      return true
    } catch {
      return false
    }
  }

  test.each([
    ["a checkpoint", checkpoint],
    ["a stream head", head]
  ])("verifies the signature of %s, and not of a changed one", (_, note) => {
    const { signatures, text } = parseSignedNote(note)
    const signature = signatures[0]?.signature ?? new Uint8Array()
    expect(verifies(text, signature)).toBe(true)
    expect(verifies(text.replace("13", "14"), signature)).toBe(false)
  })
})

interface Sigstore {
  readonly verifyCheckpoint: (entry: object, logs: ReadonlyArray<object>) => object
}
interface SigstoreMerkle {
  readonly verifyMerkleInclusion: (entry: object, checkpoint: object) => void
}

describe("@sigstore/verify", () => {
  const require = createRequire(import.meta.url)
  const folder = dirname(require.resolve("@sigstore/verify"))
  const { verifyCheckpoint } = require(join(folder, "tlog/checkpoint.js")) as Sigstore
  const { verifyMerkleInclusion } = require(join(folder, "tlog/merkle.js")) as SigstoreMerkle
  const keyId = Buffer.alloc(4)
  keyId.writeUInt32BE(signer.key.id)
  const log = { logID: keyId, baseURL: `https://${signer.key.name}`, publicKey }
  const entryOf = (index: number, body: string, note = checkpoint) => ({
    canonicalizedBody: Buffer.from(body),
    inclusionProof: {
      logIndex: String(index),
      hashes: inclusionProof(nodeHasher, subtreesOfLeaves(nodeHasher, leafAt), index, leaves.length).map(
        (hash) => Buffer.from(hash)
      ),
      checkpoint: { envelope: note }
    }
  })

  test("believes our checkpoint and every inclusion proof to it", () => {
    for (const [index, body] of entries.entries()) {
      const entry = entryOf(index, body)
      expect(() => verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]))).not.toThrow()
    }
  })

  test("believes neither a changed checkpoint nor a changed entry", () => {
    const changed = checkpoint.replace("\n13\n", "\n14\n")
    expect(() => verifyCheckpoint(entryOf(0, "", changed), [log])).toThrow("invalid checkpoint signature")
    const entry = entryOf(4, '{"event":5}')
    expect(() => verifyMerkleInclusion(entry, verifyCheckpoint(entry, [log]))).toThrow("root hash")
  })
})
