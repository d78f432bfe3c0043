// `lcqm keys …`, as commander is told of it.
import type { Command } from "commander"
import type { Start } from "./start.ts"
import { json, store } from "./giving.ts"
import { keys, masterKey } from "./people-giving.ts"

type Flags = Record<string, unknown>

const example = (line: string): string => `\nExample:\n  ${line}`

/** Adds the commands. */
export const addKeysCommands = (program: Command, start: Start): void => {
  const group = program
    .command("keys")
    .description(
      "The key ring that free text about people is sealed under: init, rotate, backup, restore, finish."
    )
    .addHelpText(
      "after",
      `
A key ring is a file of its own, one key a person, wrapped under a master key. Whoever loses the master key
loses every sealed text. It is in a file that only its owner may read, or in the variable LCQM_MASTER_KEY.

Example:
  lcqm keys init --keys keys.db --master-key master.key`
    )
  group
    .command("init")
    .description("Make a key ring, and its master key where the file named is not there yet.")
    .option(...keys)
    .option(...masterKey)
    .option(...json)
    .addHelpText("after", example("lcqm keys init --keys keys.db --master-key master.key"))
    .action((flags: Flags) => start(() => import("../keys/init.ts"), { flags }))
  group
    .command("rotate")
    .description("Wrap every key under another master key: all of them, or none.")
    .requiredOption("--to <FILE>", "the new master key's file; made where it is not there yet")
    .option(...keys)
    .option(...masterKey)
    .option(...json)
    .addHelpText("after", example("lcqm keys rotate --keys keys.db --master-key master.key --to next.key"))
    .action((flags: Flags) => start(() => import("../keys/rotate.ts"), { flags }))
  group
    .command("backup")
    .description("Copy the key ring to where nothing is yet, for a number of days.")
    .argument("<FILE>", "where to")
    .option("--days <DAYS>", "how long it may be restored, at most 27 (default: 14)")
    .option(...keys)
    .option(...json)
    .addHelpText("after", example("lcqm keys backup keys-2026-09-01.db --keys keys.db"))
    .action((file: string, flags: Flags) =>
      start(async () => ({ run: (await import("../keys/backup.ts")).runForKeys }), {
        flags: { ...flags, file }
      })
    )
  group
    .command("restore")
    .description("Make a key ring from a backup, without those whom the store says were erased.")
    .argument("<FILE>", "the backup, while it may be restored")
    .option("--keys <FILE>", "where to: nothing is there yet (default: LCQM_KEYS)")
    .option(...masterKey)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      example("lcqm keys restore keys-2026-09-01.db --keys restored.db --store sqlite:lcqm.db")
    )
    .action((file: string, flags: Flags) =>
      start(async () => ({ run: (await import("../keys/restore.ts")).runForKeys }), {
        flags: { ...flags, file }
      })
    )
  group
    .command("finish")
    .description("Finish erasures: forget on this ring everybody whom the store says was erased.")
    .option("--people <FILE>", "a people register to remove them from too (default: LCQM_PEOPLE)")
    .option(...keys)
    .option(...store)
    .option(...json)
    .addHelpText(
      "after",
      `
A ring that was made anew knows of nobody who was erased before, and one that was copied back may have their
keys again. Whoever is forgotten gets no key on it any more. No key is opened, and no master key is asked for.
What was cut off is given again and goes on; given when all is done, it changes nothing.
${example("lcqm keys finish --keys keys.db --store sqlite:lcqm.db")}`
    )
    .action((flags: Flags) => start(() => import("../keys/finish.ts"), { flags }))
}
