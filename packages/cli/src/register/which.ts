// Which of the register's awards are asked for, as they stand on a day: at most one choice.
import type { AwardOnDay } from "@lcqm/core"
import { Effect, Schema } from "effect"
import { type BadInput, badInput, commandLine } from "../failure.ts"
import { wholeNumber } from "../given/flags.ts"

/** Ten years: no award is valid for longer than a lifetime of a register. */
const longestAhead = 3_650

/** The flags by which awards are chosen. */
export const whichFlags = {
  current: Schema.optionalKey(Schema.Boolean),
  expiring: Schema.optionalKey(wholeNumber("how many days ahead", 0, longestAhead)),
  lapsed: Schema.optionalKey(Schema.Boolean)
}

/** What was chosen. */
export interface Which {
  readonly current?: boolean
  readonly expiring?: number
  readonly lapsed?: boolean
}

/** Whether an award is asked for; refused where two choices are made. */
export const chosenBy = (
  command: string,
  { current, expiring, lapsed }: Which
): Effect.Effect<(award: AwardOnDay) => boolean, BadInput> => {
  const chosen = [
    ...(current === true ? ["--current"] : []),
    ...(expiring === undefined ? [] : ["--expiring"]),
    ...(lapsed === true ? ["--lapsed"] : [])
  ]
  if (chosen.length > 1) {
    const expected = "one choice: --current, --expiring or --lapsed"
    const problem = { path: chosen[1] ?? "", expected, got: chosen.join(" and ") }
    return Effect.fail(badInput(`command line of ${command}`, commandLine, problem))
  }
  return Effect.succeed((award) => {
    if (expiring !== undefined) return award.daysLeft !== undefined && award.daysLeft <= expiring
    if (lapsed === true) return award.currency === "lapsed"
    return current !== true || award.currency === "current"
  })
}

/** The choice in words, to stand in a heading. */
export const whichText = ({ current, expiring, lapsed }: Which): string => {
  if (expiring !== undefined) return `, ending within ${expiring} days`
  if (lapsed === true) return ", lapsed"
  return current === true ? ", current" : ""
}
