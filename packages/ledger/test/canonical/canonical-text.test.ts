// Reading canonical JSON: exactly the canonical text passes, and any other names where it first goes wrong.
import { canonicalJson, isCanonicalJson, NotCanonicalJson, parseCanonicalJson } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { firstDeviation } from "../../src/canonical/first-deviation.ts"
import { refusalOf } from "../refusal-of.ts"
import { jsonValue } from "./arbitraries.ts"

const deviationOf = (text: string): NotCanonicalJson => {
  const refusal = refusalOf(() => parseCanonicalJson(text))
  return refusal instanceof NotCanonicalJson ? refusal : expect.fail(String(refusal))
}

// Texts near canonical ones: one unit changed, dropped, doubled or put in.
const nearlyCanonical = fc
  .tuple(
    jsonValue.map(canonicalJson),
    fc.nat(),
    fc.constantFrom(...' \n,:[]{}"\\0189.-+eEtfnu/ab\u0000\u007f\ud800\udc00\u20ac'.split("")),
    fc.constantFrom("change", "drop", "double", "insert")
  )
  .map(([text, place, unit, what]) => {
    const at = place % (text.length + 1)
    const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
    if (what === "change") return before + unit + after
    if (what === "drop") return before + after
    return before + (what === "double" ? here : unit) + here + after
  })

describe("a canonical text", () => {
  test("is read as the value it was written from", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const text = canonicalJson(value)
        expect(isCanonicalJson(text)).toBe(true)
        expect(canonicalJson(parseCanonicalJson(text))).toBe(text)
        expect(firstDeviation(text)).toBe(undefined)
      })
    )
  })

  test("is told from every other text in the same way by rewriting it and by its grammar", () => {
    fc.assert(
      fc.property(nearlyCanonical, (text) => {
        expect(isCanonicalJson(text)).toBe(firstDeviation(text) === undefined)
      }),
      { numRuns: 5000 }
    )
  })

  test("has no deviation before the one that is named: cut there, it lacks only an end", () => {
    fc.assert(
      fc.property(nearlyCanonical, (text) => {
        fc.pre(!isCanonicalJson(text))
        const { offset } = deviationOf(text)
        // Cut at the named place, the text goes wrong at its very end, or in the number that was cut in two.
        const cut = text.slice(0, offset)
        const at = firstDeviation(cut)?.offset ?? cut.length
        expect(cut.slice(at)).toMatch(/^[-+.0-9eE]*$/)
      }),
      { numRuns: 2000 }
    )
  })
})

describe("a text that is not canonical is refused at the place where it goes wrong:", () => {
  test.each([
    ["white space", '{"a": 1}', 5, "a value", '" "'],
    ["a line end behind", '{"a":1}\n', 7, "the end of the text", '"\\n"'],
    ["keys in another order", '{"b":1,"a":2}', 7, 'a key that sorts after "b"', '"a"'],
    ["a repeated key", '{"a":1,"a":1}', 7, 'a key that sorts after "a"', '"a"'],
    ["a number with a needless fraction", "[1.0]", 2, "the number written as 1", '"."'],
    ["a number with a needless exponent", "[1e2]", 2, "the number written as 100", '"e"'],
    ["minus zero", "-0", 0, "the number written as 0", '"-"'],
    ["a leading zero", "01", 0, "the number written as 1", '"0"'],
    ["a number that no double holds", "1e999", 0, "a number that an IEEE 754 double holds", '"1"'],
    ["an escaped solidus", '"a\\/"', 2, "a character as RFC 8785 writes it, or the closing quote", '"\\\\"'],
    [
      "an escape in capitals",
      '"\\u001F"',
      1,
      "a character as RFC 8785 writes it, or the closing quote",
      '"\\\\"'
    ],
    [
      "an escape that is not needed",
      '"\\u0041"',
      1,
      "a character as RFC 8785 writes it, or the closing quote",
      '"\\\\"'
    ],
    [
      "a bare control character",
      '"\n"',
      1,
      "a character as RFC 8785 writes it, or the closing quote",
      '"\\n"'
    ],
    [
      "half a surrogate pair",
      '"a\ud800b"',
      2,
      "a character as RFC 8785 writes it, or the closing quote",
      '"\\ud800"'
    ],
    [
      "an escaped half of a pair",
      '"\\ud800"',
      1,
      "a character as RFC 8785 writes it, or the closing quote",
      '"\\\\"'
    ],
    ["a text cut short", '{"a":[1', 7, '"," or "]"', "the end of the text"],
    ["no text", "", 0, "a value", "the end of the text"],
    ["a missing colon", '{"a"1}', 4, '":"', '"1"'],
    ["a comma too many", "[1,]", 3, "a value", '"]"'],
    ["a byte order mark", "\ufeff1", 0, "a value", '"\ufeff"'],
    [
      "nesting beyond a thousand",
      "[".repeat(1001) + "]".repeat(1001),
      1000,
      "at most 1000 levels of nesting",
      '"["'
    ]
  ])("%s", (_, text, offset, expected, got) => {
    const refusal = deviationOf(text)
    expect([refusal.offset, refusal.expected, refusal.got]).toEqual([offset, expected, got])
    expect(isCanonicalJson(text)).toBe(false)
  })

  test("a control character in another of its spellings", () => {
    for (let code = 0; code < 0x20; code++) {
      const long = `"\\u00${code.toString(16).padStart(2, "0")}"`
      const right = JSON.stringify(String.fromCharCode(code))
      expect([long, firstDeviation(long)?.offset]).toEqual([long, long === right ? undefined : 1])
      expect([right, firstDeviation(right)]).toEqual([right, undefined])
    }
  })

  test("megabytes of text, without overflowing anything", () => {
    const long = "x".repeat(5_000_000)
    expect(deviationOf(`"${long}\u0001"`).offset).toBe(5_000_001)
    expect(deviationOf(`"${"\\n".repeat(2_000_000)}\u0001"`).offset).toBe(4_000_001)
    expect(deviationOf("[".repeat(1_000_000)).offset).toBe(1000)
  })
})
