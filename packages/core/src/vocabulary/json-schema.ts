// What the library reads and writes, told to other people's tools: JSON Schema of draft 2020-12, made of the very
// schemas that decode.
import { Schema } from "effect"

/** A JSON Schema as a JSON document. */
export type JsonSchemaDocument = Readonly<Record<string, unknown>>

/**
 * The JSON Schema document of a schema: what it refuses the schema refuses too, unknown keys among it. What no JSON
 * Schema can say, as that a date exists, it leaves to the schema.
 * @example
 * ```ts
 * import { jsonSchemaOf, Urn } from "@lcqm/core"
 * jsonSchemaOf("urn:example:urn", "A school", Urn).$schema // => "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const jsonSchemaOf = (id: string, title: string, of: Schema.Constraint): JsonSchemaDocument => {
  const { definitions, schema } = Schema.toJsonSchemaDocument(of, { onExcessProperty: "error" })
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: id,
    title,
    ...schema,
    $defs: definitions
  }
}
