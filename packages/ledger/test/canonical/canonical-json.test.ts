// The writer against promises that hold for every value, then against RFC 8785's own examples.
import { canonicalBytes, canonicalJson } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { bareObject, finite, jsonValue, text } from "./arbitraries.ts"

// Independent and slow: rebuild with keys sorted by their UTF-16 units, then let the engine write it. Integer-like
// keys would be reordered by an object, so members are joined by hand.
const byUnits = (left: string, right: string): number => {
  let at = 0
  while (at < left.length && left.charAt(at) === right.charAt(at)) at++
  // charCodeAt is NaN behind the end, and the shorter key comes first.
  return at >= left.length || at >= right.length
    ? left.length - right.length
    : left.charCodeAt(at) - right.charCodeAt(at)
}
const reference = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(reference).join(",")}]`
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  const members = Object.entries(value).toSorted(([left], [right]) => byUnits(left, right))
  return `{${members.map(([key, item]) => `${JSON.stringify(key)}:${reference(item)}`).join(",")}}`
}

const shuffledKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledKeys)
  if (typeof value !== "object" || value === null) return value
  return bareObject(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffledKeys(item)])
  )
}
const reread = (value: unknown): unknown => JSON.parse(canonicalJson(value))

describe("canonical JSON", () => {
  test("equals an independent, slow reference on everything JSON can hold", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(value)).toBe(reference(value))
      }),
      { numRuns: 2000 }
    )
  })

  test("of a parsed canonical text is that text", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        const written = canonicalJson(value)
        expect(canonicalJson(JSON.parse(written))).toBe(written)
      })
    )
  })

  test("does not depend on the order in which keys were set, nor on having a prototype", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(canonicalJson(shuffledKeys(value))).toBe(canonicalJson(value))
      })
    )
  })

  test("loses nothing: what is read back is what was written, -0 apart", () => {
    fc.assert(
      fc.property(fc.oneof(text, finite), (value) => {
        expect(reread(value) === value).toBe(true)
      })
    )
  })

  test("keeps the same order and escapes for a shape it has seen before as for one it has not", () => {
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 40 }), (keys) => {
        const made = Object.fromEntries(keys.map((key, i) => [key, i]))
        expect([canonicalJson(made), canonicalJson(made)]).toEqual([reference(made), reference(made)])
      })
    )
  })

  test("stays right after more object shapes than it remembers", () => {
    for (let i = 0; i < 2000; i++) {
      expect(canonicalJson({ [`z${i % 700}`]: 1, a: 2, [`k${i}`]: 3 })).toBe(
        `{"a":2,"k${i}":3,"z${i % 700}":1}`
      )
    }
  })

  test("is UTF-8 in its bytes", () => {
    fc.assert(
      fc.property(jsonValue, (value) => {
        expect(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(canonicalBytes(value))).toBe(
          canonicalJson(value)
        )
      })
    )
  })

  test("writes -0 as 0", () => {
    expect(canonicalJson([-0, 0])).toBe("[0,0]")
  })

  test("takes a member named __proto__ for a member", () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":2}}'))).toBe('{"__proto__":{"x":2},"b":1}')
  })

  test("writes arrays and objects nested a thousand deep", () => {
    const deep = "[".repeat(1000) + "]".repeat(1000)
    expect(canonicalJson(JSON.parse(deep))).toBe(deep)
  })
})

describe("RFC 8785's own examples", () => {
  // Appendix B: IEEE 754 bits of a double, and how it is written.
  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"]
  ])("the double %s is written %s (Appendix B)", (bits, written) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, BigInt(`0x${bits}`))
    expect(canonicalJson(view.getFloat64(0))).toBe(written)
  })

  test("the sample of section 3.2.2 comes out as in section 3.2.3", () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonicalJson(JSON.parse(sample))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    )
  })

  test("keys sort by UTF-16 code units, not by code points (section 3.2.3)", () => {
    const sample = {
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\u{1f600}": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }
    expect(canonicalJson(sample).match(/"[A-Z][^"]*"/g)).toEqual([
      '"Carriage Return"',
      '"One"',
      '"Control"',
      '"Latin Small Letter O With Diaeresis"',
      '"Euro Sign"',
      '"Emoji: Grinning Face"',
      '"Hebrew Letter Dalet With Dagesh"'
    ])
  })
})
