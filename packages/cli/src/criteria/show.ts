// `lcqm criteria show`: a criteria set with everything that its file leaves out filled in, or a version of the store as
// it was drafted or published.
import { criteriaSetOf as setOfState, SchemeId, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { criteriaSetOf } from "../given/pinned.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { noSuchVersion } from "../version/named.ts"
import { criteriaSetText } from "./text.ts"

const decodeFlags = flagsOf("lcqm criteria show", {
  ...storeFlag,
  ...asAtFlags,
  file: Schema.optionalKey(Path),
  stored: Schema.optionalKey(Version),
  scheme: SchemeId,
  json: Json
})

/** Shows a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { file, json, scheme, store, stored: version } = flags
  if (file !== undefined && version !== undefined) {
    const expected = "either the file of a criteria set, or --stored VERSION"
    return yield* Effect.fail(
      badInput("criteria set to show", commandLine, { path: "FILE", expected, got: "both" })
    )
  }
  const state =
    version === undefined
      ? undefined
      : yield* overLcqm(storeGiven(given, store), "reading", (lcqm) =>
          lcqm.criteriaVersion({ scheme, version }, asAtGiven(flags))
        )
  if (version !== undefined && state === undefined) {
    return yield* Effect.fail(noSuchVersion("criteria set", version))
  }
  const set = state === undefined ? (yield* criteriaSetOf(file, "FILE", streams)).value : setOfState(state)
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(set) : criteriaSetText(set, streams.colours))
  )
  return exitCodes.ok
})
