// The note's form, then whose signatures are believed.
import {
  Malformed,
  noteSigner,
  parseSignedNote,
  signNote,
  verifyNote,
  WillNotSign,
  writeSignedNote
} from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"
import { flippedAt, logSigner, witnessSigner } from "./keys.ts"

const line = fc.string({ unit: "grapheme" }).filter((text) => /^[^\p{Cc}]*$/u.test(text))
const noteText = fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => `${lines.join("\n")}\n`)
const signature = fc.record({
  name: fc.constantFrom("a.example", "b.example/log", "é"),
  id: fc.integer({ min: 0, max: 0xffffffff }),
  signature: fc.uint8Array({ minLength: 1, maxLength: 80 })
})

describe("a signed note", () => {
  test("comes back from its text as it went, empty lines in its text included", () => {
    fc.assert(
      fc.property(noteText, fc.array(signature, { minLength: 1, maxLength: 17 }), (text, signatures) => {
        const note = { text, signatures }
        expect(parseSignedNote(writeSignedNote(note))).toEqual(note)
      })
    )
  })

  const good = "hello\n\n— a.example AAAAAQI=\n"
  test.each([
    ["no empty line", "hello\n— a.example AAAAAQI=\n", "it"],
    ["no signature", "hello\n\n", "the end"],
    ["no last line end", good.slice(0, -1), "the end"],
    ["an empty line at the end", `${good}\n`, "the end"],
    ["a hyphen for the dash", good.replace("—", "-"), "signature line 1"],
    ["no name", "hello\n\n— AAAAAQI=\n", "signature line 1"],
    ["an empty name", "hello\n\n—  AAAAAQI=\n", "the key name"],
    ["a plus in the name", "hello\n\n— a+b AAAAAQI=\n", "the key name"],
    ["a wide space in the name", "hello\n\n— a\u3000b AAAAAQI=\n", "the key name"],
    ["broken base64", "hello\n\n— a.example AAAAAQI\n", "the length of signature line 1"],
    ["a key id and no signature", "hello\n\n— a.example AAAAAQ==\n", "signature line 1"],
    ["a carriage return", good.replace("hello\n", "hello\r\n"), "the text"],
    ["a tab", good.replace("hello", "hel\tlo"), "the text"],
    ["half a surrogate pair", good.replace("hello", "\ud800"), "the text"],
    ["101 signatures", `hello\n\n${"— a.example AAAAAQI=\n".repeat(101)}`, "the signatures"]
  ])("is refused with %s", (_, note, where) => {
    const refusal = refusalOf(() => parseSignedNote(note))
    expect(refusal).toBeInstanceOf(Malformed)
    expect(refusal).toHaveProperty("where", where)
  })

  test("is not written where it could not be read", () => {
    const signatures = [{ name: "a", id: 1, signature: new Uint8Array(1) }]
    expect(refusalOf(() => writeSignedNote({ text: "no end", signatures }))).toBeInstanceOf(Malformed)
    expect(refusalOf(() => writeSignedNote({ text: "a\u0007\n", signatures }))).toBeInstanceOf(Malformed)
    expect(refusalOf(() => writeSignedNote({ text: "a\n", signatures: [] }))).toBeInstanceOf(Malformed)
    const spaced = [{ name: "a b", id: 1, signature: new Uint8Array(1) }]
    expect(refusalOf(() => writeSignedNote({ text: "a\n", signatures: spaced }))).toBeInstanceOf(Malformed)
  })
})

describe("verifying a note", () => {
  const signer = logSigner()
  const other = logSigner("other.example", 9)

  test("accepts it from a known key and names that key, whoever else signed", async () => {
    await fc.assert(
      fc.asyncProperty(noteText, fc.array(signature, { maxLength: 3 }), async (text, strangers) => {
        const own = parseSignedNote(await signNote(signer, text)).signatures
        const note = { text, signatures: [...strangers, ...own] }
        expect(await verifyNote(nodeEd25519, note, [other.key, signer.key])).toEqual({
          ok: true,
          by: [{ key: signer.key, time: undefined }]
        })
      })
    )
  })

  test("rejects it when the text or the signature of a known key was changed at any place", async () => {
    const note = parseSignedNote(await signNote(signer, "the award is gold\n"))
    const [own] = note.signatures
    const blob = own?.signature ?? new Uint8Array()
    for (let place = 0; place < blob.length; place++) {
      const signatures = [{ ...signer.key, signature: flippedAt(blob, place) }]
      expect(await verifyNote(nodeEd25519, { ...note, signatures }, [signer.key])).toMatchObject({
        ok: false,
        reason: "wrong signature"
      })
    }
    const forged = { ...note, text: "the award is none\n" }
    expect(await verifyNote(nodeEd25519, forged, [signer.key])).toMatchObject({ reason: "wrong signature" })
  })

  test("rejects it when one known key is good and another known key is wrong", async () => {
    const note = parseSignedNote(await signNote(signer, "x\n"))
    const wrong = { ...other.key, signature: new Uint8Array(64) }
    const both = { ...note, signatures: [...note.signatures, wrong] }
    expect(await verifyNote(nodeEd25519, both, [signer.key, other.key])).toMatchObject({
      reason: "wrong signature"
    })
    expect(await verifyNote(nodeEd25519, both, [signer.key])).toMatchObject({ ok: true })
  })

  test("rejects it when no known key signed, also when only name or only id is known", async () => {
    const note = parseSignedNote(await signNote(signer, "x\n"))
    const sameName = { ...signer.key, id: signer.key.id ^ 1 }
    const sameId = { ...signer.key, name: "someone.else" }
    for (const keys of [[], [other.key], [sameName], [sameId]]) {
      expect(await verifyNote(nodeEd25519, note, keys)).toMatchObject({ ok: false, reason: "no known key" })
    }
  })

  test("rejects a signature of the wrong length, of either kind, without asking the verifier", async () => {
    const never = { verify: () => expect.fail("asked") }
    for (const { key } of [signer, witnessSigner()]) {
      for (const length of [1, 63, 65, 71, 73]) {
        const note = { text: "x\n", signatures: [{ ...key, signature: new Uint8Array(length) }] }
        expect(await verifyNote(never, note, [key])).toMatchObject({ reason: "wrong signature" })
      }
    }
  })

  test("does not take a log's plain signature for a witness's, nor the other way round", async () => {
    const ed25519 = nodeEd25519Signer(new Uint8Array(32).fill(5))
    const asLog = noteSigner(nodeHasher, "one.example", "ed25519", ed25519)
    const asWitness = noteSigner(nodeHasher, "one.example", "cosignature/v1", ed25519)
    const note = parseSignedNote(await signNote(asLog, "x\n"))
    expect(await verifyNote(nodeEd25519, note, [asWitness.key])).toMatchObject({ reason: "no known key" })
    await expect(signNote(asWitness, "x\n")).rejects.toMatchObject({
      _tag: "WillNotSign",
      reason: "wrong kind of key"
    })
  })

  test("lets a signer that gives no signature sign nothing", async () => {
    const broken = { ...signer, ed25519: { ...signer.ed25519, sign: () => new Uint8Array(63) } }
    const refusal: unknown = await signNote(broken, "x\n").catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(WillNotSign)
    expect(refusal).toMatchObject({ reason: "not a signature", got: "63 bytes" })
  })
})
