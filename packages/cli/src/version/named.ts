// A criteria set or a rule that a command line names: in a file, or as a version of the store. What has a slash in it,
// ends with .json or is a lone hyphen is a file (a preset's name has a slash too); anything else is a version.
import { criteriaSetOf as setOfState, type CriteriaSet, type RuleSet, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import { type BadInput, badInput, commandLine, type Failure, failedBy } from "../failure.ts"
import { criteriaSetOf, ruleSetOf } from "../given/pinned.ts"
import { storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import type { Streams } from "../streams.ts"

/** What is meant, and where a version of it would be. */
export interface NamedVersion {
  readonly name: string
  readonly flag: string
  readonly scheme: string
  readonly store: string | undefined
}

const isVersion = Schema.is(Version)

const isFile = (name: string): boolean => name === "-" || name.includes("/") || name.endsWith(".json")

const versionIn = ({ flag, name }: NamedVersion): Effect.Effect<string, BadInput> =>
  isVersion(name)
    ? Effect.succeed(name)
    : Effect.fail(
        badInput("file or version", commandLine, {
          path: flag,
          expected:
            "a file (its name ends with .json or has a slash in it), or a version: 1 to 40 letters, digits, dots or hyphens",
          got: JSON.stringify(name)
        })
      )

/** That there is no such version. */
export const noSuchVersion = (what: "criteria set" | "rule set", version: string): Failure =>
  failedBy(
    "VersionUnknown",
    `There is no version ${version} of the scheme's ${what} in this store.`,
    `Name one that there is (lcqm ${what === "rule set" ? "ruleset" : "criteria"} list), or a file, as ./${version}.json.`
  )

/** The criteria set in a file, or as a version of the store was drafted or published. */
export const criteriaSetNamed = (
  given: Given,
  named: NamedVersion,
  streams: Streams
): Effect.Effect<CriteriaSet, Failure> =>
  Effect.gen(function* () {
    const { flag, name, scheme, store } = named
    if (isFile(name)) return (yield* criteriaSetOf(name, flag, streams)).value
    const version = yield* versionIn(named)
    const state = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) =>
      lcqm.criteriaVersion({ scheme, version })
    )
    return state === undefined
      ? yield* Effect.fail(noSuchVersion("criteria set", version))
      : setOfState(state)
  })

/** The rule in a file, the preset of that name, or as a version of the store was published. */
export const ruleSetNamed = (
  given: Given,
  named: NamedVersion,
  streams: Streams
): Effect.Effect<RuleSet, Failure> =>
  Effect.gen(function* () {
    const { flag, name, scheme, store } = named
    if (isFile(name)) return (yield* ruleSetOf(name, flag, streams)).value
    const version = yield* versionIn(named)
    const state = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) =>
      lcqm.ruleSetVersion({ scheme, version })
    )
    return state?.ruleSet ?? (yield* Effect.fail(noSuchVersion("rule set", version)))
  })
