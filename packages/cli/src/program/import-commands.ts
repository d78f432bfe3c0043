// `lcqm import …`, as commander is told of it.
import type { Command } from "commander"
import { json, scheme, store, whoActs, withActor } from "./giving.ts"
import type { Start } from "./start.ts"

type Flags = Record<string, unknown>

const withImport = (command: Command): Command =>
  withActor(command)
    .option("--dry-run", "write nothing, and list everything that is wrong or refused by line and column")
    .option("--on <DATE>", "when it happened, for a row that does not say")
    .option(...scheme)
    .option(...store)
    .option(...json)

const asCsv = `The file is CSV in UTF-8 or windows-1252 (Latin-1). Dates are 2024-01-31, 31/01/2024, 2024-01, 2024 or --11.
Everything is checked before the first row is recorded. A row's command has an id made of what it asks for, so
that the same file can be given again: what is recorded already is not recorded twice.`

/** Adds the commands. */
export const addImportCommands = (program: Command, start: Start): void => {
  const group = program
    .command("import")
    .description("Bring in schools, cohorts and enrolments from CSV files.")
  group
    .command("schools")
    .description("Look at an extract of the register of schools (GIAS), beside the schools enrolled.")
    .argument("<FILE>", "the extract, as edubasealldata20240131.csv; - for standard input")
    .option("--check", "look at the file only, and at no store")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Read are the columns URN, TypeOfEstablishment (code), PhaseOfEducation (code), OpenDate and CloseDate; special
schools and alternative provision are told by their type, the others by their phase. Nothing is stored.

Example:
  lcqm import schools edubasealldata20240131.csv`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../import/schools.ts"), { flags: { ...flags, file } })
    )
  withImport(
    group
      .command("cohorts")
      .description("Launch the cohorts of a file, a row each.")
      .argument("<FILE>", "the cohorts as CSV; - for standard input")
  )
    .addHelpText(
      "after",
      `
Columns: cohort; and where known title, area, launch, trainingFrom, trainingTo, assessmentFrom, assessmentTo,
on (when it happened).
${asCsv}
${whoActs}

Example:
  lcqm import cohorts cohorts.csv --dry-run`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../import/cohorts.ts"), { flags: { ...flags, file } })
    )
  withImport(
    group
      .command("enrolments")
      .description("Enrol the schools of a file, a row each.")
      .argument("<FILE>", "the enrolments as CSV; - for standard input")
      .option("--criteria <VERSION>", "the criteria set, for a row that does not say")
      .option("--rule <VERSION>", "the rule set, for a row that does not say")
      .option("--schools <FILE>", "an extract of the register: phases, and which schools there are")
  )
    .addHelpText(
      "after",
      `
Columns: school (its URN), cohort; and where not said by flags phase, criteriaSet, ruleSet, on (when it
happened). With --schools a row without a phase has the register's, and a school that is not there or had
closed is refused.
${asCsv}
${whoActs}

Example:
  lcqm import enrolments enrolments.csv --schools edubasealldata.csv --criteria 1 --rule 1 --dry-run`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../import/enrolments.ts"), { flags: { ...flags, file } })
    )
}
