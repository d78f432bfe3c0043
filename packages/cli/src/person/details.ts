// Who somebody is, as it is given: by flags, or as JSON in a file, which leaves no name in a shell's history. What is
// wrong with it is told without what it says.
import { decodePersonDetails, type PersonDetails } from "@lcqm/core"
import { Effect, Result } from "effect"
import { type BadInput, badInput, commandLine } from "../failure.ts"
import { readJson } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"

/** The flags of it. */
export interface DetailsGiven {
  readonly file?: string
  readonly name?: string
  readonly address?: string
  readonly role?: string
}

const without = (input: unknown): string =>
  typeof input === "string" ? `a text of ${Array.from(input).length} characters` : "something else"

const valueAt = (input: unknown, path: string): unknown =>
  path === "" || typeof input !== "object" || input === null ? input : Reflect.get(input, path)

const decoded = (input: unknown, source: string, flag: (path: string) => string) =>
  Effect.fromResult(
    Result.mapError(decodePersonDetails(input), ({ problems: [first, ...rest], what }): BadInput => {
      // Not even a name that stands where a key should be.
      const known = ["name", "address", "role"]
      const told = ({ expected, path }: typeof first) => ({
        path: known.includes(path) ? flag(path) : "",
        expected: known.includes(path) || path === "" ? expected : "name, address and role, and nothing else",
        got: valueAt(input, path) === undefined ? "nothing" : without(valueAt(input, path))
      })
      const told1 = badInput(what, source, told(first))
      return { ...told1, problems: [told(first), ...rest.map(told)] }
    })
  )

/** Who somebody is. */
export const detailsGiven = (
  { address, file, name, role }: DetailsGiven,
  streams: Streams
): Effect.Effect<PersonDetails, BadInput> => {
  const flags = {
    ...(name === undefined ? {} : { name }),
    ...(address === undefined ? {} : { address }),
    ...(role === undefined ? {} : { role })
  }
  if (file === undefined) return decoded(flags, commandLine, (path) => `--${path}`)
  if (Object.keys(flags).length > 0) {
    const problem = { path: "FILE", expected: "a file, or --name, --address and --role", got: "both" }
    return Effect.fail(badInput("command line of lcqm person add", commandLine, problem))
  }
  const json = readJson("person's details", { name: file, flag: "FILE" }, streams)
  return Effect.flatMap(
    Effect.mapError(json, (failure): BadInput => {
      const [{ expected, path }] = failure.problems
      // A parser tells what it stumbled over, which here may be a name.
      return expected === "JSON"
        ? { ...failure, problems: [{ path, expected, got: "a text that is none" }] }
        : failure
    }),
    (input) => decoded(input, file === "-" ? "standard input" : file, (path) => path)
  )
}
