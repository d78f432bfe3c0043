// The JSON Schemas of the events, held against what the codec itself accepts, by a validator that is not ours.
import { anyStampedEvent } from "@lcqm/testing/arbitraries"
import { nodeHasher } from "@lcqm/ledger/node"
import { Ajv2020 } from "ajv/dist/2020.js"
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codecOf, eventFields, eventSchemasOf, lcqmCatalogue } from "../../src/index.ts"

const codec = codecOf(lcqmCatalogue, nodeHasher)
const ajv = new Ajv2020({ strict: false })
const validators = new Map(
  [...eventSchemasOf(lcqmCatalogue)].map(([type, schema]) => [type, ajv.compile(schema)])
)
const conforms = (type: string, text: string): boolean => validators.get(type)?.(JSON.parse(text)) === true

describe("the JSON Schema of an event type", () => {
  it("is there for every type and version", () => {
    expect([...validators.keys()].toSorted()).toEqual([...lcqmCatalogue.keys()].toSorted())
  })

  it("accepts what the codec wrote, and refuses an unknown key and a missing part as the codec does", () => {
    fc.assert(
      fc.property(
        anyStampedEvent(),
        fc.constantFrom("id", "stream", "revision", "data", "metadata"),
        (event, part) => {
          const { text } = Result.getOrThrow(codec.encode(event))
          expect(conforms(event.type, text)).toBe(true)
          const more = JSON.stringify({ ...event, more: 1 })
          const less = JSON.stringify({ ...event, [part]: undefined })
          expect(conforms(event.type, more)).toBe(false)
          expect(conforms(event.type, less)).toBe(false)
        }
      ),
      { numRuns: 500 }
    )
  })
})

describe("the fields of an event", () => {
  it("are every single value of its data, each where it stands", () => {
    fc.assert(
      fc.property(anyStampedEvent(), (event) => {
        const { type } = lcqmCatalogue.get(event.type)!
        const fields = eventFields(type, event.data)
        for (const { path, value } of fields) {
          const there = path.reduce<unknown>((at, key) => Reflect.get(at as object, key), event.data)
          expect(there).toBe(value)
        }
        const singles = (value: unknown): number =>
          typeof value !== "object" || value === null
            ? 1
            : "about" in value && ("text" in value || "ct" in value)
              ? 1
              : Object.values(value).reduce<number>((sum, each) => sum + singles(each), 0)
        expect(fields).toHaveLength(singles(event.data))
      }),
      { numRuns: 500 }
    )
  })
})
