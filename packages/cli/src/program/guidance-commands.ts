// `lcqm criteria guidance …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { withAsAt, withGiving } from "./giving.ts"

type Flags = Record<string, unknown>

const ofVersion = ["<VERSION>", "the version, as the scheme calls it"] as const

/** Adds the commands to `lcqm criteria`. */
export const addGuidanceCommands = (criteria: Command, start: Start): void => {
  const guidance = criteria
    .command("guidance")
    .description("Guidance to a version: links that come and go beside it, and change nothing of it.")
  withAsAt(
    guidance
      .command("list")
      .description("Where guidance is found, for a criterion and a reader where they are named.")
      .argument(...ofVersion)
      .option("--criterion <ID>", "only what helps with this criterion")
      .option("--phase <PHASE>", "only what is for primary, secondary or special")
      .option("--year-group <GROUP>", "only what is for this year group, as Year 3")
  )
    .addHelpText("after", '\nExample:\n  lcqm criteria guidance list 2 --year-group "Year 3"')
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/guidance-list.ts"), { flags: { ...flags, version } })
    )
  withGiving(
    guidance
      .command("link")
      .description("Link guidance to a criterion of a version, or to the whole of it.")
      .argument(...ofVersion)
      .requiredOption("--guidance <ID>", "the guidance's id, chosen here")
      .requiredOption("--title <TEXT>", "what it is called")
      .requiredOption("--link <URL>", "where it is found: an https link")
      .option("--criterion <ID>", "what it helps with (default: the whole)")
      .option("--phase <PHASE>", "whom it is for: primary, secondary or special (default: everyone)")
      .option("--year-groups <LIST>", "and which year groups, with commas between them")
  )
    .addHelpText(
      "after",
      `
Example:
  lcqm criteria guidance link 2 --guidance play-3 --title "Number games" --criterion home.play \\
    --link https://example.org/games --year-groups "Year 3,Year 4"`
    )
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/guidance-link.ts"), { flags: { ...flags, version } })
    )
  withGiving(
    guidance
      .command("withdraw")
      .description("Withdraw guidance.")
      .argument(...ofVersion)
      .requiredOption("--guidance <ID>", "the guidance's id")
      .option("--reason <TEXT>", "why; no names")
      .option("--about <LIST>", "whom the reason is about: pseudonyms with commas between them")
  )
    .addHelpText("after", "\nExample:\n  lcqm criteria guidance withdraw 2 --guidance play-3")
    .action((version: string, flags: Flags) =>
      start(() => import("../criteria/guidance-withdraw.ts"), { flags: { ...flags, version } })
    )
}
