// Values the tests draw: everything JSON can hold, with the strings, keys and numbers that go wrong most.
import * as fc from "fast-check"

const awkwardText = fc.constantFrom(
  "",
  "__proto__",
  "toJSON",
  "constructor",
  "\u0000",
  "\u001f",
  "\u007f",
  '"',
  "\\",
  "\\ud800",
  "\u2028\u2029",
  "\ufb33",
  "\u{1f600}",
  "10",
  "9",
  "-0",
  "\ud7ff",
  "\ue000"
)

/** Well-formed strings of every plane. */
export const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string(),
  awkwardText
)

export const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 1e21, 1e20, 1e-6, 1e-7, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER)
)

/** An object without a prototype; keys may be anything, `__proto__` too, and repeat (the last one counts). */
export const bareObject = (entries: Iterable<readonly [string, unknown]>): object => {
  const made: object = Object.setPrototypeOf({}, null)
  for (const [key, value] of entries) {
    Object.defineProperty(made, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return made
}

const object = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.array(fc.tuple(text, value), { maxLength: 8 }), fc.boolean())
    .map(([entries, bare]) => (bare ? bareObject(entries) : Object.fromEntries(entries)))

/** Anything JSON can hold: plain objects with and without a prototype, keys in any order, `__proto__` among them. */
export const jsonValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.constant(null), fc.boolean(), finite, text),
    fc.array(tie("value"), { maxLength: 6 }),
    object(tie("value"))
  )
})).value

/** Half a surrogate pair, with something round it. */
export const loneSurrogateText = fc
  .tuple(fc.string({ maxLength: 3 }), fc.integer({ min: 0xd800, max: 0xdfff }), fc.string({ maxLength: 3 }))
  .map(([before, unit, after]) => before + String.fromCharCode(unit) + after)
