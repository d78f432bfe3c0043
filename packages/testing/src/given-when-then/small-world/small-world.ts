// A small, believable world: one school's enrolment at every stage, with the cohort, the criteria, the rules and
// the people it needs.
import { type LcqmCommand, type LcqmEventBody, type RulesApplied, sampleCriteriaSet } from "@lcqm/core"
import type { Given } from "../given.ts"
import { StoryMismatch } from "../mismatch.ts"
import { given } from "../stories.ts"
import { smallCriteriaSet, smallRuleSet } from "./small-set.ts"
import { mainRoad } from "./main-road.ts"
import { otherWays } from "./other-ways.ts"
import type { Stage, StageName, WorldOptions } from "./stage.ts"

/**
 * How each stage of a small world is reached.
 * @example
 * ```ts
 * import { stages } from "@lcqm/testing/given-when-then"
 * stages.visited.after // => "visit arranged"
 * ```
 */
export const stages: Readonly<Record<StageName, Stage>> = { ...mainRoad, ...otherWays }

/** A world in which one school goes its way. */
export interface World {
  readonly options: WorldOptions
  /** The world at a stage of the school's enrolment, on the day it was reached. */
  readonly at: (stage: StageName) => Given<LcqmCommand, LcqmEventBody>
  /** The rules the school's decisions are made under, as their basis names them. */
  readonly rulesApplied: () => RulesApplied
}

/**
 * Makes a small world; what is left out is as in `smallWorld`.
 * @example
 * ```ts
 * import { byAssessor, worldWith } from "@lcqm/testing/given-when-then"
 * const limiters = { cpdShortfall: "block", conflictOfInterest: "block", schoolClosed: "block" } as const
 * const strict = worldWith({ attends: [1, 2], ruleSet: { limiters } })
 * const refused = strict.at("judgements agreed").when(byAssessor("ProposeAward", { level: "silver" }))
 * refused.thenRejected("AwardBlocked", { by: ["cpdShortfall"] })
 * refused.outcome._tag // => "Failure"
 * ```
 */
export const worldWith = ({
  ruleSet = {},
  ...rest
}: Partial<Omit<WorldOptions, "ruleSet">> & {
  readonly ruleSet?: Partial<WorldOptions["ruleSet"]>
} = {}): World => {
  const options: WorldOptions = {
    criteriaSet: smallCriteriaSet,
    level: "silver",
    attends: [1, 2, 3, 4],
    ...rest,
    ruleSet: { ...smallRuleSet, ...ruleSet }
  }
  const reached = new Map<StageName, Given<LcqmCommand, LcqmEventBody>>()
  const at: World["at"] = (name) => {
    const known = reached.get(name)
    if (known !== undefined) return known
    const { after, by, on } = stages[name]
    const stage = (after === undefined ? given() : at(after)).on(on).having(...by(options))
    reached.set(name, stage)
    return stage
  }
  return {
    options,
    at,
    rulesApplied: () => {
      const enrolled = at("enrolled").events.find((event) => event.type === "SchoolEnrolled.v1")
      if (enrolled === undefined) throw new StoryMismatch("The school of the small world was never enrolled.")
      const { criteriaSet, ruleSet } = enrolled.data
      return {
        algorithm: options.ruleSet.algorithm,
        ruleSet: ruleSet.version,
        ruleSetHash: ruleSet.hash,
        criteriaSet: criteriaSet.version,
        criteriaSetHash: criteriaSet.hash
      }
    }
  }
}

/**
 * The small world: two themes of two criteria, everything at Silver, and a Champion who attends all four sessions.
 * @example
 * ```ts
 * import { byChampion, given, smallWorld } from "@lcqm/testing/given-when-then"
 * given(smallWorld.at("proposed")).when(byChampion("AcceptProposal", { level: "silver" })).thenAccepted()
 * smallWorld.at("agreed").events.at(-1)?.type // => "AwardAgreed.v1"
 * ```
 */
export const smallWorld = worldWith()

/**
 * The same with the library's sample criteria set of six themes.
 * @example
 * ```ts
 * import { sampleWorld } from "@lcqm/testing/given-when-then"
 * sampleWorld.options.criteriaSet.themes.length // => 6
 * ```
 */
export const sampleWorld = worldWith({ criteriaSet: sampleCriteriaSet })
