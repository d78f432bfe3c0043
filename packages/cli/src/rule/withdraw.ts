// `lcqm ruleset withdraw VERSION`: no enrolment begins with it any more; those that did go on.
import { Version } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { aboutFlag, textGiven, Words } from "../given/texts.ts"

const decodeFlags = flagsOf("lcqm ruleset withdraw", {
  ...givingFlags,
  ...aboutFlag,
  version: Version,
  reason: Words
})

/** Withdraws a version of the rule set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { about, reason, scheme, version } = flags
  const data = { scheme, version, reason: textGiven(reason, about) }
  yield* give(given, flags, { type: "WithdrawRuleSet", data }, streams)
  return exitCodes.ok
})
