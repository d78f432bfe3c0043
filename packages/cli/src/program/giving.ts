// The flags of every command that somebody gives, and what its help says of who that is.
import type { Command } from "commander"
import { keys, masterKey } from "./people-giving.ts"

/** Which store. */
export const store = ["--store <URL>", "the store (default: LCQM_STORE, else sqlite:lcqm.db)"] as const

/** Which scheme. */
export const scheme = ["--scheme <ID>", "the scheme", "lcqm"] as const

/** The answer for a program. */
export const json = ["--json", "print the answer as one line of canonical JSON"] as const

/** Who gives a command. */
export const withActor = (command: Command): Command =>
  command
    .option("--actor <REF>", "who gives the command, as p-office01 (default: LCQM_ACTOR)")
    .option(
      "--roles <LIST>",
      "the roles you vouch for: SchemeOffice, Auditor (default: LCQM_ROLES, else none)"
    )

/** A command given by flags. */
export const withGiving = (command: Command): Command =>
  withActor(command)
    .option("--on <DATE>", "when it happened (default: today, UTC)")
    .option("--id <ID>", "the command's id, to send the same again (default: a new one)")
    .option(...scheme)
    .option(...keys)
    .option(...masterKey)
    .option(...store)
    .option(...json)

/** What help says of who acts. */
export const whoActs = `
Whoever runs lcqm vouches for who acts: the person, by a pseudonym, and whether they are of the scheme's
office (--roles SchemeOffice). Nothing here proves it, so let only those run lcqm on a store who may. Champion
and assessor are what the events say, and cannot be claimed.`

/** A view as at a moment, of no scheme. */
export const withMoment = (command: Command): Command =>
  command
    .option("--as-at <DATE>", "only what had happened by this date, as 2017-06-30")
    .option("--recorded-by <INSTANT>", "only what was recorded by then, as 2017-06-30T12:00:00.000Z")
    .option(...store)
    .option(...json)

/** A view of a scheme as at a moment. */
export const withAsAt = (command: Command): Command => withMoment(command).option(...scheme)
