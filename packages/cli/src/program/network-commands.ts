// Learning networks, as commander is told of them. What happens to a network is sent by `lcqm do`.
import type { Command } from "commander"
import { scheme, withMoment } from "./giving.ts"
import type { Start } from "./start.ts"

type Flags = Record<string, unknown>

/** Adds the commands. */
export const addNetworkCommands = (program: Command, start: Start): void => {
  const network = program
    .command("network")
    .description("Look at learning networks, their directory, and who works on something similar.")
  withMoment(
    network.command("list").description("Every network, registered or not, and how far it has come.")
  )
    .addHelpText("after", "\nExample:\n  lcqm network list --as-at 2006-03-31")
    .action((flags: Flags) => start(() => import("../network/list.ts"), { flags }))
  withMoment(
    network
      .command("show")
      .description("One network: its schools over time, its work, and the CPD that has reached it.")
      .argument("<NETWORK>", "the network's id")
      .option(...scheme)
  )
    .addHelpText("after", "\nExample:\n  lcqm network show n-harbour")
    .action((id: string, flags: Flags) =>
      start(() => import("../network/show.ts"), { flags: { ...flags, network: id } })
    )
  withMoment(
    network.command("directory").description("The networks that have registered, and what they work on.")
  )
    .addHelpText(
      "after",
      `
A contact is shown only with consent, as a pseudonym: how to reach them is kept elsewhere. Consent that has
been withdrawn shows nobody, also where --as-at asks for a date before that.

Example:
  lcqm network directory --json`
    )
    .action((flags: Flags) => start(() => import("../network/directory.ts"), { flags }))
  withMoment(
    network
      .command("similar")
      .description("Registered networks with a similar focus, the most similar first, each with why.")
      .argument("[NETWORK]", "the network whose focus is meant")
      .option("--subject <WORDS>", "instead of a network: what is worked on, as mathematics")
      .option("--topic <WORDS...>", "topics of it, as 'using and applying mathematics'")
      .option("--year <YEAR...>", "for whom, as 'Year 3'")
      .option("--most <N>", "how many are shown at most", "10")
  )
    .addHelpText(
      "after",
      `
Of 100 points half is for the same subject, 30 for words that topics of both use, 20 for years that both are
for.

Examples:
  lcqm network similar n-harbour
  lcqm network similar --subject mathematics --year 'Year 3' 'Year 4'`
    )
    .action((id: string | undefined, flags: Flags) =>
      start(() => import("../network/similar.ts"), {
        flags: { ...flags, ...(id === undefined ? {} : { network: id }) }
      })
    )
}
