// One hash, one spelling.
import { fromHex, hashFromHex, Malformed, toHex } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "./refusal-of.ts"

const reread = (text: string): string => {
  try {
    return toHex(fromHex(text))
  } catch (error) {
    return error instanceof Malformed ? "refused" : String(error)
  }
}

describe("hexadecimal", () => {
  test("comes back as it went, and is what Node writes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString("hex"))
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      })
    )
  })

  test("has one spelling: whatever is read is written again as it was", () => {
    const almost = fc.string({ unit: fc.constantFrom(..."0189afAFgG/:@` ".split("")), maxLength: 8 })
    fc.assert(
      fc.property(almost, (text) => {
        expect(reread(text)).toBe(/^(?:[0-9a-f]{2})*$/.test(text) ? text : "refused")
      })
    )
  })

  test("is refused with the place and the name of what was read", () => {
    expect(refusalOf(() => fromHex("00AB", "the root"))).toMatchObject({
      _tag: "Malformed",
      format: "hexadecimal",
      where: "character 2 of the root",
      expected: "one of 0-9 and a-f",
      got: '"A"'
    })
    expect(refusalOf(() => fromHex("abc"))).toMatchObject({ where: "the length", got: "3 digits" })
    expect(refusalOf(() => fromHex("abg"))).toMatchObject({ where: "character 2", got: '"g"' })
  })

  test("of a hash has 64 digits, neither more nor fewer", () => {
    expect(hashFromHex("0a".repeat(32))).toEqual(new Uint8Array(32).fill(10))
    expect(refusalOf(() => hashFromHex("0a".repeat(31), "leaf 3"))).toMatchObject({
      where: "the length of leaf 3",
      got: "62 digits"
    })
    expect(refusalOf(() => hashFromHex("0a".repeat(33)))).toMatchObject({ got: "66 digits" })
  })

  test("says what to do", () => {
    expect(refusalOf(() => fromHex("A"))).toHaveProperty(
      "message",
      'Malformed hexadecimal: character 0 should be one of 0-9 and a-f; it is "A". ' +
        "What to do: give it lower case, two digits a byte, with nothing around it."
    )
  })
})
