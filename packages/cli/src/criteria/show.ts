// `lcqm criteria show`: a criteria set with everything that its file leaves out filled in.
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { criteriaSetOf } from "../given/pinned.ts"
import { jsonLine } from "../telling/json.ts"
import { criteriaSetText } from "./text.ts"

const decodeFlags = flagsOf("lcqm criteria show", { file: Schema.optionalKey(Path), json: Json })

/** Shows a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json } = yield* decodeFlags(given)
  const { value } = yield* criteriaSetOf(file, "FILE", streams)
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(value) : criteriaSetText(value, streams.colours))
  )
  return exitCodes.ok
})
