// W3C's eddsa-jcs-2022 vectors carry the canonical text and its SHA-256 of a credential and of a proof
// configuration, written by another canonicalizer.
import { canonicalBytes, canonicalJson, isCanonicalJson } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { expect, test } from "vitest"
import { describeWithVectors, readVector } from "./vectors.ts"

describeWithVectors("W3C's eddsa-jcs-2022 vectors", () => {
  const folder = "w3c-di-eddsa/eddsa-jcs-2022/"
  test.each([
    ["the credential", "w3c-di-eddsa/unsigned.json", "canonDocJCS.txt", "docHashJCS.txt"],
    ["the proof configuration", `${folder}proofConfigJCS.json`, "proofCanonJCS.txt", "proofHashJCS.txt"]
  ])("%s has their canonical text and their hash", (_, source, canonical, hash) => {
    const value: unknown = JSON.parse(readVector(source))
    const expected = readVector(folder + canonical)
    expect(canonicalJson(value)).toBe(expected)
    expect(isCanonicalJson(expected)).toBe(true)
    expect(nodeHasher.sha256Hex(canonicalBytes(value))).toBe(readVector(folder + hash))
  })
})
