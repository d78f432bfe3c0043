// Flags and arguments come as texts and are decoded by a schema, as everything from outside is.
import { decoderOf } from "@lcqm/core"
import { Effect, Result, Schema, SchemaTransformation } from "effect"
import type { Given } from "../carry-out.ts"
import { type BadInput, commandLine, malformedIn } from "../failure.ts"

// An argument has no flag: it is named as the help names it.
const positional = [
  "",
  "file",
  "files",
  "urn",
  "label",
  "name",
  "revision",
  "folder",
  "person",
  "network",
  "version",
  "before",
  "after"
]

// As it is typed: `criteriaNew` is `--criteria-new`.
const asTyped = (path: string): string => {
  if (positional.includes(path)) return path.toUpperCase()
  return `--${path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

// What may be set once for a day's work, and the flags that go before it.
const variables: Readonly<Record<string, string>> = {
  store: "LCQM_STORE",
  actor: "LCQM_ACTOR",
  roles: "LCQM_ROLES",
  people: "LCQM_PEOPLE",
  keys: "LCQM_KEYS",
  masterKey: "LCQM_MASTER_KEY_FILE"
}

// A variable that is set to nothing is not set.
const fromEnvironment = ({ env, flags }: Given, name: string): string | undefined => {
  const variable = variables[name]
  const value = variable === undefined || name in flags ? undefined : env[variable]
  return value === "" ? undefined : value
}

/**
 * Makes the decoder of a command's flags, and of the variables that stand in for flags it has and was not given.
 * What is wrong is told under the name of the flag or variable; a flag that commander does not know never comes here.
 */
export const flagsOf = <const F extends { readonly [flag: string]: Schema.Codec<unknown, unknown> }>(
  command: string,
  fields: F
): ((given: Given) => Effect.Effect<Schema.Struct<F>["Type"], BadInput>) => {
  const decode = decoderOf(
    `command line of ${command}`,
    Schema.Struct(fields) as Schema.Codec<Schema.Struct<F>["Type"], unknown>
  )
  return (given) => {
    const set = Object.keys(fields).flatMap((name) => {
      const value = fromEnvironment(given, name)
      return value === undefined ? [] : [[name, value] as const]
    })
    const variable = new Map(set.map(([name]) => [name, variables[name] ?? name]))
    return Effect.fromResult(
      Result.mapError(decode({ ...Object.fromEntries(set), ...given.flags }), (malformed) => {
        const [first, ...rest] = malformed.problems
        const typed = ({ path, ...told }: typeof first) => ({
          ...told,
          path: variable.get(path.replace(/\[.*$/s, "")) ?? asTyped(path)
        })
        return malformedIn(commandLine)({ ...malformed, problems: [typed(first), ...rest.map(typed)] })
      })
    )
  }
}

/** Whether the answer is to be JSON. Every command has it. */
export const Json = Schema.optionalKey(Schema.Boolean)

/** The name of a file or folder. An empty one is a variable that was not set. */
export const Path = Schema.String.check(
  Schema.isMinLength(1, { expected: "the name of a file or folder, not an empty text" }),
  Schema.makeFilter((text: string) => !text.includes("\0"), { expected: "a name without a NUL character" })
)

/** The name of a file to write. Where standard output is meant the flag is left out: `-` would be a file of that name. */
export const OutFile = Path.check(
  Schema.makeFilter((text: string) => text !== "-", {
    expected: "the name of a file; - is none, and standard output, where there is a choice, is --out left out"
  })
)

/** A whole number as it is typed: decimal digits, no sign, no leading zero. */
export const wholeNumber = (what: string, minimum: number, maximum: number) => {
  const expected = `${what}: a whole number from ${minimum} to ${maximum}`
  return Schema.String.check(
    Schema.makeFilter(
      (text: string) =>
        /^(?:0|[1-9]\d{0,15})$/.test(text) && Number(text) >= minimum && Number(text) <= maximum,
      { expected }
    )
  ).pipe(
    Schema.decodeTo(
      Schema.Int,
      SchemaTransformation.transform({ decode: (text: string) => Number(text), encode: String })
    )
  )
}
