// Values of any schema of the domain, read off its JSON Schema piece by piece, so that a failing value shrinks
// field by field. Effect's own arbitraries shrink only by seed; and a new event type needs nothing added here.
import { Schema } from "effect"
import * as fc from "fast-check"

type Form = Readonly<Record<string, unknown>>

/** Arbitraries that stand for the schemas with these identifiers, where their JSON Schema does not say enough. */
export type ByIdentifier = Readonly<Record<string, () => fc.Arbitrary<unknown>>>

const isForm = (value: unknown): value is Form =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const formsIn = (value: unknown): ReadonlyArray<Form> => (Array.isArray(value) ? value.filter(isForm) : [])

const numberIn = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise

// Longer than this shows nothing that this does not.
const mostItems = 3

interface Reading {
  readonly definitions: Form
  readonly byIdentifier: ByIdentifier
  readonly words: (longest: number) => fc.Arbitrary<string>
}

const read = (form: Form, reading: Reading): fc.Arbitrary<unknown> => {
  const { byIdentifier, definitions, words } = reading
  const { $ref, anyOf, enum: among, type } = form
  if (typeof $ref === "string") {
    const name = $ref.replace("#/$defs/", "")
    const known = byIdentifier[name]
    const definition = definitions[name]
    if (known !== undefined) return known()
    if (isForm(definition)) return read(definition, reading)
  }
  if (Array.isArray(among)) return fc.constantFrom(...(among as ReadonlyArray<unknown>))
  if (Array.isArray(anyOf))
    return fc.oneof({ withCrossShrink: true }, ...formsIn(anyOf).map((each) => read(each, reading)))
  switch (type) {
    case "boolean":
      return fc.boolean()
    case "null":
      return fc.constant(null)
    case "integer": {
      const min = numberIn(form["minimum"], Number.MIN_SAFE_INTEGER)
      return fc.integer({ min, max: numberIn(form["maximum"], Number.MAX_SAFE_INTEGER) })
    }
    case "string":
      return typeof form["pattern"] === "string"
        ? fc.stringMatching(new RegExp(form["pattern"], "u"))
        : words(numberIn(form["maxLength"], 100))
    case "array":
      return readArray(form, reading)
    case "object":
      return readObject(form, reading)
    default:
      throw new TypeError(`no values can be drawn of a schema of this form: ${JSON.stringify(form)}`)
  }
}

const readArray = (form: Form, reading: Reading): fc.Arbitrary<unknown> => {
  const first = formsIn(form["prefixItems"]).map((each) => read(each, reading))
  if (!isForm(form["items"])) return fc.tuple(...first)
  const least = Math.max(0, numberIn(form["minItems"], 0) - first.length)
  const rest = fc.array(read(form["items"], reading), {
    minLength: least,
    maxLength: Math.min(numberIn(form["maxItems"], mostItems), Math.max(mostItems, least))
  })
  return fc.tuple(fc.tuple(...first), rest).map(([before, after]) => [...before, ...after])
}

const readObject = (form: Form, reading: Reading): fc.Arbitrary<unknown> => {
  const properties = isForm(form["properties"]) ? Object.entries(form["properties"]) : []
  const required: ReadonlyArray<unknown> = Array.isArray(form["required"]) ? form["required"] : []
  const model = Object.fromEntries(
    properties.flatMap(([name, field]) => (isForm(field) ? [[name, read(field, reading)] as const] : []))
  )
  return fc.record(model, {
    requiredKeys: Object.keys(model).filter((name) => required.includes(name)),
    noNullPrototype: true
  })
}

/**
 * Any value of a schema. What its JSON Schema does not say, as a filter of its own, is checked at the end; give
 * an arbitrary `byIdentifier` where that would throw most values away.
 * @example
 * ```ts
 * import { Urn } from "@lcqm/core"
 * import { fromSchema } from "@lcqm/testing/arbitraries"
 * import { Schema } from "effect"
 * import fc from "fast-check"
 * const Named = Schema.Struct({ school: Urn, since: Schema.optionalKey(Schema.Int) })
 * fc.sample(fromSchema(Named), { seed: 1, numRuns: 100 }).every((value) => Schema.is(Named)(value)) // => true
 * ```
 */
export const fromSchema = <A, I>(
  schema: Schema.Codec<A, I>,
  byIdentifier: ByIdentifier = {},
  words: (longest: number) => fc.Arbitrary<string> = (longest) =>
    fc.string({ minLength: 1, maxLength: longest })
): fc.Arbitrary<A> => {
  const type = Schema.toType(schema)
  const document = Schema.toJsonSchemaDocument(type)
  const drawn = read(document.schema, { definitions: document.definitions, byIdentifier, words })
  return drawn.filter(Schema.is(type))
}
