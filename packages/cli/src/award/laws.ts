// `lcqm award laws`: the shipped rules put to the eleven laws, over so many cases each.
import { lawsOfPreset, presetNames, type PresetLaws, reportSentences } from "@lcqm/testing/award"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, wholeNumber } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"

/** A million cases take an hour: more is a slip of the finger. */
const mostRuns = 1_000_000

/** Enough to reach every class of cases many times, and done in under a minute. */
const defaultRuns = 10_000

const decodeFlags = flagsOf("lcqm award laws", {
  json: Json,
  runs: Schema.optionalKey(wholeNumber("how many cases for each rule", 1, mostRuns)),
  seed: Schema.optionalKey(wholeNumber("which of the possible cases", 0, 4_294_967_295))
})

const lawsText = (report: PresetLaws): string =>
  [`${report.preset}: ${report.holds ? "every law holds." : "not every law holds."}`]
    .concat(reportSentences(report).map((line) => `  ${line}`))
    .map((line) => `${wrapped(printable(line))}\n`)
    .join("")

/** Puts every preset to the laws; one after the other, each told when it is done. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json = false, runs = defaultRuns, seed = 1 } = yield* decodeFlags(given.flags)
  let holds = true
  for (const preset of presetNames) {
    const report = lawsOfPreset(preset, { runs, seed })
    holds &&= report.holds
    yield* Effect.promise(() => streams.out(json ? jsonLine(report) : lawsText(report)))
  }
  return holds ? exitCodes.ok : exitCodes.refused
})
