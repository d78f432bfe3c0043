// The command line from words to exit code, over whatever streams it is given. Commander reads the words; where it
// stops (help, version, misuse) it is answered here, so that nothing but this and the commands writes or exits.
import type { Command, CommanderError } from "commander"
import type { Environment } from "./carry-out.ts"
import { type ExitCode, exitCodeOf, exitCodes } from "./exit-codes.ts"
import { programOf } from "./program.ts"
import type { Streams } from "./streams.ts"
import { failureText } from "./telling/failure-text.ts"
import { misused, noCommand } from "./usage.ts"

// Commander's way of not going on is to throw.
class Stopped extends Error {
  readonly command: Command
  readonly reason: CommanderError

  constructor(command: Command, reason: CommanderError) {
    super(reason.message)
    this.command = command
    this.reason = reason
  }
}

const withinOf = (command: Command): ReadonlyArray<Command> => [
  command,
  ...command.commands.flatMap(withinOf)
]

/**
 * Runs `lcqm` with these words. Of the environment only variables that begin with LCQM_ are looked at. A defect of
 * the program rejects.
 */
export const lcqm = async (
  words: ReadonlyArray<string>,
  streams: Streams,
  env: Environment = {}
): Promise<ExitCode> => {
  const said = { out: "", err: "" }
  let ended: ExitCode = exitCodes.ok
  const program = programOf(async (load, given) => {
    // Before any schema is made, so that all are compiled (twice as fast). It is global, which is for a program to
    // choose and not for a library, and so it stands here and nowhere below.
    await import("effect/schema/SchemaJITCompiler/enable")
    const { carryOut } = await import("./carry-out.ts")
    ended = await carryOut(load, { ...given, env }, streams)
  })
  for (const command of withinOf(program)) {
    command
      .exitOverride((reason) => {
        throw new Stopped(command, reason)
      })
      .configureOutput({
        writeOut: (text) => (said.out += text),
        writeErr: (text) => (said.err += text),
        outputError: () => undefined,
        getOutHasColors: () => false,
        getErrHasColors: () => false
      })
  }
  try {
    await program.parseAsync(words, { from: "user" })
    return ended
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const { command, reason } = error
    await streams.out(said.out)
    if (reason.exitCode === 0) return exitCodes.ok
    const failure = reason.code === "commander.help" ? noCommand(command, words) : misused(command, reason)
    const json = words.includes("--json")
    await streams.err(`${json ? "" : said.err}${failureText(failure, json)}`)
    return exitCodeOf(failure)
  }
}
