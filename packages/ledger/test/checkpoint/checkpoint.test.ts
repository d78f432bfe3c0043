// A checkpoint's text has one spelling, and whatever is not it is refused with its place.
import { type Checkpoint, checkpointText, Malformed, parseCheckpointText } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"

const line = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => /^[^\p{Cc}]*$/u.test(text))
const checkpoint: fc.Arbitrary<Checkpoint> = fc.record({
  origin: line,
  size: fc.maxSafeNat(),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  extension: fc.array(line, { maxLength: 2 })
})

const root = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

describe("a checkpoint", () => {
  test("comes back from its text as it went", () => {
    fc.assert(
      fc.property(checkpoint, (written) => {
        expect(parseCheckpointText(checkpointText(written))).toEqual(written)
      })
    )
  })

  test.each([
    ["no text", "", "the text"],
    ["no last line end", `a\n1\n${root}`, "the text"],
    ["two lines", "a\n1\n", "it"],
    ["an empty origin", `\n1\n${root}\n`, "the origin"],
    ["a leading zero", `a\n01\n${root}\n`, "the size"],
    ["a sign", `a\n+1\n${root}\n`, "the size"],
    ["a negative size", `a\n-1\n${root}\n`, "the size"],
    ["a size in hexadecimal", `a\n0x1\n${root}\n`, "the size"],
    ["a size with an exponent", `a\n1e3\n${root}\n`, "the size"],
    ["an empty size", `a\n\n${root}\n`, "the size"],
    ["a size that a number does not count exactly", `a\n9007199254740992\n${root}\n`, "the size"],
    ["a root that is not base64", `a\n1\n${root.slice(1)}\n`, "the length of the root"],
    ["a root that is not a hash", "a\n1\nAAAA\n", "the root"],
    ["an empty extension line", `a\n1\n${root}\n\nx\n`, "extension line 1"]
  ])("is refused with %s", (_, text, where) => {
    const refusal = refusalOf(() => parseCheckpointText(text))
    expect(refusal).toBeInstanceOf(Malformed)
    expect(refusal).toHaveProperty("where", where)
  })

  test.each([
    ["an empty origin", { origin: "" }, "the origin"],
    ["an origin of two lines", { origin: "a\nb" }, "the origin"],
    ["an origin with a control character", { origin: "a\u0001" }, "the text"],
    ["half a leaf", { size: 0.5 }, "the size"],
    ["a negative size", { size: -1 }, "the size"],
    ["a size that a number does not count exactly", { size: 2 ** 53 }, "the size"],
    ["a root that is not a hash", { root: new Uint8Array(31) }, "the root"],
    ["an empty extension line", { extension: [""] }, "extension line 1"]
  ])("is not written with %s", (_, change, where) => {
    const good = { origin: "a", size: 1, root: new Uint8Array(32), extension: [] }
    expect(refusalOf(() => checkpointText({ ...good, ...change }))).toMatchObject({
      _tag: "Malformed",
      where
    })
  })
})
