// `lcqm report`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { whatTextsDo, withTexts } from "./opening-texts.ts"
import { json, scheme, store } from "./giving.ts"

/** Adds the command. */
export const addReportCommand = (program: Command, start: Start): void => {
  withTexts(
    program
      .command("report")
      .description("Write one HTML file on an award or on the register, which opens anywhere.")
      .argument("[URN]", "the school, for the report on its award")
      .option("--award-file <FILE>", "report on a signed award file, not on the store's own events")
      .option("--register", "the report on the register of the scheme")
      .requiredOption("-o, --out <FILE>", "a file that is not there yet")
  )
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
The report on an award verifies itself in the browser: leaf hashes, what each decision rests on, and, of
a signed award file, the operator's signatures with a key that the reader brings along. Made from the store
alone nothing in it is signed, and it says so.
${whatTextsDo}

Example:
  lcqm report 900001 -o award-900001.html --store sqlite:lcqm.db`
    )
    .action((urn: string | undefined, flags: Record<string, unknown>) =>
      start(() => import("../report/report.ts"), { flags: urn === undefined ? flags : { ...flags, urn } })
    )
}
