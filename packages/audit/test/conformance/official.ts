// The official schemas, as they stand among the vectors, and a validator that this project did not write.
import type { Problem } from "@lcqm/core"
import { Ajv, type AnySchema, type ErrorObject } from "ajv"
import { Ajv2019 } from "ajv/dist/2019.js"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormatsModule from "ajv-formats"

const addFormats = addFormatsModule.default

/** What a schema finds wrong with a value. */
export type Conforms = (value: unknown) => ReadonlyArray<Problem>

const problemOf = ({ instancePath, message, params }: ErrorObject): Problem => ({
  path: instancePath,
  expected: message ?? "what the schema says",
  got: JSON.stringify(params)
})

/** A validator of the schema, in the draft it is written in. */
export const validatorOf = (schema: AnySchema, draft: "07" | "2019-09" | "2020-12"): Conforms => {
  const options = { allErrors: true, strict: false }
  const ajv =
    draft === "07" ? new Ajv(options) : draft === "2019-09" ? new Ajv2019(options) : new Ajv2020(options)
  addFormats(ajv)
  const validate = ajv.compile(schema)
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(problemOf))
}
