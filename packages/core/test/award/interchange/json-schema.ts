// Just enough of JSON Schema 2020-12 to check the shipped schemas with something that is not their maker. A keyword
// it does not know is an error, so that nothing is passed over.
import { Schema } from "effect"

const Node = Schema.Record(Schema.String, Schema.Unknown)
type Node = typeof Node.Type

const nodeOf = Schema.decodeUnknownSync(Node)
const nodesOf = Schema.decodeUnknownSync(Schema.Array(Node))
const textsOf = Schema.decodeUnknownSync(Schema.Array(Schema.String))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const typeOf = (value: unknown): string =>
  value === null
    ? "null"
    : Array.isArray(value)
      ? "array"
      : Number.isInteger(value)
        ? "integer"
        : typeof value

const remarks = new Set(["$schema", "$id", "$defs", "title", "description"])

/** Whether a value is what a schema says. */
export const agrees = (document: Readonly<Record<string, unknown>>, value: unknown): boolean => {
  const definitions = nodeOf(document["$defs"])

  const additional = (node: Node, value: unknown): boolean => {
    if (!isRecord(value)) return true
    const known = new Set(Object.keys(isRecord(node["properties"]) ? node["properties"] : {}))
    return Object.entries(value).every(
      ([key, each]) =>
        known.has(key) ||
        (node["additionalProperties"] !== false && holds(nodeOf(node["additionalProperties"]), each))
    )
  }

  const keyword = (node: Node, key: string, said: unknown, value: unknown): boolean => {
    const length = typeof value === "string" ? Array.from(value).length : undefined
    const items = Array.isArray(value) ? value : undefined
    switch (key) {
      case "$ref":
        return holds(nodeOf(definitions[String(said).replace("#/$defs/", "")]), value)
      case "type":
        return said === typeOf(value) || (said === "number" && typeof value === "number")
      case "enum":
        return Array.isArray(said) && said.includes(value)
      case "pattern":
        return length === undefined || new RegExp(String(said), "u").test(String(value))
      case "minLength":
        return length === undefined || length >= Number(said)
      case "maxLength":
        return length === undefined || length <= Number(said)
      case "minimum":
        return typeof value !== "number" || value >= Number(said)
      case "maximum":
        return typeof value !== "number" || value <= Number(said)
      case "minItems":
        return items === undefined || items.length >= Number(said)
      case "maxItems":
        return items === undefined || items.length <= Number(said)
      case "prefixItems":
        return nodesOf(said).every((each, i) => items?.[i] === undefined || holds(each, items[i]))
      case "items":
        return items === undefined || items.every((each) => holds(nodeOf(said), each))
      case "required":
        return !isRecord(value) || textsOf(said).every((name) => Object.hasOwn(value, name))
      case "properties":
        return (
          !isRecord(value) ||
          Object.entries(nodeOf(said)).every(
            ([name, each]) => !Object.hasOwn(value, name) || holds(nodeOf(each), value[name])
          )
        )
      case "propertyNames":
        return !isRecord(value) || Object.keys(value).every((name) => holds(nodeOf(said), name))
      case "additionalProperties":
        return additional(node, value)
      case "anyOf":
        return nodesOf(said).some((each) => holds(each, value))
      default:
        if (remarks.has(key)) return true
        throw new Error(`a keyword this does not know: ${key}`)
    }
  }

  const holds = (node: Node, value: unknown): boolean =>
    Object.entries(node).every(([key, said]) => keyword(node, key, said, value))

  return holds(document, value)
}
