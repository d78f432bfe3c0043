// What stands in an event, told by its schema and not guessed from its names: which text is a person, which a
// school, which is free text. Exports and whoever looks for personal data read events through this.
import { SchemaAST } from "effect"
import type { AnyEventType } from "./event-type.ts"

/** One value of an event's data: a text, number or boolean, or a whole free text. */
export interface EventField {
  /** Where it stands: names, and places of a list as numbers. */
  readonly path: ReadonlyArray<string | number>
  /** The schema's own name of what it is, as `PersonRef`, `Urn`, `Level`; free text is `KeptText`. */
  readonly is: string | undefined
  readonly value: unknown
}

/** Whether the schema's name of a value says that it is free text. */
export const isFreeText = (is: string | undefined): boolean => is === "KeptText"

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null

const namesOf = (ast: SchemaAST.Objects): ReadonlyArray<PropertyKey> =>
  ast.propertySignatures.map(({ name }) => name)

/** The member of a union that an object of it is: the one that names all of its keys. */
const memberOf = (ast: SchemaAST.Union, value: object): SchemaAST.AST | undefined => {
  const keys = Object.keys(value)
  return ast.types.find(
    (type) => SchemaAST.isObjects(type) && keys.every((key) => namesOf(type).includes(key))
  )
}

const collect = (
  ast: SchemaAST.AST,
  value: unknown,
  path: EventField["path"],
  known: string | undefined,
  into: Array<EventField>
): void => {
  const is = SchemaAST.resolveIdentifier(ast) ?? known
  if (value === undefined) return
  if (!isObject(value) || isFreeText(is)) {
    into.push({ path, is, value })
  } else if (SchemaAST.isUnion(ast)) {
    const member = memberOf(ast, value)
    if (member !== undefined) collect(member, value, path, is, into)
  } else if (SchemaAST.isArrays(ast) && Array.isArray(value)) {
    value.forEach((each, at) => {
      const type = ast.elements[at] ?? ast.rest[0]
      if (type !== undefined) collect(type, each, [...path, at], undefined, into)
    })
  } else if (SchemaAST.isObjects(ast)) {
    for (const { name, type } of ast.propertySignatures) {
      if (typeof name === "string") collect(type, Reflect.get(value, name), [...path, name], undefined, into)
    }
  }
}

/**
 * The values of an event's data, in the order of its schema.
 * @example
 * ```ts
 * import { eventFields, lcqmCatalogue } from "@lcqm/core"
 * const { type } = lcqmCatalogue.get("ChampionAppointed.v1")!
 * eventFields(type, { champion: "p-champion1" }) // => [{ path: ["champion"], is: "PersonRef", value: "p-champion1" }]
 * ```
 */
export const eventFields = ({ data }: AnyEventType, value: unknown): ReadonlyArray<EventField> => {
  const into: Array<EventField> = []
  collect(SchemaAST.toType(data.ast), value, [], undefined, into)
  return into
}
