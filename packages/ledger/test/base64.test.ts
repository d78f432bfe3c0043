// One signature, one spelling.
import { fromBase64, Malformed, toBase64 } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "./refusal-of.ts"

const reread = (text: string): string => {
  try {
    return toBase64(fromBase64(text))
  } catch (error) {
    return error instanceof Malformed ? "refused" : String(error)
  }
}

describe("base64", () => {
  test("comes back as it went, and is what Node writes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"))
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      })
    )
  })

  test("has one spelling: whatever is read is written again as it was", () => {
    const almost = fc.string({ unit: fc.constantFrom(..."AQgwZ09+/=_- \n".split("")), maxLength: 12 })
    fc.assert(
      fc.property(almost, (text) => {
        const node = Buffer.from(text, "base64").toString("base64")
        expect(reread(text)).toBe(node === text ? text : "refused")
      }),
      { numRuns: 3000 }
    )
  })

  test("has one spelling of its last byte too: bits that no byte uses must be zero", () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".split("")
    for (const text of letters.flatMap((letter) => [`A${letter}==`, `AA${letter}=`])) {
      const node = Buffer.from(text, "base64").toString("base64")
      expect([text, reread(text)]).toEqual([text, node === text ? text : "refused"])
    }
  })

  test.each([
    ["AAA", "the length of the root", "3 characters"],
    ["A A=", "character 1 of the root", '" "'],
    ["AA_A", "character 2 of the root", '"_"'],
    ["A===", "character 1 of the root", '"="'],
    ["AB==", "the last letter of the root", "another"],
    ["AAB=", "the last letter of the root", "another"]
  ])("refuses %j with the place", (text, where, got) => {
    expect(refusalOf(() => fromBase64(text, "the root"))).toMatchObject({ format: "base64", where, got })
  })
})
