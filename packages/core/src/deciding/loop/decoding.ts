// A command comes from outside: it is decoded by its type's schema, and its digest taken, before it means anything.
import { type Hasher, NotCanonicalizable } from "@lcqm/ledger"
import { Result } from "effect"
import { decoderOf, type Malformed, malformed, shown } from "../../vocabulary/index.ts"
import { type Command, commandSchema } from "../declaring/command.ts"
import type { Handler } from "../declaring/slice.ts"
import { digestOf } from "./stamping.ts"

/** A command that has been decoded, how it is decided, and the digest that tells it from others. */
export interface Received {
  readonly command: Command
  readonly handler: Handler
  readonly digest: string
}

/** Makes the decoder of these commands. */
export const receiverOf = (
  handlers: ReadonlyArray<Handler>,
  hasher: Hasher
): ((input: unknown) => Result.Result<Received, Malformed>) => {
  const byName = new Map(
    handlers.map((handler) => {
      const { command } = handler
      return [command.name, { handler, decode: decoderOf(`${command.name} command`, commandSchema(command)) }]
    })
  )
  const names = [...byName.keys()].join(", ")
  return (input) => {
    const type = typeof input === "object" && input !== null ? Reflect.get(input, "type") : undefined
    const known = byName.get(type)
    if (known === undefined) {
      const expected = `a command's name: one of ${names}`
      return Result.fail(malformed("command", [{ path: "type", expected, got: shown(type) }]))
    }
    const { decode, handler } = known
    return Result.flatMap(decode(input), (decoded) => {
      const command: Command = decoded
      try {
        return Result.succeed({ command, handler, digest: digestOf(hasher, command) })
      } catch (error) {
        if (!(error instanceof NotCanonicalizable)) throw error
        const problem = { path: error.path.join("."), expected: "well-formed text", got: error.reason }
        return Result.fail(malformed(`${command.type} command`, [problem]))
      }
    })
  }
}
