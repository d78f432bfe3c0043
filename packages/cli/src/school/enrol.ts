// `lcqm enrol URN`: a school into a cohort, pinned to the criteria and the rule it will be judged by: those named, or
// the latest in force on the day of the enrolment.
import { CohortLabel, type PartialDate, Phase, Urn, Version, type VersionStanding } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given, Run } from "../carry-out.ts"
import { give, givingFlags, today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { type Failure, failedBy } from "../failure.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf } from "../given/flags.ts"
import { storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"

const decodeFlags = flagsOf("lcqm enrol", {
  ...givingFlags,
  urn: Urn,
  cohort: CohortLabel,
  criteria: Schema.optionalKey(Version),
  rule: Schema.optionalKey(Version),
  phase: Schema.optionalKey(Phase)
})

const latestIn = (
  versions: ReadonlyArray<VersionStanding>,
  what: VersionStanding["what"],
  scheme: string,
  on: PartialDate
): Effect.Effect<string, Failure> => {
  const found = versions.find((each) => each.what === what && each.scheme === scheme && each.latest)
  const [group, flag] = what === "rule set" ? ["ruleset", "--rule"] : ["criteria", "--criteria"]
  return found === undefined
    ? Effect.fail(
        failedBy(
          "NothingInForce",
          `No ${what} of ${scheme} was in force on ${on}.`,
          `Publish one (lcqm ${group} publish), or name the version with ${flag}.`
        )
      )
    : Effect.succeed(found.version)
}

/** The versions to be pinned, and whether the latest were looked up. */
const pinned = (
  given: Given,
  flags: {
    readonly scheme: string
    readonly store?: string
    readonly criteria?: string
    readonly rule?: string
  },
  on: PartialDate
) =>
  Effect.gen(function* () {
    const { criteria, rule, scheme, store } = flags
    if (criteria !== undefined && rule !== undefined) return { criteria, rule, lookedUp: false }
    const day = yield* dayOfView({ occurred: on })
    const versions = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) =>
      lcqm.versions(day, { occurred: on })
    )
    return {
      criteria: criteria ?? (yield* latestIn(versions, "criteria set", scheme, on)),
      rule: rule ?? (yield* latestIn(versions, "rule set", scheme, on)),
      lookedUp: true
    }
  })

/** Enrols a school. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { cohort, phase, scheme, urn: school } = flags
  const on = flags.on ?? (yield* today)
  const { criteria: criteriaSet, lookedUp, rule: ruleSet } = yield* pinned(given, flags, on)
  const data = { scheme, school, cohort, criteriaSet, ruleSet, ...(phase === undefined ? {} : { phase }) }
  const by = `By criteria set ${criteriaSet} and rule set ${ruleSet}`
  yield* give(given, { ...flags, on }, { type: "EnrolSchool", data }, streams, () =>
    lookedUp ? `${by}, the latest in force on ${on}.\n` : ""
  )
  return exitCodes.ok
})
