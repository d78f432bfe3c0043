// What cannot be written is refused with its place, never dropped or changed: a silent loss would be hashed for ever.
import { canonicalJson, NotCanonicalizable, type NotCanonicalizableReason } from "@lcqm/ledger"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import { refusalOf } from "../refusal-of.ts"
import { bareObject, loneSurrogateText } from "./arbitraries.ts"

const rejected = (value: unknown): NotCanonicalizable => {
  const refusal = refusalOf(() => canonicalJson(value))
  return refusal instanceof NotCanonicalizable ? refusal : expect.fail(String(refusal))
}

const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels))

const outcome = (value: unknown): string => {
  try {
    return typeof canonicalJson(value)
  } catch (error) {
    return error instanceof NotCanonicalizable ? error.reason : String(error)
  }
}

class Money {
  readonly pence = 1
}
class List extends Array<number> {}

const bad: readonly (readonly [string, () => unknown, NotCanonicalizableReason])[] = [
  ["undefined", () => undefined, "undefined"],
  ["NaN", () => NaN, "not-finite"],
  ["Infinity", () => Infinity, "not-finite"],
  ["-Infinity", () => -Infinity, "not-finite"],
  ["a bigint", () => 1n, "bigint"],
  ["a function", () => () => 1, "function"],
  ["a class", () => Money, "function"],
  ["a symbol", () => Symbol("s"), "symbol"],
  ["a Date", () => new Date(0), "class-instance"],
  ["a Map", () => new Map(), "class-instance"],
  ["a Set", () => new Set(), "class-instance"],
  ["a regular expression", () => /x/, "class-instance"],
  ["an error", () => new Error("x"), "class-instance"],
  ["a promise", () => Promise.resolve(1), "class-instance"],
  ["bytes", () => new Uint8Array(1), "class-instance"],
  ["a boxed string", () => Object("x") as unknown, "class-instance"],
  ["a boxed number", () => Object(1) as unknown, "class-instance"],
  ["an instance of a class", () => new Money(), "class-instance"],
  ["an array of a subclass", () => new List(), "class-instance"],
  ["an object that inherits from another", () => Object.create({ a: 1 }) as unknown, "class-instance"],
  [
    "an object that pretends to be an array",
    () => Object.create(Array.prototype) as unknown,
    "class-instance"
  ],
  ["an array without a prototype", () => Object.setPrototypeOf([], null) as unknown, "class-instance"],
  ["a symbol key", () => ({ [Symbol("k")]: 1 }), "symbol-key"],
  ["a symbol key of an array", () => Object.assign([1], { [Symbol("k")]: 1 }), "symbol-key"],
  ["the Math object", () => Math, "symbol-key"]
]

const inside: readonly (readonly [string, (value: unknown) => unknown, readonly (string | number)[]])[] = [
  ["at the root", (value) => value, []],
  ["in a property", (value) => ({ a: { b: value } }), ["a", "b"]],
  ["in an array", (value) => [1, [2, value]], [1, 1]],
  [
    "among good neighbours",
    (value) => ({ z: 1, list: [{ ok: true }, { x: value }], a: [] }),
    ["list", 1, "x"]
  ],
  ["in an object without a prototype", (value) => bareObject([["n", value]]), ["n"]]
]

describe.each(inside)("canonical JSON refuses, %s,", (_, wrap, path) => {
  test.each(bad)("%s", (_, make, reason) => {
    const { path: where, reason: why, _tag } = rejected(wrap(make()))
    expect({ _tag, where, why }).toEqual({ _tag: "NotCanonicalizable", where: path, why: reason })
  })
})

describe("canonical JSON", () => {
  test("refuses half a surrogate pair in any value, wherever it stands", () => {
    fc.assert(
      fc.property(loneSurrogateText, (text) => {
        expect(rejected({ a: ["x", text] })).toMatchObject({ reason: "lone-surrogate", path: ["a", 1] })
      })
    )
  })

  test("refuses half a surrogate pair in any key, and names the key", () => {
    fc.assert(
      fc.property(loneSurrogateText, (key) => {
        expect(rejected({ a: { [key]: 1 } })).toMatchObject({ reason: "lone-surrogate", path: ["a", key] })
      })
    )
  })

  test("refuses a hole in an array", () => {
    const holed: unknown[] = [1]
    holed[2] = 3
    expect(rejected({ list: holed })).toMatchObject({ reason: "hole", path: ["list", 1] })
    expect(rejected(Object.assign([], { length: 2 }))).toMatchObject({ reason: "hole", path: [0] })
  })

  test("refuses a named property of an array, even one that makes up for a hole", () => {
    expect(rejected(Object.assign([1, 2], { total: 3 }))).toMatchObject({
      reason: "extra-array-property",
      path: ["total"]
    })
    const evenOut: unknown[] = Object.assign([], { length: 1, total: 3 })
    expect(rejected(evenOut)).toMatchObject({ reason: "hole", path: [0] })
  })

  test("refuses getters and setters without calling them", () => {
    let called = 0
    const withGetter = {
      get now() {
        called++
        return 1
      }
    }
    const arrayWithGetter = Object.defineProperty([0], 0, { get: () => called++, enumerable: true })
    expect(rejected({ a: withGetter })).toMatchObject({ reason: "accessor", path: ["a", "now"] })
    expect(rejected({ a: arrayWithGetter })).toMatchObject({ reason: "accessor", path: ["a", 0] })
    expect(rejected({ set a(_: number) {} })).toMatchObject({ reason: "accessor", path: ["a"] })
    expect(called).toBe(0)
  })

  test("never calls toJSON: it is a function, and refused", () => {
    expect(rejected({ toJSON: () => 1 })).toMatchObject({ reason: "function", path: ["toJSON"] })
  })

  test("refuses a cycle where it closes, but not the same object twice", () => {
    const award: Record<string, unknown> = { level: "gold" }
    award["history"] = [{ award }]
    expect(rejected(award)).toMatchObject({ reason: "cycle", path: ["history", 0, "award"] })
    const shared = { x: 1 }
    expect(canonicalJson([shared, shared])).toBe('[{"x":1},{"x":1}]')
  })

  test("refuses what is nested more than a thousand deep, without overflowing the stack", () => {
    expect(rejected(nested(1001))).toMatchObject({ reason: "too-deep" })
    expect(rejected(nested(50_000)).path).toHaveLength(1000)
  })

  test("refuses a proxy that answers differently when asked why", () => {
    let asked = 0
    const shifty = new Proxy(
      { a: 1 },
      { getPrototypeOf: () => (asked++ === 0 ? Date.prototype : Object.prototype) }
    )
    expect(rejected(shifty)).toMatchObject({ reason: "changed-while-read" })
  })

  test("lets an error of the value's own through unchanged", () => {
    const hostile = new Proxy({}, { ownKeys: () => expect.fail("mine") })
    expect(() => canonicalJson(hostile)).toThrow("mine")
    let asked = 0
    const onceHostile = new Proxy({}, { ownKeys: () => (asked++ === 0 ? expect.fail("once") : []) })
    expect(() => canonicalJson(onceHostile)).toThrow("once")
  })

  test("says what was expected, what came, and what to do", () => {
    expect(rejected({ when: new Date(0) }).message).toBe(
      'Cannot write canonical JSON at "when": expected null, a boolean, a finite number, a well-formed string, an ' +
        "array or a plain object; got an instance of class Date. What to do: encode it first to plain objects, " +
        "arrays, strings and numbers (a date as an ISO 8601 string)."
    )
  })

  test("either writes a value or refuses it with a reason, and the reason is the place's own", () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      withBoxedValues: true,
      withNullPrototype: true
    })
    const known = ["string", "undefined", "hole", "not-finite", "bigint", "class-instance", "lone-surrogate"]
    fc.assert(
      fc.property(anything, (value) => {
        expect(known).toContain(outcome(value))
      }),
      { numRuns: 1000 }
    )
  })
})
