// `lcqm person …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, store, withActor } from "./giving.ts"
import { keys, lostMasterKey, masterKey, people } from "./people-giving.ts"

type Flags = Record<string, unknown>

const example = (line: string): string => `\nExample:\n  ${line}`

/** Adds the commands. */
export const addPersonCommands = (program: Command, start: Start): void => {
  const group = program
    .command("person")
    .description("Who is behind a pseudonym, and what is held about them.")
    .addHelpText(
      "after",
      `
Names are in the people register, a file of its own, and nowhere in a store of events. Only its owner may read
it. See docs/personal-data.md.

Example:
  lcqm person list --people people.db`
    )
  group
    .command("add")
    .description("Enter somebody in the people register, under a new random pseudonym.")
    .argument("[FILE]", "JSON with name, address and role, - for standard input")
    .option("--name <NAME>", "what they are called; a shell may keep it in its history")
    .option("--address <ADDRESS>", "where they are reached")
    .option("--role <ROLE>", "as what the scheme knows them")
    .option("--as <REF>", "a pseudonym that is in use; what the register said of them is replaced")
    .option(...people)
    .option(...json)
    .addHelpText("after", example("lcqm person add entry.json --people people.db"))
    .action((file: string | undefined, flags: Flags) =>
      start(() => import("../person/add.ts"), { flags: file === undefined ? flags : { ...flags, file } })
    )
  group
    .command("show")
    .description("Show who is behind a pseudonym.")
    .argument("<PERSON>", "the pseudonym, as p-champion1")
    .option(...people)
    .option(...keys)
    .option(...json)
    .addHelpText("after", example("lcqm person show p-champion1 --people people.db"))
    .action((person: string, flags: Flags) =>
      start(() => import("../person/show.ts"), { flags: { ...flags, person } })
    )
  group
    .command("list")
    .description("List everybody in the people register.")
    .option(...people)
    .option(...keys)
    .option(...json)
    .addHelpText(
      "after",
      `
With --keys it tells of each whether their key is on that ring; that takes no master key.
${example("lcqm person list --people people.db --keys keys.db")}`
    )
    .action((flags: Flags) => start(() => import("../person/list.ts"), { flags }))
  withActor(
    group
      .command("report")
      .description("Tell what is held about somebody and where: register, key, every event about them.")
      .argument("<PERSON>", "the pseudonym, as p-champion1")
      .option(
        "--texts",
        "the words of texts about them too, for those who may read them (--actor, --roles, --master-key)"
      )
  )
    .option(...people)
    .option(...keys)
    .option(...masterKey)
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm person report p-champion1 --people people.db --store sqlite:lcqm.db"))
    .action((person: string, flags: Flags) =>
      start(() => import("../person/report.ts"), { flags: { ...flags, person } })
    )
  withActor(
    group
      .command("erase")
      .description("Erase somebody on their request: record it, forget their key, remove their entry.")
      .argument("<PERSON>", "the pseudonym, as p-champion1")
      .requiredOption("--request <REFERENCE>", "what the request is filed under: no name, no words of it")
  )
    .option(...people)
    .option(...keys)
    .option(...masterKey)
    .option(...lostMasterKey)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
Nothing recorded changes, every proof holds, and every award stays what it is. Texts about them read
[erased], also where they are about others too. It cannot be undone. What was cut off is given again and goes
on. Where the ring's master key is lost, --lost-master-key destroys their key unopened; the answer says what
could not be checked. See docs/personal-data.md for what else is to be done.

Example:
  lcqm person erase p-champion1 --request dsr-2026-014 --actor p-office01 --roles SchemeOffice`
    )
    .action((person: string, flags: Flags) =>
      start(() => import("../person/erase.ts"), { flags: { ...flags, person } })
    )
  group
    .command("due")
    .description("List people of whom nothing was recorded for so long that keeping them is to be decided.")
    .requiredOption("--after <MONTHS>", "how long: your retention period, which no law and no default gives")
    .option("--on <DATE>", "as seen on this day (default: today, UTC)")
    .option(...people)
    .option(...keys)
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm person due --after 84 --people people.db"))
    .action((flags: Flags) => start(() => import("../person/due.ts"), { flags }))
  group
    .command("backup")
    .description("Copy the people register to where nothing is yet, for a number of days.")
    .argument("<FILE>", "where to")
    .option("--days <DAYS>", "how long it may be restored, at most 27 (default: 14)")
    .option(...people)
    .option(...json)
    .addHelpText("after", example("lcqm person backup people-2026-09-01.db --people people.db"))
    .action((file: string, flags: Flags) =>
      start(async () => ({ run: (await import("../keys/backup.ts")).runForPeople }), {
        flags: { ...flags, file }
      })
    )
  group
    .command("restore")
    .description("Make a people register from a backup, without those whom the store says were erased.")
    .argument("<FILE>", "the backup, while it may be restored")
    .option("--people <FILE>", "where to: nothing is there yet (default: LCQM_PEOPLE)")
    .option(...store)
    .option(...json)
    .addHelpText("after", example("lcqm person restore people-2026-09-01.db --people restored.db"))
    .action((file: string, flags: Flags) =>
      start(async () => ({ run: (await import("../keys/restore.ts")).runForPeople }), {
        flags: { ...flags, file }
      })
    )
}
