// The end of a stream, signed: what it says is what is read back, and nobody takes it for something else.
import {
  Malformed,
  parseCheckpointText,
  parseSignedNote,
  parseStreamHeadText,
  signStreamHead,
  type StreamHead,
  streamHeadText,
  verifyCheckpoint,
  verifyStreamHead,
  WillNotSign
} from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { logSigner, witnessSigner } from "../note/keys.ts"

const signer = logSigner()
const origin = signer.key.name
const rootOf = (text: string): Uint8Array => nodeHasher.sha256(new TextEncoder().encode(text))
const head: StreamHead = { origin, stream: "school-lcqm-900001", revision: 7, root: rootOf("a"), logSize: 40 }
const sign = (next: StreamHead, lastSigned?: StreamHead, by = signer) =>
  signStreamHead({ signer: by, head: next, lastSigned })
const policy = { origin, logKeys: [signer.key] }

const heads = fc
  .record({
    stream: fc.string({ minLength: 1, unit: fc.constantFrom(..."abc-é𝄞 é0".split("")) }),
    revision: fc.nat(),
    root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    more: fc.integer({ min: 1, max: 1_000_000 })
  })
  .filter(({ stream }) => !/\p{Surrogate}/u.test(stream))
  .map(({ more, ...rest }) => ({ origin, ...rest, logSize: rest.revision + more }))

describe("a stream head", () => {
  test("is read back as it was written, and no changed character of it is believed", async () => {
    await fc.assert(
      fc.asyncProperty(heads, fc.nat(), async (any, at) => {
        const note = await sign(any)
        expect(await verifyStreamHead(nodeEd25519, policy, note)).toMatchObject({ ok: true, head: any })
        const place = at % note.length
        const other = note[place] === "0" ? "1" : "0"
        const changed = note.slice(0, place) + other + note.slice(place + 1)
        expect(await verifyStreamHead(nodeEd25519, policy, changed)).toMatchObject({ ok: false })
      }),
      { numRuns: 60 }
    )
  })

  test("is no checkpoint, and a checkpoint is no stream head", async () => {
    const note = await sign(head)
    expect(() => parseCheckpointText(parseSignedNote(note).text)).toThrow(Malformed)
    const asCheckpoint = { ...policy, witnesses: [], quorum: 0 }
    expect(await verifyCheckpoint(nodeEd25519, asCheckpoint, note)).toMatchObject({ reason: "malformed" })
    expect(() => parseStreamHeadText(`${origin}\n7\n${"A".repeat(43)}=\n`)).toThrow(Malformed)
  })

  test.each([
    ["a stream of two lines", { stream: "a\nb" }],
    ["no stream", { stream: "" }],
    ["a fraction of a revision", { revision: 0.5 }],
    ["a revision that the log cannot hold", { revision: 40 }],
    ["a short root", { root: new Uint8Array(31) }],
    ["an origin with a space", { origin: "a b" }]
  ])("cannot be written of %s", (_, part) => {
    expect(() => streamHeadText({ ...head, ...part })).toThrow(Malformed)
  })

  test("of another log, by an unknown key or by a witness is not believed", async () => {
    const note = await sign(head)
    const verdict = (p: Parameters<typeof verifyStreamHead>[1]) => verifyStreamHead(nodeEd25519, p, note)
    expect(await verdict({ ...policy, origin: "other.example" })).toMatchObject({ reason: "other origin" })
    expect(await verdict({ ...policy, logKeys: [] })).toMatchObject({ reason: "no known key" })
    expect(await verdict({ ...policy, logKeys: [logSigner(origin, 9).key] })).toMatchObject({ ok: false })
    expect(await verdict({ ...policy, logKeys: [witnessSigner(origin, 1).key] })).toMatchObject({ ok: false })
  })
})

describe("the operator", () => {
  const later: StreamHead = { ...head, revision: 9, root: rootOf("b"), logSize: 50 }

  test.each([
    ["the stream grew", later],
    ["only the log grew", { ...head, logSize: 41 }],
    ["nothing grew", head]
  ])("signs again where %s", async (_, next) => {
    expect(await sign(next, head)).toContain(`${next.revision}\n`)
  })

  test.each([
    ["a shorter stream", { ...head, revision: 6 }],
    ["a shorter log", { ...head, logSize: 39 }],
    ["another root at the same revision", { ...head, root: rootOf("c"), logSize: 60 }],
    ["a longer stream in a log that did not grow", { ...later, logSize: 40 }],
    ["another stream", { ...later, stream: "school-lcqm-900002" }]
  ])("does not sign %s after what was signed", async (_, next) => {
    await expect(sign(next, head)).rejects.toThrow(WillNotSign)
  })

  test("signs only for its own log, and never with a witness's key", async () => {
    await expect(sign({ ...head, origin: "other.example" })).rejects.toMatchObject({ reason: "other origin" })
    await expect(sign(head, undefined, witnessSigner(origin))).rejects.toMatchObject({
      reason: "wrong kind of key"
    })
  })
})
