// `lcqm export`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, scheme, store } from "./giving.ts"

/** Adds the command. */
export const addExportCommand = (program: Command, start: Start): void => {
  program
    .command("export")
    .description("Give what the store holds to other people's tools, in their standards.")
    .argument("[URN]", "the school, for prov")
    .requiredOption("--format <NAME>", "cloudevents, ocel, prov, schema or csv")
    .option("-o, --out <FILE>", "a file that is not there yet (default: standard output)")
    .option("--source <URI>", "which store the events are from, for cloudevents")
    .option(...scheme)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
  cloudevents  every event, as a CloudEvents 1.0 batch (JSON)
  ocel         an object-centric event log, OCEL 2.0 (JSON), for process mining; without free text
  prov         where one school's award comes from, W3C PROV (PROV-JSON)
  schema       the JSON Schema (2020-12) of every event type and version
  csv          the award register, as lcqm register --csv

None of them carries the proofs: the bytes that the ledger hashes leave with lcqm store export.

Example:
  lcqm export --format ocel --out story.ocel.json --store sqlite:lcqm.db`
    )
    .action((urn: string | undefined, flags: Record<string, unknown>) =>
      start(() => import("../export/export.ts"), { flags: urn === undefined ? flags : { ...flags, urn } })
    )
}
