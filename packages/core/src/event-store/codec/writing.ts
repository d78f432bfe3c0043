// The canonical JSON of an event whose schema is known: the order of its keys, and which of its texts cannot hold what
// JSON escapes, are worked out once a type and not once an event. Whatever the schema leaves open is left to the
// ledger's own writer, and so is whatever cannot be written, which that one refuses and says where.
import { canonicalJson } from "@lcqm/ledger"
import { type Schema, SchemaAST } from "effect"
import { markOf } from "../classified.ts"

/** Writes a value that was checked by the schema the writer was made of, which leaves nothing in it but plain data. */
export type Writer = (value: unknown) => string

interface Keyed {
  readonly [key: string]: unknown
}

const asItIs: Writer = (text) => `"${text as string}"`

// Their letters are told by a pattern: none is one that JSON escapes. Not so of every identifier: a stream has any name.
const plainIdentifiers = new Set(["CommandId", "EventId", "EvidenceId", "PersonRef", "Urn", "Version"])

// Digests and dates have such letters whichever way they are spelt, and the words that a schema lists are looked at.
const isWrittenAsItIs = (ast: SchemaAST.AST): boolean => {
  if (SchemaAST.isUnion(ast)) return ast.types.every(isWrittenAsItIs)
  if (SchemaAST.isLiteral(ast)) {
    return typeof ast.literal === "string" && canonicalJson(ast.literal) === `"${ast.literal}"`
  }
  if (!SchemaAST.isString(ast)) return false
  const mark = markOf(ast)
  return mark === "hash" || mark === "date" || plainIdentifiers.has(SchemaAST.resolveIdentifier(ast) ?? "")
}

const numberAsIs: Writer = (n) => (Number.isFinite(n) ? String(n) : canonicalJson(n))

const listWriter =
  (write: Writer): Writer =>
  (items) => {
    let out = ""
    for (const item of items as ReadonlyArray<unknown>) out += (out === "" ? "" : ",") + write(item)
    return `[${out}]`
  }

// A key that may be absent and comes first leaves open what stands before the second: that is the ledger's own writer's.
const objectWriter = (properties: ReadonlyArray<SchemaAST.PropertySignature>): Writer => {
  // RFC 8785 section 3.2.3: by UTF-16 code units, as JavaScript compares.
  const sorted = properties.toSorted((a, b) => (String(a.name) < String(b.name) ? -1 : 1))
  if (sorted[0] === undefined || SchemaAST.isOptional(sorted[0].type)) return canonicalJson
  const keys = sorted.map(({ name }) => String(name))
  const writers = sorted.map(({ type }) => (isWrittenAsItIs(type) ? undefined : writerOfAst(type)))
  // What stands before each value; the quotation mark of a text that is written as it is, with it.
  const before = keys.map(
    (key, i) => `${i === 0 ? "{" : ","}${canonicalJson(key)}:${writers[i] === undefined ? '"' : ""}`
  )
  return (value) => {
    let out = ""
    for (let i = 0; i < keys.length; i++) {
      const inner = (value as Keyed)[keys[i]!]
      if (inner === undefined) {
        if (Object.hasOwn(value as Keyed, keys[i]!)) return canonicalJson(value)
        continue
      }
      const write = writers[i]
      out += write === undefined ? `${before[i]!}${inner as string}"` : before[i]! + write(inner)
    }
    return `${out}}`
  }
}

const writerOfAst = (ast: SchemaAST.AST): Writer => {
  if (isWrittenAsItIs(ast)) return asItIs
  if (SchemaAST.isObjects(ast) && ast.indexSignatures.length === 0) {
    return objectWriter(ast.propertySignatures)
  }
  const [item, ...more] = SchemaAST.isArrays(ast) ? [...ast.elements, ...ast.rest] : []
  if (SchemaAST.isArrays(ast) && ast.elements.length === 0 && item !== undefined && more.length === 0) {
    return listWriter(writerOfAst(item))
  }
  return SchemaAST.isNumber(ast) ? numberAsIs : canonicalJson
}

/** Makes the writer of what a schema has checked. */
export const writerOf = ({ ast }: Schema.Top): Writer => {
  const write = writerOfAst(SchemaAST.toType(ast))
  return (checked) => {
    try {
      return write(checked)
    } catch {
      // It says where.
      return canonicalJson(checked)
    }
  }
}
