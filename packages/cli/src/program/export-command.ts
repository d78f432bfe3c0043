// `lcqm export`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { withTexts } from "./opening-texts.ts"
import { json, scheme, store } from "./giving.ts"

/** Adds the command. */
export const addExportCommand = (program: Command, start: Start): void => {
  withTexts(
    program
      .command("export")
      .description("Give what the store holds to other people's tools, in their standards.")
      .argument("[URN]", "the school, for prov and openbadge")
      .requiredOption("--format <NAME>", "cloudevents, ocel, prov, schema, csv, openbadge or status-list")
      .option("-o, --out <FILE>", "a file that is not there yet (default: standard output)")
      .option("--source <URI>", "which store the events are from, for cloudevents")
      .option("--issuer <FILE>", "who issues badges (JSON, below), for openbadge and status-list")
      .option("--key <FILE>", "the issuer's badge key, which only its owner may read")
  )
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
  openbadge    one school's award as an Open Badges 3.0 credential, signed (VC-JWT)
  status-list  which badges are revoked, as a Bitstring Status List, signed (VC-JWT)

With --texts, for cloudevents alone, sealed texts are opened for the office and auditors (--actor, --roles,
--keys): each event says in its attribute "texts" whether one of its texts is "opened" or all are "withheld",
and what is made so holds personal data (docs/personal-data.md). Without, a sealed text leaves as its box.

The events' proofs are in none of them: the bytes that the ledger hashes leave with lcqm store export.

The issuer's file; all but "issuer" may be left out:
  { "issuer": { "id": "https://example.org", "name": "A scheme", "url": "https://example.org" },
    "source": { "id": "https://example.org/assessors", "name": "The assessors' body" },
    "badges": "https://example.org/badges/", "statusList": "https://example.org/status/1",
    "proofs": "https://example.org/proofs/" }
A badge's URI is "badges" (default urn:uuid:) and the id of the event that gave the level; its place in the
list is that event's among all such of the scheme, in the order of the store. Without "statusList" no one can
see that it was revoked.

Examples:
  lcqm export --format ocel --out story.ocel.json --store sqlite:lcqm.db
  lcqm export --format openbadge 900001 --issuer issuer.json --key badge.key -o badge.jwt`
    )
    .action((urn: string | undefined, flags: Record<string, unknown>) =>
      start(() => import("../export/export.ts"), { flags: urn === undefined ? flags : { ...flags, urn } })
    )
}
