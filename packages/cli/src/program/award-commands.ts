// `lcqm award …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { scheme, store } from "./giving.ts"

type Flags = Record<string, unknown>

const caseFormats = `
Files are JSON; - is standard input. A criteria set and a rule are as \`lcqm criteria show --json\` and
\`lcqm rule show --json\` print them. Judgements by criterion id, what is left out being not yet judged:
  { "leadership.champion": "silver", "workforce.cpd": { "setAside": "reason" } }
Evidence, where the case has any, as the number of items that count: { "leadership.champion": 2 }`

const withCase = (command: Command): Command =>
  command
    .option("--criteria <FILE>", "the criteria set (default: the library's sample)")
    .option("--rule <FILE|NAME>", "the rule, or the name of a preset (default: best-fit/1)")
    .option("--evidence <FILE>", "counts of evidence; without it the evidence gate is not applied")
    .option("--json", "print the result as one line of canonical JSON")

/** Adds the commands. */
export const addAwardCommands = (program: Command, start: Start): void => {
  const award = program
    .command("award")
    .description("Put judgements to the award rule: derive, explain, what-if, dry-run, laws.")

  withCase(award.command("derive"))
    .description("What level do these judgements indicate?")
    .option("--judgements <FILE>", "the judgements of one case")
    .option("--batch <FILE>", "many cases instead: JSON lines in, one result a line out, in order")
    .option("--reasons", "explain each result too")
    .addHelpText(
      "after",
      `${caseFormats}
A line of a batch: { "criteriaSet"?, "rule"?, "judgements", "evidence"? }; what it leaves out is taken from
--criteria and --rule. A line that is wrong is answered { "error": { "path", "expected", "got" } }, the rest
goes on, and the exit code is 1.

Examples:
  lcqm award derive --judgements judgements.json
  lcqm award derive --rule secure-fit/1 --batch cases.jsonl > results.jsonl`
    )
    .action((flags: Flags) => start(() => import("../award/derive.ts"), { flags }))

  withCase(award.command("explain"))
    .description("Why that level, and why not the next?")
    .requiredOption("--judgements <FILE>", "the judgements of one case")
    .addHelpText("after", `${caseFormats}\n\nExample:\n  lcqm award explain --judgements judgements.json`)
    .action((flags: Flags) => start(() => import("../award/explain.ts"), { flags }))

  withCase(award.command("what-if"))
    .description("What would it take to reach a level? The smallest sets of upgrades.")
    .requiredOption("--judgements <FILE>", "the judgements of one case")
    .requiredOption("--to <LEVEL>", "bronze, silver or gold")
    .option("--most <N>", "how many sets to list (default: 100)")
    .addHelpText(
      "after",
      `${caseFormats}\n\nExample:\n  lcqm award what-if --to gold --judgements judgements.json`
    )
    .action((flags: Flags) => start(() => import("../award/what-if.ts"), { flags }))

  award
    .command("dry-run")
    .description("Before a change is in force: who would gain, lose or stay, and why?")
    .option("--holders <FILE>", "the holders: JSON lines (default: the schools of the store)")
    .option("--rule <FILE|NAME>", "the changed rule")
    .option("--criteria-new <FILE>", "the changed criteria set")
    .option("--migration <FILE>", "what each criterion becomes in the changed set, or that nothing does")
    .option("--rule-now <FILE|NAME>", "with --holders: the rule that holds now (default: best-fit/1)")
    .option("--criteria <FILE>", "with --holders: the criteria set that holds now (default: the sample)")
    .option("--set <WHOSE>", "of a store: whose judgements, self, assessor or agreed (default: agreed)")
    .option(...scheme)
    .option(...store)
    .option("--json", "print one result a line, as canonical JSON")
    .addHelpText(
      "after",
      `
A holder: { "holder": "900001", "judgements": { … }, "evidence"?: { … } }. A migration map:
  { "old.one": { "becomes": ["new.one"] }, "old.two": { "noEquivalent": "reason" } }
A line that holds no holder is told as such, the rest goes on, and the exit code is 1.
Without --holders it is put to the schools of a store, each by the rules its enrolment is pinned to; nothing
is written there.

Examples:
  lcqm award dry-run --rule secure-fit/1 --holders holders.jsonl
  lcqm award dry-run --rule secure-fit/1 --store sqlite:lcqm.db`
    )
    .action((flags: Flags) => start(() => import("../award/dry-run.ts"), { flags }))

  award
    .command("laws")
    .description("Put the shipped rules to the laws of the award rule, and show the case that breaks one.")
    .option("--rule <NAME>", "one preset only (default: all four)")
    .option("--runs <N>", "how many cases each law is put to (default: 1000)")
    .option("--seed <N>", "the seed the cases are drawn by; the same seed gives the same report")
    .option("--json", "print one JSON object of all reports")
    .addHelpText(
      "after",
      `
A law is held, broken (with the smallest counter-example), vacuous (a class of cases never came up), or not
put. The exit code is 0 where every law is held. To put a rule of your own to the laws, see
examples/test-your-own-rule.

Example:
  lcqm award laws --runs 10000`
    )
    .action((flags: Flags) => start(() => import("../award/laws.ts"), { flags }))
}
