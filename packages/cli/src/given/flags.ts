// Flags and arguments come as texts and are decoded by a schema, as everything from outside is.
import { decoderOf } from "@lcqm/core"
import { Effect, Result, Schema, SchemaTransformation } from "effect"
import { type BadInput, commandLine, malformedIn } from "../failure.ts"

// As it is typed: `criteriaNew` is `--criteria-new`; FILE is the one argument any command has.
const asTyped = (path: string): string => {
  if (path === "" || path === "file") return path.toUpperCase()
  return `--${path.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/**
 * Makes the decoder of a command's flags. What is wrong is told under the flag's own name; a flag that commander
 * does not know never comes here.
 */
export const flagsOf = <const F extends { readonly [flag: string]: Schema.Codec<unknown, unknown> }>(
  command: string,
  fields: F
): ((flags: unknown) => Effect.Effect<Schema.Struct<F>["Type"], BadInput>) => {
  const decode = decoderOf(
    `command line of ${command}`,
    Schema.Struct(fields) as Schema.Codec<Schema.Struct<F>["Type"], unknown>
  )
  return (flags) =>
    Effect.fromResult(
      Result.mapError(decode(flags), (malformed) => {
        const [first, ...rest] = malformed.problems
        const typed = ({ path, ...told }: typeof first) => ({ ...told, path: asTyped(path) })
        return malformedIn(commandLine)({ ...malformed, problems: [typed(first), ...rest.map(typed)] })
      })
    )
}

/** Whether the answer is to be JSON. Every command has it. */
export const Json = Schema.optionalKey(Schema.Boolean)

/** The name of a file or folder. An empty one is a variable that was not set. */
export const Path = Schema.String.check(
  Schema.isMinLength(1, { expected: "the name of a file or folder, not an empty text" }),
  Schema.makeFilter((text: string) => !text.includes("\0"), { expected: "a name without a NUL character" })
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
