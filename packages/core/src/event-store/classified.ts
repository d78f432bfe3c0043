// What each text of an event is, as its schema marks it: which are identifiers, which dates, which are free text. An
// event type with a text that is not marked is found by this, and named.
import { SchemaAST } from "effect"
import type { Holds } from "../vocabulary/index.ts"
import { envelopeOf } from "./codec/envelope.ts"
import type { AnyEventType } from "./event-type.ts"

/** A text of an event: where it stands, as `data.themes[].title`, and what it holds. */
export interface ClassifiedText {
  readonly path: string
  /** Undefined where nothing says what it is. */
  readonly holds: Holds | undefined
}

/** What a text holds by its schema's mark; undefined where it has none. */
export const markOf = (ast: SchemaAST.AST): Holds | undefined => {
  // A further check on a schema brings annotations of its own; the mark stays.
  for (const { annotations } of [...(ast.checks ?? []), ast]) {
    const mark = annotations?.holds
    if (mark !== undefined) return mark
  }
  return undefined
}

const holdsNoText = (ast: SchemaAST.AST): boolean =>
  SchemaAST.isNumber(ast) || SchemaAST.isBoolean(ast) || SchemaAST.isNull(ast) || SchemaAST.isUndefined(ast)

const collect = (ast: SchemaAST.AST, path: string, into: Map<string, Set<Holds | undefined>>): void => {
  const found = (holds: Holds | undefined): void => {
    into.set(path, (into.get(path) ?? new Set()).add(holds))
  }
  const mark = markOf(ast)
  if (mark !== undefined) return found(mark)
  if (SchemaAST.isLiteral(ast)) {
    // One of the words that the schema lists.
    if (typeof ast.literal === "string") found("scheme word")
  } else if (SchemaAST.isUnion(ast)) {
    for (const type of ast.types) collect(type, path, into)
  } else if (SchemaAST.isArrays(ast)) {
    for (const type of [...ast.elements, ...ast.rest]) collect(type, `${path}[]`, into)
  } else if (SchemaAST.isObjects(ast)) {
    for (const { name, type } of ast.propertySignatures) {
      collect(type, path === "" ? String(name) : `${path}.${String(name)}`, into)
    }
    for (const { parameter, type } of ast.indexSignatures) {
      // No key stands where nothing can.
      if (SchemaAST.isNever(type)) continue
      collect(parameter, `${path}{}`, into)
      collect(type, `${path}{}`, into)
    }
  } else if (!holdsNoText(ast)) {
    found(undefined)
  }
}

/**
 * Every text of an event of a type, envelope and data, and what it holds by its schema's mark.
 * @example
 * ```ts
 * import { classifiedTexts, lcqmCatalogue } from "@lcqm/core"
 * const { type } = lcqmCatalogue.get("ChampionReplaced.v1")!
 * classifiedTexts(type).find(({ path }) => path === "data.reason") // => { path: "data.reason", holds: "text" }
 * ```
 */
export const classifiedTexts = (type: AnyEventType): ReadonlyArray<ClassifiedText> => {
  const into = new Map<string, Set<Holds | undefined>>()
  collect(SchemaAST.toType(envelopeOf(type).ast), "", into)
  return [...into].flatMap(([path, marks]) => [...marks].map((holds) => ({ path, holds })))
}
