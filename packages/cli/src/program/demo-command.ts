// `lcqm demo`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"

/** Adds the command. */
export const addDemoCommand = (program: Command, start: Start): void => {
  program
    .command("demo")
    .description("Play the story of the six cohorts so far and look at it: start here.")
    .option("--seed <N>", "which of the possible stories: a whole number from 0 to 4294967295", "7")
    .option("--out <DIR>", "also write the story's events to DIR/events.jsonl, in their stored bytes")
    .option("--store <URL>", "where to keep the events: memory:, sqlite:PATH or esdb://HOST:PORT", "memory:")
    .option("--json", "print the whole answer as one line of canonical JSON")
    .addHelpText(
      "after",
      `
The cohorts and their numbers are those the scheme's own page prints; the schools, people, evidence and
judgements are a simulation, and the criteria are a sample. The same seed gives the same story, byte for byte.
A store that holds the story already stays as it is, one that holds its beginning is completed, and one that
holds anything else is refused, unchanged. LCQM_STORE is not looked at: a simulation goes where it is told.
An events.jsonl that is there already is left alone: it is refused unless it holds the same bytes.

Examples:
  lcqm demo
  lcqm demo --seed 12 --out story
  lcqm demo --store sqlite:demo.db
  lcqm demo --json | head -c 300`
    )
    .action((flags: Record<string, unknown>) => start(() => import("../demo/demo.ts"), { flags }))
}
