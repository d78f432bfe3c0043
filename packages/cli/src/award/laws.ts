// `lcqm award laws`: the shipped rules put to the eleven laws, over so many cases each.
import { type PresetName, presets } from "@lcqm/core"
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

/** Enough to reach every class of cases, and done in seconds. */
const defaultRuns = 1_000

const isPreset = (name: string): name is PresetName => Object.hasOwn(presets, name)

const Preset = Schema.String.check(
  Schema.makeFilter((name: string) => isPreset(name), { expected: `one of ${presetNames.join(", ")}` })
)

const decodeFlags = flagsOf("lcqm award laws", {
  json: Json,
  rule: Schema.optionalKey(Preset),
  runs: Schema.optionalKey(wholeNumber("how many cases each law is put to", 1, mostRuns)),
  seed: Schema.optionalKey(wholeNumber("which of the possible cases", 0, 4_294_967_295))
})

const lawsText = (report: PresetLaws): string =>
  [`${report.preset}: ${report.holds ? "every law holds." : "not every law is shown to hold."}`]
    .concat(reportSentences(report).map((line) => `  ${line}`))
    .map((line) => `${wrapped(printable(line))}\n`)
    .join("")

/** Puts the presets to the laws, one after the other; as text each is told when it is done. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json = false, rule, runs = defaultRuns, seed = 1 } = yield* decodeFlags(given)
  const reports: Array<PresetLaws> = []
  for (const preset of presetNames.filter((name) => rule === undefined || name === rule)) {
    const report = lawsOfPreset(preset, { runs, seed })
    reports.push(report)
    if (!json) yield* Effect.promise(() => streams.out(lawsText(report)))
  }
  const holds = reports.every((report) => report.holds)
  if (json) yield* Effect.promise(() => streams.out(jsonLine({ runs, seed, holds, reports })))
  return holds ? exitCodes.ok : exitCodes.refused
})
