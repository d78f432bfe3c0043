// `lcqm cpd`: which of the four CPD sessions each school's Champion has attended.
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
import { cpdCsv, cpdText } from "./text.ts"

const command = "lcqm cpd"

const decodeFlags = flagsOf(command, {
  ...storeFlag,
  ...asAtFlags,
  scheme: SchemeId,
  csv: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Shows the coverage. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* oneForm(command, flags)
  const asAt = asAtGiven(flags)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.cpdCoverage(asAt))
  const coverage = all.filter(({ scheme }) => scheme === flags.scheme)
  const text = () => cpdText(flags.scheme, coverage, asAt, streams.colours)
  yield* Effect.promise(() => streams.out(inForm(flags, coverage, { text, csv: () => cpdCsv(coverage) })))
  return exitCodes.ok
})
