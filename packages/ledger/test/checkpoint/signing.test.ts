// Nobody signs two histories: neither the operator nor a witness.
import {
  cosignCheckpoint,
  noteSigner,
  parseCheckpointText,
  parseSignedNote,
  signCheckpoint,
  toHex,
  verifyCheckpoint,
  writeSignedNote
} from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { flippedAt, logSigner, witnessSigner } from "../note/keys.ts"
import { checkpointAt, growthProof, origin } from "./growing-log.ts"

const signer = logSigner(origin)
const first = (size: number) =>
  signCheckpoint(nodeHasher, { signer, checkpoint: checkpointAt(size), lastSigned: undefined, proof: [] })
const next = (from: number, to: number, change: object = {}) =>
  signCheckpoint(nodeHasher, {
    signer,
    checkpoint: checkpointAt(to),
    lastSigned: checkpointAt(from),
    proof: from > to ? [] : growthProof(from, to),
    ...change
  })
const forged = (size: number) => ({ ...checkpointAt(size), root: flippedAt(checkpointAt(size).root, 3) })

describe("the operator", () => {
  test("signs a log that only grew, from any size to any size, and the signature holds", async () => {
    const sizes = fc
      .tuple(fc.nat({ max: 70 }), fc.nat({ max: 70 }))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
    const policy = { origin, logKeys: [signer.key], witnesses: [], quorum: 0 }
    await fc.assert(
      fc.asyncProperty(sizes, async ([from, to]) => {
        expect(await verifyCheckpoint(nodeEd25519, policy, await next(from, to))).toEqual({
          ok: true,
          checkpoint: checkpointAt(to),
          by: [{ key: signer.key, time: undefined }]
        })
      }),
      { numRuns: 50 }
    )
  })

  test("signs the same checkpoint again, to the byte", async () => {
    expect(await next(5, 5)).toBe(await first(5))
  })

  test.each([
    ["a log that shrank", 7, 5, {}],
    ["a log of the same size with another root", 7, 7, { checkpoint: forged(7) }],
    ["a log that grew with another root", 5, 7, { checkpoint: forged(7) }],
    ["growth from a root that was never signed", 5, 7, { lastSigned: forged(5) }],
    ["growth without a proof", 5, 7, { proof: [] }],
    ["growth with the proof of something else", 5, 7, { proof: growthProof(4, 7) }],
    ["an empty log with a root", 0, 0, { checkpoint: forged(0) }],
    ["growth from an empty log with a root", 0, 3, { lastSigned: forged(0) }]
  ])("signs nothing for %s", async (_, from, to, change) => {
    const refusal = next(from, to, change)
    await expect(refusal).rejects.toMatchObject({ _tag: "WillNotSign", reason: "inconsistent" })
  })

  test("asks the key only after everything else has been checked", async () => {
    const untouched = { ...signer, ed25519: { ...signer.ed25519, sign: () => expect.fail("asked to sign") } }
    const lied = { signer: untouched, checkpoint: forged(7) }
    await expect(next(5, 7, lied)).rejects.toMatchObject({ reason: "inconsistent" })
  })

  test("signs nothing under another name, for another log, or with a witness's key", async () => {
    const named = logSigner("else.example")
    await expect(next(5, 7, { signer: named })).rejects.toMatchObject({ reason: "other origin" })
    const lastSigned = { ...checkpointAt(5), origin: "else.example" }
    await expect(next(5, 7, { lastSigned })).rejects.toMatchObject({ reason: "other log" })
    const witness = { signer: witnessSigner(origin) }
    await expect(next(5, 7, witness)).rejects.toMatchObject({ reason: "wrong kind of key" })
  })

  test("signs nothing that is no checkpoint", async () => {
    const checkpoint = { ...checkpointAt(7), size: 7.5 }
    await expect(next(5, 7, { checkpoint })).rejects.toMatchObject({ _tag: "Malformed", where: "the size" })
  })
})

describe("a witness", () => {
  const witness = witnessSigner()
  const cosign = async (from: number | undefined, to: number, change: object = {}) =>
    cosignCheckpoint(nodeHasher, nodeEd25519, {
      witness,
      note: await first(to),
      logKey: signer.key,
      lastSeen: from === undefined ? undefined : checkpointAt(from),
      proof: from === undefined || from > to ? [] : growthProof(from, to),
      time: 1_700_000_000,
      ...change
    })

  test("adds one line to a log that only grew, says when, and remembers what it saw", async () => {
    const { note, lastSeen } = await cosign(3, 7)
    const policy = { origin, logKeys: [signer.key], witnesses: [witness.key], quorum: 1 }
    expect(lastSeen).toEqual(checkpointAt(7))
    expect(note.startsWith(await first(7))).toBe(true)
    expect(await verifyCheckpoint(nodeEd25519, policy, note)).toEqual({
      ok: true,
      checkpoint: checkpointAt(7),
      by: [
        { key: signer.key, time: undefined },
        { key: witness.key, time: 1_700_000_000 }
      ]
    })
  })

  test("signs the text and the time: neither can be changed afterwards", async () => {
    const { note } = await cosign(undefined, 7)
    const { text, signatures } = parseSignedNote(note)
    const [own, cosigned] = signatures
    const raw = cosigned?.signature ?? new Uint8Array()
    expect(toHex(raw.subarray(0, 8))).toBe("000000006553f100")
    const policy = { origin, logKeys: [signer.key], witnesses: [witness.key], quorum: 0 }
    for (let place = 0; place < raw.length; place++) {
      const bent = { ...witness.key, signature: flippedAt(raw, place) }
      const changed = writeSignedNote({ text, signatures: [...(own === undefined ? [] : [own]), bent] })
      expect(await verifyCheckpoint(nodeEd25519, policy, changed)).toMatchObject({
        reason: "wrong signature"
      })
    }
  })

  test("is not believed about a time that a number does not count exactly", async () => {
    const late = 2 ** 60
    const { text, signatures } = parseSignedNote(await first(7))
    const message = new TextEncoder().encode(`cosignature/v1\ntime ${late}\n${text}`)
    const time = Buffer.alloc(8)
    time.writeBigUInt64BE(BigInt(late))
    const signature = new Uint8Array([...time, ...(await witness.ed25519.sign(message))])
    const note = writeSignedNote({ text, signatures: [...signatures, { ...witness.key, signature }] })
    const policy = { origin, logKeys: [signer.key], witnesses: [witness.key], quorum: 0 }
    expect(await verifyCheckpoint(nodeEd25519, policy, note)).toMatchObject({ reason: "wrong signature" })
  })

  test("signs nothing that the log did not sign", async () => {
    const stranger = logSigner(origin, 9)
    await expect(cosign(3, 7, { logKey: stranger.key })).rejects.toMatchObject({
      reason: "not signed by the log"
    })
    await expect(cosign(3, 7, { note: "no note" })).rejects.toMatchObject({ reason: "not signed by the log" })
    const tampered = (await first(7)).replace("\n7\n", "\n8\n")
    await expect(cosign(3, 7, { note: tampered })).rejects.toMatchObject({ reason: "not signed by the log" })
  })

  test("signs nothing for a log that shrank or changed since it last looked", async () => {
    await expect(cosign(9, 7)).rejects.toMatchObject({ reason: "inconsistent" })
    await expect(cosign(5, 7, { lastSeen: forged(5) })).rejects.toMatchObject({ reason: "inconsistent" })
    await expect(cosign(5, 7, { proof: [] })).rejects.toMatchObject({ reason: "inconsistent" })
  })

  test.each([-1, 0.5, NaN, 2 ** 53])("signs nothing at the time %d", async (time) => {
    await expect(cosign(5, 7, { time })).rejects.toMatchObject({ reason: "not a time" })
  })

  test("does not sign with a log's key", async () => {
    await expect(cosign(5, 7, { witness: signer })).rejects.toMatchObject({ reason: "wrong kind of key" })
  })

  test("is read as C2SP tlog-cosignature's example shows: the time and the key id of its witness line", () => {
    // The example of https://c2sp.org/tlog-cosignature, whose text says "time 1679315147". Its key is not published.
    const example =
      "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
      "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n" +
      "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n"
    const { text, signatures } = parseSignedNote(example)
    expect(parseCheckpointText(text).size).toBe(20_852_163)
    const line = signatures.find(({ name }) => name === "witness.example.com/w1")
    expect(line?.id.toString(16)).toBe("8d66cf3f")
    expect(line?.signature.length).toBe(72)
    expect(parseInt(toHex(line?.signature.subarray(0, 8) ?? new Uint8Array()), 16)).toBe(1_679_315_147)
  })
})

describe("a reader's policy", () => {
  const policy = { origin, logKeys: [signer.key], witnesses: [], quorum: 0 }
  const witnesses = [
    witnessSigner("w1.example", 2),
    witnessSigner("w2.example", 3),
    witnessSigner("w3.example", 2)
  ]
  const keys = witnesses.map(({ key }) => key)

  const cosignedBy = async (...by: readonly number[]): Promise<string> => {
    let note = await first(7)
    for (const index of by) {
      const [witness = witnessSigner()] = witnesses.slice(index)
      const request = { witness, note, logKey: signer.key, lastSeen: undefined, proof: [], time: 1 }
      note = (await cosignCheckpoint(nodeHasher, nodeEd25519, request)).note
    }
    return note
  }

  test("asks for the log's own signature: witnesses alone are not enough", async () => {
    const note = await cosignedBy(0, 1)
    const withoutLog = note
      .split("\n")
      .filter((text) => !text.startsWith(`— ${origin}`))
      .join("\n")
    expect(await verifyCheckpoint(nodeEd25519, { ...policy, witnesses: keys }, withoutLog)).toMatchObject({
      ok: false,
      reason: "not signed by the log",
      got: "only w1.example, w2.example"
    })
  })

  test("counts witnesses by key: one under two names is one", async () => {
    const asking = { ...policy, witnesses: keys, quorum: 2 }
    expect(await verifyCheckpoint(nodeEd25519, asking, await cosignedBy(0, 1))).toMatchObject({ ok: true })
    expect(await verifyCheckpoint(nodeEd25519, asking, await cosignedBy(0, 2))).toMatchObject({
      reason: "too few witnesses",
      expected: "2",
      got: "1"
    })
    expect(await verifyCheckpoint(nodeEd25519, asking, await cosignedBy())).toMatchObject({ got: "0" })
  })

  test("is for one log: the same key for another origin is refused", async () => {
    expect(
      await verifyCheckpoint(nodeEd25519, { ...policy, origin: "else.example" }, await first(7))
    ).toMatchObject({
      reason: "other origin",
      expected: '"else.example"',
      got: `"${origin}"`
    })
  })

  test("takes any of the log's keys while one replaces another", async () => {
    const newer = noteSigner(nodeHasher, origin, "ed25519", nodeEd25519Signer(new Uint8Array(32).fill(77)))
    expect(
      await verifyCheckpoint(nodeEd25519, { ...policy, logKeys: [newer.key, signer.key] }, await first(7))
    ).toMatchObject({ ok: true })
    expect(
      await verifyCheckpoint(nodeEd25519, { ...policy, logKeys: [newer.key] }, await first(7))
    ).toMatchObject({ reason: "no known key" })
  })

  test("turns every malformed note into a verdict, never an exception", async () => {
    for (const note of ["", "x", "a\n\n— b AAAAAQI=\n", `${origin}\n1\nx\n\n— b AAAAAQI=\n`]) {
      expect(await verifyCheckpoint(nodeEd25519, policy, note)).toMatchObject({
        ok: false,
        reason: "malformed"
      })
    }
  })
})
