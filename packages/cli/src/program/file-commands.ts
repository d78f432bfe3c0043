// `lcqm criteria …` and `lcqm rule …`, as commander is told of them.
import type { Command } from "commander"
import type { Start } from "../program.ts"

type Flags = Record<string, unknown>

const json = ["--json", "print the answer as one line of canonical JSON"] as const

const withFile = (file: string | undefined, flags: Flags): Flags =>
  file === undefined ? flags : { ...flags, file }

/** Adds the commands. */
export const addFileCommands = (program: Command, start: Start): void => {
  const criteria = program.command("criteria").description("Look at or check the file of a criteria set.")
  criteria
    .command("show")
    .description("Show a criteria set, with what its file leaves out filled in.")
    .argument("[FILE]", "the criteria set, - for standard input (default: the library's sample)")
    .option(...json)
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../criteria/show.ts"), { flags: withFile(file, flags) })
    )
  criteria
    .command("check")
    .description("Check the file of a criteria set; everything that is wrong with it is named.")
    .argument("<FILE>", "the criteria set, - for standard input")
    .option("--rule <FILE|NAME>", "check that this rule can judge by it too")
    .option(...json)
    .action((file: string, flags: Flags) =>
      start(() => import("../criteria/check.ts"), { flags: withFile(file, flags) })
    )

  const rule = program.command("rule").description("Look at or check the file of a rule, or a preset.")
  rule
    .command("show")
    .description("Show a rule, with every parameter filled in and what it means.")
    .argument("[FILE]", "the rule, - for standard input, or a preset's name (default: best-fit/1)")
    .option(...json)
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../rule/show.ts"), { flags: withFile(file, flags) })
    )
  rule
    .command("check")
    .description("Check the file of a rule; everything that is wrong with it is named.")
    .argument("<FILE>", "the rule, - for standard input, or a preset's name")
    .option("--criteria <FILE>", "check that it can judge by this criteria set too")
    .option(...json)
    .action((file: string, flags: Flags) =>
      start(() => import("../rule/check.ts"), { flags: withFile(file, flags) })
    )
}
