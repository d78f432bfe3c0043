// `lcqm rule …` and `lcqm ruleset …`, as commander is told of them.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { filesOrVersions } from "./criteria-commands.ts"
import { json, scheme, store, whoActs, withAsAt, withGiving } from "./giving.ts"

type Flags = Record<string, unknown>

const withFile = (file: string | undefined, flags: Flags): Flags =>
  file === undefined ? flags : { ...flags, file }

const addRule = (program: Command, start: Start): void => {
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
}

const addRuleSet = (program: Command, start: Start): void => {
  const ruleset = program
    .command("ruleset")
    .description("Publish, compare and withdraw the rule that the scheme judges by.")
  withGiving(
    ruleset
      .command("publish")
      .description("Publish a version of the scheme's rule set: once, and for ever.")
      .argument("<FILE>", "the rule, - for standard input, or a preset's name, as best-fit/1")
      .option("--as <VERSION>", "what the scheme calls it (default: the rule's own version)")
      .option("--in-force-from <DATE>", "from when schools may enrol by it (default: two months later)")
      .option("--least-notice <DAYS>", "refuse where it would be in force with less notice than this")
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
  withGiving(
    ruleset
      .command("withdraw")
      .description("Withdraw a version: no school enrols by it any more, and those that did go on.")
      .argument("<VERSION>", "the version, as the scheme calls it")
      .requiredOption("--reason <TEXT>", "why; no names")
      .option("--about <LIST>", "whom the reason is about: pseudonyms with commas between them")
  )
    .addHelpText("after", '\nExample:\n  lcqm ruleset withdraw 1 --reason "Nobody reached Gold by it."')
    .action((version: string, flags: Flags) =>
      start(() => import("../rule/withdraw.ts"), { flags: { ...flags, version } })
    )
  withAsAt(ruleset.command("list").description("Every version of the scheme's rule set, and how it stands."))
    .addHelpText("after", "\nExample:\n  lcqm ruleset list --as-at 2026-06-30")
    .action((flags: Flags) => start(() => import("../rule/list.ts"), { flags }))
  ruleset
    .command("diff")
    .description("Which parameters two rules set differently.")
    .argument("<BEFORE>", "the one rule")
    .argument("<AFTER>", "the other")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `${filesOrVersions} So is a preset's name.

Example:
  lcqm ruleset diff 1 secure-fit/1`
    )
    .action((before: string, after: string, flags: Flags) =>
      start(() => import("../rule/diff.ts"), { flags: { ...flags, before, after } })
    )
}

/** Adds the commands. */
export const addRuleCommands = (program: Command, start: Start): void => {
  addRule(program, start)
  addRuleSet(program, start)
}
