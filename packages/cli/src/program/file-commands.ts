// `lcqm criteria …`, `lcqm rule …` and `lcqm ruleset …`, as commander is told of them.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, whoActs, withGiving } from "./giving.ts"

type Flags = Record<string, unknown>

const withFile = (file: string | undefined, flags: Flags): Flags =>
  file === undefined ? flags : { ...flags, file }

/** Adds the commands. */
export const addFileCommands = (program: Command, start: Start): void => {
  const criteria = program
    .command("criteria")
    .description("Look at, check or publish the file of a criteria set.")
  criteria
    .command("show")
    .description("Show a criteria set, with what its file leaves out filled in.")
    .argument("[FILE]", "the criteria set, - for standard input (default: the library's sample)")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm criteria show --json > criteria.json")
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../criteria/show.ts"), { flags: withFile(file, flags) })
    )
  criteria
    .command("check")
    .description("Check the file of a criteria set; everything that is wrong with it is named.")
    .argument("<FILE>", "the criteria set, - for standard input")
    .option("--rule <FILE|NAME>", "check that this rule can judge by it too")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm criteria check criteria.json --rule best-fit/1")
    .action((file: string, flags: Flags) =>
      start(() => import("../criteria/check.ts"), { flags: withFile(file, flags) })
    )

  withGiving(
    criteria
      .command("publish")
      .description("Publish a version of the scheme's criteria set: once, and for ever.")
      .argument("<FILE>", "the criteria set, - for standard input")
      .option("--in-force-from <DATE>", "from when schools may enrol by it (default: two months later)")
  )
    .addHelpText(
      "after",
      `${whoActs}

Example:
  lcqm criteria publish criteria.json --in-force-from 2026-09-01 --actor p-office01 --roles SchemeOffice`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../criteria/publish.ts"), { flags: { ...flags, file } })
    )

  const rule = program.command("rule").description("Look at or check the file of a rule, or a preset.")
  rule
    .command("show")
    .description("Show a rule, with every parameter filled in and what it means.")
    .argument("[FILE]", "the rule, - for standard input, or a preset's name (default: best-fit/1)")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm rule show secure-fit/1")
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../rule/show.ts"), { flags: withFile(file, flags) })
    )
  rule
    .command("check")
    .description("Check the file of a rule; everything that is wrong with it is named.")
    .argument("<FILE>", "the rule, - for standard input, or a preset's name")
    .option("--criteria <FILE>", "check that it can judge by this criteria set too")
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm rule check rule.json --criteria criteria.json")
    .action((file: string, flags: Flags) =>
      start(() => import("../rule/check.ts"), { flags: withFile(file, flags) })
    )

  withGiving(
    program
      .command("ruleset")
      .description("Publish the rule that the scheme judges by.")
      .command("publish")
      .description("Publish a version of the scheme's rule set: once, and for ever.")
      .argument("<FILE>", "the rule, - for standard input, or a preset's name, as best-fit/1")
      .option("--as <VERSION>", "what the scheme calls it (default: the rule's own version)")
      .option("--in-force-from <DATE>", "from when schools may enrol by it (default: two months later)")
  )
    .addHelpText(
      "after",
      `${whoActs}

Example:
  lcqm ruleset publish best-fit/1 --in-force-from 2026-09-01 --actor p-office01 --roles SchemeOffice`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../rule/publish.ts"), { flags: { ...flags, file } })
    )
}
