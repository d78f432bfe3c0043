// `lcqm enrol URN`: a school into a cohort, pinned to the criteria and the rule it will be judged by.
import { CohortLabel, Phase, Urn, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"

const decodeFlags = flagsOf("lcqm enrol", {
  ...givingFlags,
  urn: Urn,
  cohort: CohortLabel,
  criteria: Version,
  rule: Version,
  phase: Schema.optionalKey(Phase)
})

/** Enrols a school. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { cohort, criteria: criteriaSet, phase, rule: ruleSet, scheme, urn: school } = flags
  const data = { scheme, school, cohort, criteriaSet, ruleSet, ...(phase === undefined ? {} : { phase }) }
  yield* give(given, flags, { type: "EnrolSchool", data }, streams)
  return exitCodes.ok
})
