// `lcqm cohort launch LABEL`: a cohort with its dates as far as they are known.
import { CohortLabel, type CohortWindows, datesWarningSentence, PartialDate, SchemeName } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"

const date = Schema.optionalKey(PartialDate)

const decodeFlags = flagsOf("lcqm cohort launch", {
  ...givingFlags,
  label: CohortLabel,
  title: Schema.optionalKey(SchemeName),
  area: Schema.optionalKey(SchemeName),
  launch: date,
  trainingFrom: date,
  trainingTo: date,
  assessmentFrom: date,
  assessmentTo: date
})

const windowOf = (
  from: PartialDate | undefined,
  to: PartialDate | undefined
): CohortWindows["training"] | undefined =>
  from === undefined && to === undefined
    ? undefined
    : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }

/** Launches a cohort. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { area, label, launch, scheme, title } = flags
  const training = windowOf(flags.trainingFrom, flags.trainingTo)
  const assessment = windowOf(flags.assessmentFrom, flags.assessmentTo)
  const windows = {
    ...(launch === undefined ? {} : { launch }),
    ...(training === undefined ? {} : { training }),
    ...(assessment === undefined ? {} : { assessment })
  }
  const data = {
    scheme,
    cohort: label,
    ...(title === undefined ? {} : { title }),
    ...(area === undefined ? {} : { area }),
    windows
  }
  yield* give(given, flags, { type: "LaunchCohort", data }, streams, ({ events: [launched] }) =>
    launched?.type === "CohortLaunched.v1"
      ? launched.data.warnings
          .map((warning) => `Its dates are kept as given, but ${datesWarningSentence(warning)}.\n`)
          .join("")
      : ""
  )
  return exitCodes.ok
})
