// `lcqm criteria consult VERSION`: a draft is put out for comment, from a day until a day.
import { PartialDate, Version } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"

const decodeFlags = flagsOf("lcqm criteria consult", {
  ...givingFlags,
  version: Version,
  from: PartialDate,
  until: PartialDate
})

/** Opens a consultation. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { from, scheme, until, version } = flags
  yield* give(given, flags, { type: "OpenConsultation", data: { scheme, version, from, until } }, streams)
  return exitCodes.ok
})
