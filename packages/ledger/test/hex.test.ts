// One hash, one spelling.
import { fromHex, hashFromHex, NotHex, toHex } from "@lcqm/ledger"
import fc from "fast-check"
import { describe, expect, test } from "vitest"

const refusalOf = (read: () => unknown): unknown => {
  try {
    return expect.fail(`it was read: ${String(read())}`)
  } catch (error) {
    return error
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
    const almost = fc.string({ unit: fc.constantFrom(..."0189afAFgG/:@` "), maxLength: 8 })
    fc.assert(
      fc.property(almost, (text) => {
        try {
          expect(toHex(fromHex(text))).toBe(text)
        } catch (error) {
          expect(error).toBeInstanceOf(NotHex)
          expect(/^(?:[0-9a-f]{2})*$/.test(text)).toBe(false)
        }
      })
    )
  })

  test("is refused with the place and the name of what was read", () => {
    expect(refusalOf(() => fromHex("00AB", "the root"))).toMatchObject({
      _tag: "NotHex",
      what: "the root",
      offset: 2,
      expected: "one of 0-9 and a-f",
      got: '"A"'
    })
    expect(refusalOf(() => fromHex("abc"))).toMatchObject({ offset: 3, got: "the end" })
    expect(refusalOf(() => fromHex("abg"))).toMatchObject({ offset: 2, got: '"g"' })
  })

  test("of a hash has 64 digits, neither more nor fewer", () => {
    expect(hashFromHex("0a".repeat(32))).toEqual(new Uint8Array(32).fill(10))
    expect(refusalOf(() => hashFromHex("0a".repeat(31), "leaf 3"))).toMatchObject({
      what: "leaf 3",
      got: "62 digits"
    })
    expect(refusalOf(() => hashFromHex("0a".repeat(33)))).toMatchObject({ got: "66 digits" })
  })
})
