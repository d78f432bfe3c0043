// `lcqm facts-out-of-date`: decisions on facts that had changed by the time they were recorded.
import { schemeOfStream, SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { factsCsv, factsText } from "./text.ts"

const command = "lcqm facts-out-of-date"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the decisions. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const asAt = asAtGiven(flags)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.factsOutOfDate(asAt))
  const found = all.filter(({ stream }) => schemeOfStream(stream) === flags.scheme)
  const text = () => factsText(flags.scheme, found, asAt, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, found, { text, csv: () => factsCsv(found) })))
  return exitCodes.ok
})
