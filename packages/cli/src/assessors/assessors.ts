// `lcqm assessors`: how consistently each assessor judges.
import { SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { assessorsCsv, assessorsText } from "./text.ts"
import { withKappa } from "./with-kappa.ts"

const command = "lcqm assessors"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the assessors. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const asAt = asAtGiven(flags)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.assessors(asAt))
  const assessors = all.filter(({ scheme }) => scheme === flags.scheme).map(withKappa)
  const text = () => assessorsText(flags.scheme, assessors, asAt, streams.colours)
  yield* Effect.promise(() =>
    streams.out(inForm(flags, assessors, { text, csv: () => assessorsCsv(assessors) }))
  )
  return exitCodes.ok
})
