// `lcqm cohort show LABEL`: one cohort and each of its schools.
import { CohortLabel, CohortUnknown, SchemeId } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { refusedBy } from "../failure.ts"
import { asAtFlags, asAtGiven } from "../given/as-at.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { cohortText } from "./text.ts"

const decodeFlags = flagsOf("lcqm cohort show", {
  ...storeFlag,
  ...asAtFlags,
  label: CohortLabel,
  scheme: SchemeId,
  json: Json
})

/** Shows a cohort. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { label, scheme } = flags
  const cohorts = yield* overLcqm(storeGiven(given, flags.store), "reading", (lcqm) =>
    lcqm.cohorts(asAtGiven(flags))
  )
  const cohort = cohorts.find((each) => each.cohort === label && each.scheme === scheme)
  if (cohort === undefined) return yield* Effect.fail(refusedBy(CohortUnknown({ cohort: label })))
  yield* Effect.promise(() =>
    streams.out(flags.json === true ? jsonLine(plain(cohort)) : cohortText(cohort, streams.colours))
  )
  return exitCodes.ok
})
