// Where real work begins: everything heavy is loaded from here on. One place runs a command, tells of its failure
// and asks for the exit code.
import { Cause, Effect, Exit, Option } from "effect"
import { type ExitCode, exitCodeOf } from "./exit-codes.ts"
import type { Failure } from "./failure.ts"
import type { Streams } from "./streams.ts"
import { failureText } from "./telling/failure-text.ts"

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What a run is given, before it is decoded. */
export interface Given {
  /** By name in camel case; the argument FILE as `file`. A flag that is not given has no key. */
  readonly flags: Readonly<Record<string, unknown>>
  /** The environment, of which the variables that begin with LCQM_ stand in for flags. */
  readonly env: Environment
}

/** One command. It writes its results to the streams, and answers with the exit code or with why it failed. */
export type Run = (given: Given, streams: Streams) => Effect.Effect<ExitCode, Failure>

/** Carries out one command and tells of its failure. A defect of the program rejects. */
export const carryOut = async (
  load: () => Promise<{ readonly run: Run }>,
  given: Given,
  streams: Streams
): Promise<ExitCode> => {
  const { run } = await load()
  const exit = await Effect.runPromiseExit(run(given, streams))
  if (Exit.isSuccess(exit)) return exit.value
  const failure = Cause.findErrorOption(exit.cause)
  if (Option.isNone(failure)) throw Cause.squash(exit.cause)
  await streams.err(failureText(failure.value, given.flags["json"] === true))
  return exitCodeOf(failure.value)
}
