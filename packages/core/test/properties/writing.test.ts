// The writer made of a type's schema writes what the ledger's own writer writes, byte for byte, and what it takes for
// text that needs no escaping needs none.
import { type AnyEventType, lcqmEventTypes, type Stamped } from "@lcqm/core"
import { canonicalJson, isCanonicalJson, NotCanonicalizable } from "@lcqm/ledger"
import { anyStampedEvent, Coverage } from "@lcqm/testing/arbitraries"
import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { envelopeOf } from "../../src/event-store/codec/envelope.ts"
import { writerOf } from "../../src/event-store/codec/writing.ts"
import { codec } from "./lcqm-over.ts"

const eachType = lcqmEventTypes.map((type): [string, AnyEventType] => [type.type, type])

/** The value with one of its texts changed. */
const withText = (value: unknown, path: ReadonlyArray<string>, change: (text: string) => string): unknown => {
  const [key, ...rest] = path
  if (key === undefined) return change(String(value))
  if (Array.isArray(value)) {
    return value.map((item, i) => (String(i) === key ? withText(item, rest, change) : item))
  }
  const inner: unknown = Reflect.get(Object(value), key)
  return { ...Object(value), [key]: withText(inner, rest, change) }
}

const textsIn = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> => {
  if (typeof value === "string") return [path]
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
}

// Every kind of what JSON escapes or canonical JSON refuses, and what it writes as it is beside.
const escaped = ['"', "\\", "\u0000", "\n", "\u001F", "\uD800", "\uDFFF"] as const
const unescaped = ["\u007F", "é", "\u2028", "😀"] as const

describe("the writer of an event type", () => {
  it.each(eachType)("%s writes the canonical JSON of every event", (_, type) => {
    const write = writerOf(envelopeOf(type))
    fc.assert(
      fc.property(anyStampedEvent([type]), (event) => {
        expect(write(event)).toBe(canonicalJson(event))
      }),
      { numRuns: 20 }
    )
  })

  it("writes no text as it is that JSON would escape: such a text is refused, or written as the ledger does", () => {
    const met = new Coverage("letters put into texts of events", ["refused", "written"])
    met.assert(
      1,
      fc.property(
        anyStampedEvent(),
        fc.constantFrom(...escaped, ...unescaped),
        fc.nat(),
        fc.nat(),
        (event, letter, which, where) => {
          const texts = textsIn(event)
          const path = texts[which % texts.length]!
          const changed = withText(event, path, (text) => {
            const at = where % (text.length + 1)
            return text.slice(0, at) + letter + text.slice(at)
          }) as Stamped
          const encoded = codec.encode(changed)
          met.count(Result.isFailure(encoded) ? "refused" : "written")
          if (Result.isFailure(encoded)) return
          expect(isCanonicalJson(encoded.success.text)).toBe(true)
          expect(encoded.success.text).toBe(canonicalJson(changed))
        }
      ),
      { numRuns: 2_000 }
    )
  })
})

describe("the writer of a schema", () => {
  const Note = Schema.Struct({
    after: Schema.optionalKey(Schema.Number),
    b: Schema.Union([Schema.Number, Schema.Literal("none")]),
    before: Schema.optionalKey(Schema.String),
    "10": Schema.Array(Schema.Struct({ z: Schema.Null, a: Schema.Literals(["one", 'with "quotes"']) })),
    9: Schema.Boolean,
    record: Schema.Record(Schema.String, Schema.Number),
    nothing: Schema.Struct({})
  })
  const note = {
    b: "none",
    "10": [
      { z: null, a: 'with "quotes"' },
      { z: null, a: "one" }
    ],
    9: true,
    record: { é: 1, e: -0 },
    nothing: {}
  } as const
  const write = writerOf(Note)

  it.each<[what: string, value: unknown]>([
    ["keys in the order of their code units, texts of a list of words escaped", note],
    ["keys that may be absent", { ...note, after: 1.5e300, before: "a\n" }],
    ["empty lists", { ...note, 10: [] }]
  ])("writes %s", (_, value) => {
    expect(write(value)).toBe(canonicalJson(value))
  })

  it.each<[what: string, value: unknown, path: ReadonlyArray<string | number>]>([
    ["a number that is none", { ...note, after: Number.NaN }, ["after"]],
    ["half a surrogate pair", { ...note, before: "\uD800" }, ["before"]],
    ["undefined in the place of what may be absent", { ...note, before: undefined }, ["before"]]
  ])("refuses %s, and says where", (_, value, path) => {
    const refusal = () => {
      try {
        return write(value)
      } catch (error) {
        return error
      }
    }
    expect(refusal()).toBeInstanceOf(NotCanonicalizable)
    expect(refusal()).toMatchObject({ path })
  })
})
