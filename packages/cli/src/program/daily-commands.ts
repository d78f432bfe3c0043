// The daily work of a scheme's office, as commander is told of it: cohort, enrol, do, school, register.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, scheme, store, whoActs, withActor, withAsAt, withGiving } from "./giving.ts"
import { keys, masterKey } from "./people-giving.ts"
import { addCohortBoard } from "./view-commands.ts"

type Flags = Record<string, unknown>

const addCohort = (program: Command, start: Start): void => {
  const cohort = program.command("cohort").description("Launch cohorts and see how far they have come.")
  withGiving(
    cohort
      .command("launch")
      .description("Launch a cohort, with its dates as far as they are known.")
      .argument("<LABEL>", "the cohort's label, as 5 or A")
      .option("--title <TEXT>", "what it is called")
      .option("--area <TEXT>", "where its schools are")
      .option("--launch <DATE>", "when it is launched")
      .option("--training-from <DATE>", "when training begins")
      .option("--training-to <DATE>", "when training ends")
      .option("--assessment-from <DATE>", "when assessments begin")
      .option("--assessment-to <DATE>", "when assessments end")
  )
    .addHelpText(
      "after",
      `
Dates are kept as they are given: 2026-09-01, 2026-09, 2026, or --11 for a month of no stated year (written
--training-from=--11). Odd ones are accepted, and said.
${whoActs}

Example:
  lcqm cohort launch 5 --training-from 2026-09 --actor p-office01 --roles SchemeOffice`
    )
    .action((label: string, flags: Flags) =>
      start(() => import("../cohort/launch.ts"), { flags: { ...flags, label } })
    )
  withAsAt(
    cohort
      .command("show")
      .description("One cohort: its dates, and how far each of its schools has come.")
      .argument("<LABEL>", "the cohort's label")
  )
    .addHelpText("after", "\nExample:\n  lcqm cohort show 5")
    .action((label: string, flags: Flags) =>
      start(() => import("../cohort/show.ts"), { flags: { ...flags, label } })
    )
  withAsAt(cohort.command("list").description("Every cohort, in the order they were launched."))
    .addHelpText("after", "\nExample:\n  lcqm cohort list --as-at 2017-06-30")
    .action((flags: Flags) => start(() => import("../cohort/list.ts"), { flags }))
  addCohortBoard(cohort, start)
}

const addSchool = (program: Command, start: Start): void => {
  withGiving(
    program
      .command("enrol")
      .description("Enrol a school in a cohort, pinned to the criteria and the rule it is judged by.")
      .argument("<URN>", "the school's URN: six digits")
      .requiredOption("--cohort <LABEL>", "the cohort")
      .option(
        "--criteria <VERSION>",
        "the version of the criteria set (default: the latest in force that day)"
      )
      .option("--rule <VERSION>", "the version of the rule set (default: the latest in force that day)")
      .option("--phase <PHASE>", "primary, secondary or special; left out where it is not stated")
  )
    .addHelpText(
      "after",
      `${whoActs}

Example:
  lcqm enrol 900001 --cohort 5 --criteria 0.1.0-sample --rule 1 --phase primary`
    )
    .action((urn: string, flags: Flags) =>
      start(() => import("../school/enrol.ts"), { flags: { ...flags, urn } })
    )
  const school = program.command("school").description("Look at a school in the scheme.")
  school
    .command("show")
    .description("A school as it stands, and how it came there.")
    .argument("<URN>", "the school's URN: six digits")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText("after", "\nExample:\n  lcqm school show 900001")
    .action((urn: string, flags: Flags) =>
      start(() => import("../school/show.ts"), { flags: { ...flags, urn } })
    )
  withActor(
    school
      .command("texts")
      .description("What was written in a school's history, opened for whoever may read it.")
      .argument("<URN>", "the school's URN: six digits")
  )
    .option(...scheme)
    .option(...keys)
    .option(...masterKey)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Text that is sealed is opened with the key ring, for the scheme's office, auditors, and whoever has a part in
the school's history. Without a ring it reads [sealed]; where somebody it is about was erased, [erased].
${whoActs}

Example:
  lcqm school texts 900001 --actor p-office01 --roles SchemeOffice`
    )
    .action((urn: string, flags: Flags) =>
      start(() => import("../school/texts.ts"), { flags: { ...flags, urn } })
    )
}

const addDo = (program: Command, start: Start): void => {
  withActor(
    program
      .command("do")
      .description("Give commands that stand in a file: everything that has no command of its own here.")
      .argument("<FILE>", "a command as JSON, or JSON lines, a command each; - for standard input")
  )
    .option("--go-on", "go on after a command that is refused (default: stop at the first)")
    .option("--new-ids", "give an id to a command that has none; given twice, it is done twice")
    .option("--on <DATE>", "when it happened, for a command that does not say")
    .option(...keys)
    .option(...masterKey)
    .option(...store)
    .option("--json", "answer every command with a line of JSON on stdout, also a refused one")
    .addHelpText(
      "after",
      `
A command: { "type", "id", "actor": { "person", "roles" }, "occurredOn", "seen"?, "data" }. The id is chosen
at random by whoever writes the command (8 to 100 letters, digits, . : _ -): the same command under the same
id has one effect, so a file can be given again. A judgement on a history (ProposeAward, AcceptProposal, …)
says as "seen" which revision the person has seen: lcqm school show tells it. docs/command-line.md shows all.

--actor and --roles are for commands that name nobody. A role that a command claims counts only where --roles
vouches for it.
${whoActs}

Examples:
  lcqm do monday.jsonl --roles SchemeOffice
  echo '{ "type": "CloseCohort", "data": { "scheme": "lcqm", "cohort": "5" } }' \\
    | lcqm do - --new-ids --on 2026-12-18 --actor p-office01 --roles SchemeOffice`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../command/do.ts"), { flags: { ...flags, file } })
    )
}

const addRegister = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("register")
      .description("The award register: which school holds which award, since when and until when.")
      .option("--current", "only awards in force on the day: --as-at, else today")
      .option("--expiring <DAYS>", "only awards in force whose last day is at most so many days ahead")
      .option("--lapsed", "only awards past their last day")
      .option("--csv", "print it for a spreadsheet")
  )
    .addHelpText(
      "after",
      `
The columns of --csv (RFC 4180), in this order:
  scheme      the scheme
  school      the school's URN: six digits, text
  phase       primary, secondary or special; empty where not stated
  cohort      the cohort in which the award was agreed
  level       bronze, silver or gold
  indicated   the level that best fit indicated
  agreedOn    the date as given
  validUntil  the last day on which it is valid; empty where not known
  event       the id of the event that records it
  standing    stands or revoked
  held        own, carried over, or shown: then it is not this school's, but that of one whose place it took
  from        the URN of that school
  schoolClosed  yes or no
  underAppeal, underReview  yes or no
  toBeModerated  why another assessor is to look at it; empty where nobody is
  currency    current, lapsed, revoked or shown: how it stands on the day
A cell that a spreadsheet would run as a formula (it begins with = + - or @) has an apostrophe before it;
--json is exact.

Examples:
  lcqm register --as-at 2017-06-30
  lcqm register --expiring 90
  lcqm register --csv > register.csv`
    )
    .action((flags: Flags) => start(() => import("../register/register.ts"), { flags }))
}

/** Adds the commands. */
export const addDailyCommands = (program: Command, start: Start): void => {
  addCohort(program, start)
  addSchool(program, start)
  addDo(program, start)
  addRegister(program, start)
}
