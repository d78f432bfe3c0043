// The views that people ask for beside the register, as commander is told of them.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { withAsAt } from "./giving.ts"

type Flags = Record<string, unknown>

const csv = ["--csv", "print it for a spreadsheet"] as const

/** Adds the cohorts' board to the commands of cohorts. */
export const addCohortBoard = (cohort: Command, start: Start): void => {
  withAsAt(
    cohort
      .command("board")
      .description("Who stands where: planned, in training, assessing, awarded, deferred, withdrawn.")
      .argument("[LABEL]", "one cohort's label (default: all)")
      .option(...csv)
  )
    .addHelpText(
      "after",
      `
The columns of --csv: scheme, cohort, area, school, phase, progress, since (when it came there), attendances
(of CPD sessions, in this enrolment), visitOn, level (once awarded).

Examples:
  lcqm cohort board 5
  lcqm cohort board --csv > board.csv`
    )
    .action((label: string | undefined, flags: Flags) =>
      start(() => import("../cohort/board.ts"), {
        flags: label === undefined ? flags : { ...flags, label }
      })
    )
}

const addEvidence = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("evidence")
      .description("A school's evidence by criterion: how old it is, what was found, how often it is used.")
      .argument("<URN>", "the school's URN: six digits")
      .option(...csv)
  )
    .addHelpText(
      "after",
      `
Ages are whole months, at least, on the day of --as-at, else today. A criterion without evidence has a line
of its own.

Examples:
  lcqm evidence 900001
  lcqm evidence 900001 --as-at 2026-03-31 --csv > evidence.csv`
    )
    .action((urn: string, flags: Flags) =>
      start(() => import("../evidence/evidence.ts"), { flags: { ...flags, urn } })
    )
}

const addAssessors = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("assessors")
      .description("How consistently each assessor judges, against schools and second assessors.")
      .option(...csv)
  )
    .addHelpText(
      "after",
      `
Against the schools: the assessor's level of each criterion beside the school's own. Against second assessors:
the level that was decided beside the second assessor's, where an award was moderated or appealed against.
The columns of --csv: scheme, assessor, assessed (enrolments judged in), against (school or second), pairs,
same, above, below, levels (how many levels above, all pairs added up), raw (same ÷ pairs), kappa (weighted,
quadratic).

Example:
  lcqm assessors --as-at 2026-07-31`
    )
    .action((flags: Flags) => start(() => import("../assessors/assessors.ts"), { flags }))
}

const addAreas = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("areas")
      .description("Schools and awards by area, with small numbers suppressed: a table to hand on.")
      .option("--threshold <N>", "counts from 1 to below this are not shown; 1 shows all (default: 5)")
      .option(...csv)
  )
    .addHelpText(
      "after",
      `
A school's area is that of its cohort. A school counts once: by the award it holds on the day, else as on
the way to one or without. Where a count that is not shown could be worked out from the totals, others are
left out too, the smallest first, and totals last. Two tables of different days can still be subtracted: hand
on few.
The columns of --csv: area, bronze, silver, gold, on the way, no award, schools.

Example:
  lcqm areas --as-at 2026-07-31 --threshold 10`
    )
    .action((flags: Flags) => start(() => import("../areas/areas.ts"), { flags }))
}

const addFacts = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("facts-out-of-date")
      .description("Decisions on facts that had changed by the time they were recorded.")
      .option(...csv)
  )
    .addHelpText("after", "\nExample:\n  lcqm facts-out-of-date --json")
    .action((flags: Flags) => start(() => import("../facts/facts-out-of-date.ts"), { flags }))
}

const addCpd = (program: Command, start: Start): void => {
  withAsAt(
    program
      .command("cpd")
      .description("Which of the four CPD sessions each school's Champion has attended.")
      .option(...csv)
  )
    .addHelpText(
      "after",
      `
The columns of --csv: scheme, school, cohort, champion, attended, missing (session numbers, spaces between).

Example:
  lcqm cpd --as-at 2026-03-31`
    )
    .action((flags: Flags) => start(() => import("../cpd/cpd.ts"), { flags }))
}

/** Adds the commands. */
export const addViewCommands = (program: Command, start: Start): void => {
  addCpd(program, start)
  addEvidence(program, start)
  addAssessors(program, start)
  addAreas(program, start)
  addFacts(program, start)
}
