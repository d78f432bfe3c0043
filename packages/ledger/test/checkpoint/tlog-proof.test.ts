// One file, everything an auditor needs; and nothing that was changed in it passes.
import {
  Malformed,
  parseTlogProof,
  signCheckpoint,
  type TlogProof,
  verifyTlogProof,
  writeTlogProof
} from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { leafAt } from "../merkle/leaves.ts"
import { logSigner } from "../note/keys.ts"
import { refusalOf } from "../refusal-of.ts"
import { checkpointAt, leafProof, origin } from "./growing-log.ts"

const signer = logSigner(origin)
const policy = { origin, logKeys: [signer.key], witnesses: [], quorum: 0 }
const checkpointNote = (size: number) =>
  signCheckpoint(nodeHasher, { signer, checkpoint: checkpointAt(size), lastSigned: undefined, proof: [] })
const proofFile = async (index: number, size: number, extra?: Uint8Array): Promise<string> =>
  writeTlogProof({ index, proof: leafProof(index, size), checkpoint: await checkpointNote(size), extra })
const verdictOn = (index: number, file: string) =>
  verifyTlogProof(nodeHasher, nodeEd25519, { policy, leafHash: leafAt(index), file })

const leafOfTree = fc
  .integer({ min: 1, max: 60 })
  .chain((size) => fc.tuple(fc.nat({ max: size - 1 }), fc.constant(size)))

describe("a tlog-proof", () => {
  test("holds for its leaf, with and without extra data", async () => {
    await fc.assert(
      fc.asyncProperty(
        leafOfTree,
        fc.option(fc.uint8Array({ minLength: 1 })),
        async ([index, size], extra) => {
          const file = await proofFile(index, size, extra ?? undefined)
          expect(await verdictOn(index, file)).toMatchObject({ ok: true, index, checkpoint: { size } })
        }
      ),
      { numRuns: 50 }
    )
  })

  test("comes back from its text as it went", async () => {
    const checkpoint = await checkpointNote(9)
    const parts = fc.record({
      index: fc.maxSafeNat(),
      proof: fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 5 }),
      extra: fc.option(fc.uint8Array(), { nil: undefined })
    })
    fc.assert(
      fc.property(parts, (some) => {
        const proof: TlogProof = { ...some, checkpoint }
        expect(parseTlogProof(writeTlogProof(proof))).toEqual(proof)
      })
    )
  })

  test("does not hold for another leaf, nor with any one character changed", async () => {
    const file = await proofFile(5, 11)
    expect(await verdictOn(4, file)).toMatchObject({ ok: false, reason: "wrong root" })
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: file.length - 1 }),
        fc.constantFrom(..."AB/9\n x—".split("")),
        async (at, unit) => {
          fc.pre(file.charAt(at) !== unit)
          const changed = file.slice(0, at) + unit + file.slice(at + 1)
          expect((await verdictOn(5, changed)).ok).toBe(false)
        }
      ),
      { numRuns: 500 }
    )
  })

  test("says why: outside the tree, too short, unsigned, malformed", async () => {
    const file = await proofFile(5, 11)
    const reason = async (change: (text: string) => string) => {
      const verdict = await verdictOn(5, change(file))
      return verdict.ok ? "holds" : verdict.reason
    }
    expect(await reason((text) => text.replace("index 5", "index 11"))).toBe("index outside the tree")
    expect(await reason((text) => text.replace(/\n[^\n]{44}\n\n/, "\n\n"))).toBe("proof too short")
    expect(await reason((text) => text.replace(`\n${origin}\n`, "\nelse.example\n"))).toBe("other origin")
    expect(await reason((text) => text.replace("\n11\n", "\n12\n"))).toBe("wrong signature")
    expect(await reason((text) => text.slice(1))).toBe("malformed")
  })

  const tail = "\n\nhello\n\n— a.example AAAAAQI=\n"
  test.each([
    ["no empty line", "c2sp.org/tlog-proof@v1\nindex 0\n", "it"],
    ["another version", `c2sp.org/tlog-proof@v2\nindex 0${tail}`, "line 1"],
    ["no index", `c2sp.org/tlog-proof@v1${tail}`, "the index line"],
    ["an index with leading zeroes", `c2sp.org/tlog-proof@v1\nindex 01${tail}`, "the index line"],
    [
      "an index that a number does not count exactly",
      `c2sp.org/tlog-proof@v1\nindex 9007199254740993${tail}`,
      "the index line"
    ],
    [
      "extra data behind the index",
      `c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA${tail}`,
      "the length of hash 0 of the proof"
    ],
    ["broken extra data", `c2sp.org/tlog-proof@v1\nextra A\nindex 0${tail}`, "the length of the extra data"],
    ["a short hash", `c2sp.org/tlog-proof@v1\nindex 0\nAAAA${tail}`, "hash 0 of the proof"],
    ["no signed note", "c2sp.org/tlog-proof@v1\nindex 0\n\nhello\n", "it"]
  ])("is refused with %s", (_, text, where) => {
    const refusal = refusalOf(() => parseTlogProof(text))
    expect(refusal).toBeInstanceOf(Malformed)
    expect(refusal).toHaveProperty("where", where)
  })

  test("is not written where it could not be read", async () => {
    const good = { index: 0, proof: [], checkpoint: await checkpointNote(1), extra: undefined }
    expect(refusalOf(() => writeTlogProof({ ...good, index: -1 }))).toMatchObject({ where: "the index" })
    expect(refusalOf(() => writeTlogProof({ ...good, proof: [new Uint8Array(3)] }))).toMatchObject({
      where: "hash 0"
    })
    expect(refusalOf(() => writeTlogProof({ ...good, checkpoint: "x" }))).toMatchObject({
      format: "signed note"
    })
  })
})
