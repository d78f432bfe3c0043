// `lcqm cohort list`: every cohort and how far it has come.
import { SchemeId } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { cohortsText } from "./text.ts"

const decodeFlags = flagsOf("lcqm cohort list", { ...storeFlag, ...asAtFlags, scheme: SchemeId, json: Json })

/** Lists the cohorts. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const all = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.cohorts(asAtGiven(flags))
  )
  const cohorts = all.filter(({ scheme }) => scheme === flags.scheme)
  yield* Effect.promise(() =>
    streams.out(flags.json === true ? jsonLine(plain(cohorts)) : cohortsText(cohorts))
  )
  return exitCodes.ok
})
