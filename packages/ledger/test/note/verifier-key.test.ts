// A key's text is read only when it is whole: its id follows from the rest.
import { Malformed, parseVerifierKey, toBase64, verifierKey, verifierKeyText } from "@lcqm/ledger"
import { generateSignerKey, nodeEd25519Signer, nodeHasher, nodeNoteSigner } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"

const name = fc
  .string({ unit: "grapheme", minLength: 1 })
  .filter((text) => /^[^\p{White_Space}+\p{C}]+$/u.test(text))
const algorithm = fc.constantFrom("ed25519" as const, "cosignature/v1" as const)
const publicKey = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe("a verifier key", () => {
  test("comes back from its text as it went, whatever its name, kind and bytes", () => {
    fc.assert(
      fc.property(name, algorithm, publicKey, (title, kind, bytes) => {
        const key = verifierKey(nodeHasher, title, kind, bytes)
        expect(parseVerifierKey(nodeHasher, verifierKeyText(key))).toEqual(key)
      })
    )
  })

  test("may have plus signs in its base64: only the first two divide", () => {
    const key = verifierKey(nodeHasher, "a.example", "ed25519", new Uint8Array(32).fill(251))
    expect(verifierKeyText(key).split("+").length).toBeGreaterThan(3)
    expect(parseVerifierKey(nodeHasher, verifierKeyText(key))).toEqual(key)
  })

  test("has another id for every name, kind and key", () => {
    const bytes = new Uint8Array(32)
    const ids = [
      verifierKey(nodeHasher, "a", "ed25519", bytes),
      verifierKey(nodeHasher, "b", "ed25519", bytes),
      verifierKey(nodeHasher, "a", "cosignature/v1", bytes),
      verifierKey(
        nodeHasher,
        "a",
        "ed25519",
        bytes.map(() => 1)
      )
    ].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  const good = verifierKeyText(verifierKey(nodeHasher, "a.example", "ed25519", new Uint8Array(32).fill(7)))
  const [, id = "", material = ""] = good.split("+")
  test.each([
    ["one part", "a.example", "it"],
    ["two parts", `a.example+${id}`, "it"],
    ["no name", `+${id}+${material}`, "the key name"],
    ["a space in its name", `a example+${id}+${material}`, "the key name"],
    ["a line end in its name", `a\n+${id}+${material}`, "the key name"],
    ["an id in capitals", `a.example+ABCDEF01+${material}`, "character 0 of the key id"],
    ["a short id", `a.example+${id.slice(2)}+${material}`, "the key id"],
    ["an id of another key", `a.example+00000000+${material}`, "the key id"],
    ["another name under the same id", `b.example+${id}+${material}`, "the key id"],
    ["base64 without padding", `a.example+${id}+${material.slice(0, -1)}`, "the length of the key"],
    ["a short key", `a.example+${id}+${toBase64(new Uint8Array([1, 2]))}`, "the key"],
    ["nothing for a key", `a.example+${id}+`, "the key"],
    ["an unknown type", `a.example+${id}+${toBase64(new Uint8Array(33).fill(2))}`, "the type"]
  ])("is refused with %s", (_, text, where) => {
    const refusal = refusalOf(() => parseVerifierKey(nodeHasher, text))
    expect(refusal).toBeInstanceOf(Malformed)
    expect(refusal).toHaveProperty("where", where)
  })

  test("is refused when its bytes are not a key's", () => {
    expect(refusalOf(() => verifierKey(nodeHasher, "a", "ed25519", new Uint8Array(31)))).toMatchObject({
      where: "the public key",
      got: "31 bytes"
    })
  })
})

describe("a signer key", () => {
  test("signs so that its verifier key verifies, and is new each time", () => {
    const [one, other] = [generateSignerKey("log.example"), generateSignerKey("log.example")]
    expect(verifierKeyText(nodeNoteSigner(one.signerKey).key)).toBe(one.verifierKey)
    expect(one.signerKey).not.toBe(other.signerKey)
  })

  test("is refused when damaged, and the secret is never in the message", () => {
    const { signerKey } = generateSignerKey("log.example")
    const secret = signerKey.split("+").slice(4).join("+")
    const damaged = [
      signerKey.replace("log.example", "bog.example"),
      signerKey.replace("PRIVATE+KEY+", ""),
      signerKey.replace(secret, `B${secret.slice(1)}`),
      signerKey.slice(0, -1),
      `${signerKey}\n`
    ]
    for (const text of damaged) {
      const refusal = refusalOf(() => nodeNoteSigner(text))
      expect(refusal).toBeInstanceOf(Malformed)
      expect(String(refusal)).not.toContain(secret.slice(4, -4))
    }
  })

  test("has a seed of 32 bytes", () => {
    expect(refusalOf(() => nodeEd25519Signer(new Uint8Array(31)))).toMatchObject({
      where: "the seed",
      got: "31 bytes"
    })
  })
})
