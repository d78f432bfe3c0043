// A key that stands twice is found wherever it stands, and nothing else is taken for one.
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { repeatedKey } from "../../src/index.ts"

const twice = '{ "leadership.champion": "gold", "workforce.cpd": "silver", "leadership.champion": "bronze" }'

const found = (json: string) => repeatedKey(json, JSON.parse(json))

describe("a key that stands twice in an object", () => {
  it.each([
    [twice, "leadership.champion", '"leadership.champion"'],
    ['{"a":{"b":[0,{"c":1,"c":2}]}}', "a.b[1].c", '"c"'],
    ['[[],{"a":[{"b":1}],"x":"}{","a":2}]', "[1].a", '"a"'],
    ['{"\\u0061":1,"a":2}', "a", '"a"'],
    ['{"__proto__":1,"__proto__":2}', "__proto__", '"__proto__"']
  ])("is found, with where it stands: %s", (json, path, key) => {
    expect(found(json)).toEqual({ path, expected: "each key once in its object", got: `${key} twice` })
  })

  it("is none where each is once in its own object, whatever stands in keys and values", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, spaces) => {
        expect(found(JSON.stringify(value, null, spaces))).toBe(undefined)
      })
    )
  })

  it("is found in any JSON into which one was put", () => {
    const key = fc.string({ unit: "binary" })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(key, fc.jsonValue()), { minLength: 1, maxLength: 5 }),
        key,
        (pairs, again) => {
          const first = pairs[0]?.[0] ?? again
          const members = [...pairs, [first, again] as const].map(
            ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`
          )
          expect(found(`[{"x":0},{${members.join(",")}}]`)?.path).toMatch(/^\[1\]/u)
        }
      )
    )
  })
})
