// The flags of commands that can open sealed texts, and what their help says of it.
import type { Command } from "commander"
import { withActor } from "./giving.ts"
import { keys, masterKey } from "./people-giving.ts"

/** A command that can open texts. */
export const withTexts = (command: Command): Command =>
  withActor(command.option("--texts", "open sealed texts for who acts, where they may read them"))
    .option(...keys)
    .option(...masterKey)

/** What help says of texts. */
export const whatTextsDo = `
A sealed text reads [sealed], and [erased] where somebody it is about was erased. With --texts, who acts and
the key ring it reads in its words, for the scheme's office, auditors and whoever has a part in the school's
history; what is made so holds personal data, to be destroyed when it has served (docs/personal-data.md). An
award file does not tell who was erased: of one alone, a key ring (--keys) does.`
