// `lcqm rule show`: a rule with every parameter filled in.
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { ruleSetOf } from "../given/pinned.ts"
import { jsonLine } from "../telling/json.ts"
import { ruleText } from "./text.ts"

const decodeFlags = flagsOf("lcqm rule show", { file: Schema.optionalKey(Path), json: Json })

/** Shows a rule. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json } = yield* decodeFlags(given)
  const { value } = yield* ruleSetOf(file, "FILE", streams)
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(value) : ruleText(value, streams.colours)))
  return exitCodes.ok
})
