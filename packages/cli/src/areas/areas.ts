// `lcqm areas`: schools and awards by area, small numbers suppressed, to be handed on.
import { SchemeId, usualThreshold } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf, Json, wholeNumber } from "../given/flags.ts"
import { oneForm } from "../given/one-form.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { areasCsv, areasText } from "./text.ts"

const command = "lcqm areas"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  scheme: SchemeId,
  threshold: Schema.optionalKey(wholeNumber("the smallest count that is shown", 1, 1_000)),
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the areas. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const { scheme, threshold = usualThreshold } = flags
  const asAt = asAtGiven(flags)
  const on = yield* dayOfView(asAt)
  const summary = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.areas({ scheme, on, threshold }, asAt)
  )
  const text = () => areasText(summary, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, summary, { text, csv: () => areasCsv(summary) })))
  return exitCodes.ok
})
