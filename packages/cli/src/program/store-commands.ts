// `lcqm store …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, store } from "./giving.ts"

type Flags = Record<string, unknown>

/** Adds the commands. */
export const addStoreCommands = (program: Command, start: Start): void => {
  const group = program
    .command("store")
    .description("Look after a store: info, export, import, copy, backup.")
    .addHelpText(
      "after",
      `
A store is named by its URL: sqlite:PATH is a file, memory: is kept nowhere.

Example:
  lcqm store info --store sqlite:lcqm.db`
    )
  group
    .command("info")
    .description("What the store holds: events, streams, root. Every event is read and hashed anew.")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
The root (RFC 6962, over the events in the store's order) stands for all of them: two stores with the same
number of events and the same root hold the same events, to the byte.

Example:
  lcqm store info --store sqlite:lcqm.db --json`
    )
    .action((flags: Flags) => start(() => import("../store/info.ts"), { flags }))
  group
    .command("export")
    .description("Write every event as a line of JSON: its stored bytes, in the store's order.")
    .option("--out <FILE>", "a file that is not there yet (default: standard output)")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
How many events there were and their root are told on stderr, or on stdout where the events go to a file. Keep
the root: with it an import finds out every change.

Example:
  lcqm store export --out events.jsonl`
    )
    .action((flags: Flags) => start(() => import("../store/export.ts"), { flags }))
  group
    .command("import")
    .description("Bring a file of events into a store that is empty or holds their beginning.")
    .argument("<FILE>", "JSON lines as lcqm store export writes them, - for standard input")
    .option("--root <HEX>", "the root the events must have, as the export told it")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
The whole file is checked before anything is written: a line that was cut short, edited or moved is named,
and nothing is written. An import that was interrupted is run again and goes on. A store that holds anything
else is left as it is, and it is said where the two part.

Example:
  lcqm store import events.jsonl --store sqlite:restored.db`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../store/import.ts"), { flags: { ...flags, file } })
    )
  group
    .command("copy")
    .description("Copy every event into another store, and verify the copy by count and root.")
    .requiredOption("--to <URL>", "the other store: empty, or holding the beginning of this one")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
A copy that was interrupted is run again and goes on. A store that holds anything else is left as it is, and
it is said where the two part.

Example:
  lcqm store copy --store sqlite:lcqm.db --to sqlite:archive.db`
    )
    .action((flags: Flags) => start(() => import("../store/copy.ts"), { flags }))
  group
    .command("backup")
    .description("Copy the store's own file as it is at one moment, while others go on writing.")
    .argument("<FILE>", "where to: a file that is not there yet")
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Only a store that is a file has one to copy; any other is exported or copied.

Example:
  lcqm store backup backup-2026-09-01.db --store sqlite:lcqm.db`
    )
    .action((file: string, flags: Flags) =>
      start(() => import("../store/backup.ts"), { flags: { ...flags, file } })
    )
}
