// `lcqm criteria guidance withdraw VERSION`: guidance that is no longer to be gone by.
import { GuidanceId, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { aboutFlag, textGiven, Words } from "../given/texts.ts"

const decodeFlags = flagsOf("lcqm criteria guidance withdraw", {
  ...givingFlags,
  ...aboutFlag,
  version: Version,
  guidance: GuidanceId,
  reason: Schema.optionalKey(Words)
})

/** Withdraws guidance. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { about, guidance, reason, scheme, version } = flags
  const why = reason === undefined ? {} : { reason: textGiven(reason, about) }
  yield* give(
    given,
    flags,
    { type: "WithdrawGuidance", data: { scheme, version, guidance, ...why } },
    streams
  )
  return exitCodes.ok
})
