// What commander refuses (an unknown command or flag, a missing value) as bad input of our own form, so that it is
// told, and counted in the exit code, like any other.
import type { Command, CommanderError } from "commander"
import { type BadInput, badInput, commandLine } from "./failure.ts"

const namesOf = (command: Command): string =>
  command.parent === null ? command.name() : `${namesOf(command.parent)} ${command.name()}`

const subcommandsOf = (command: Command): string => command.commands.map((each) => each.name()).join(", ")

const optionsOf = (command: Command): string =>
  [...command.options.map((option) => option.long ?? option.flags), "--help"].join(", ")

// The first thing commander's message puts in quotes is what it is about.
const quoted = (message: string): string => /'([^']*)'/.exec(message)?.[1] ?? ""

const suggestion = (message: string): string => {
  const found = /\(Did you mean (.*)\?\)/s.exec(message)?.[1]
  return found === undefined ? "" : `Did you mean ${found}? `
}

/** What is wrong with the command line, where commander refused it while reading `command`. */
export const misused = (command: Command, { code, message }: CommanderError): BadInput => {
  const name = namesOf(command)
  const about = quoted(message)
  const remedy = `${suggestion(message)}See ${name} --help. Nothing was written.`
  const problem = (path: string, expected: string, got: string): BadInput =>
    badInput(`command line of ${name}`, commandLine, { path, expected, got }, remedy)
  switch (code) {
    case "commander.unknownCommand":
      return problem("command", `one of ${subcommandsOf(command)}`, JSON.stringify(about))
    case "commander.unknownOption":
      return problem(about, `a flag of ${name}: ${optionsOf(command)}`, JSON.stringify(about))
    case "commander.missingArgument":
      return problem(about, "a value", "nothing")
    case "commander.optionMissingArgument":
    case "commander.missingMandatoryOptionValue":
      return problem(about.replace(/ .*$/, ""), `a value: ${about}`, "nothing")
    case "commander.excessArguments":
      return problem(
        "arguments",
        message.replace(/^error: too many arguments\D*Expected /, "").replace(/ but.*$/s, ""),
        "more"
      )
    default:
      return problem("", "a use of the command that its help shows", message.replace(/^error: /, ""))
  }
}

/** A group of commands was named and none of them, or `help` for one that is not there. */
export const noCommand = (command: Command, words: ReadonlyArray<string>): BadInput => {
  const help = words.indexOf("help")
  const asked = help < 0 ? undefined : words[help + 1]
  return badInput(
    `command line of ${namesOf(command)}`,
    commandLine,
    {
      path: "command",
      expected: `one of ${subcommandsOf(command)}`,
      got: asked === undefined ? "nothing" : JSON.stringify(asked)
    },
    `See ${namesOf(command)} --help.`
  )
}
