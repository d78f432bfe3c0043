// What would it take? The smallest sets of criterion upgrades that reach a level, exactly and all of them: a
// school that is told "raise these two" must be able to trust that one would not have been enough.
import { Result } from "effect"
import type { CriterionId } from "../../criteria/set/criteria-set.ts"
import { type Level, levelOf, rankOf } from "../../vocabulary/level.ts"
import { upgradesOfAward } from "./award-upgrades.ts"
import { type AwardCase, derive } from "../deriving/derive.ts"
import { type AwardRefusal, refusal, type RefusalDetail } from "../refusal.ts"
import { criteriaOf, stepsOf, type Upgrade } from "./theme-upgrades.ts"

export type { Upgrade } from "./theme-upgrades.ts"

/** Up to here an answer takes well under a second at worst, whatever the weights; larger themes are refused. */
export const mostCriteriaForWhatIf = 100

/** How many sets are listed where the caller says nothing: more than anyone reads. */
export const defaultMostSets = 100

/** A cap in force is below the level asked for: no judgement reaches it. */
export interface OutOfReach extends RefusalDetail {
  readonly _tag: "OutOfReach"
}

/** A theme has more criteria than `mostCriteriaForWhatIf`. */
export interface TooManyCriteria extends RefusalDetail {
  readonly _tag: "TooManyCriteria"
}

/** The smallest ways to a level. */
export interface WhatIf {
  readonly target: Level
  /** Where the case stands, what is unjudged counted as none. */
  readonly from: Level
  /** How many steps and how many criteria each of the sets has; 0 where the level is reached already. */
  readonly steps: number
  readonly criteria: number
  /** Sets of upgrades, each enough and none larger than another. Where the level is reached: one, empty. */
  readonly sets: ReadonlyArray<ReadonlyArray<Upgrade>>
  /** Whether these are all the smallest sets; false where the listing stopped at the limit. */
  readonly all: boolean
  /** Criteria that must be judged too, at any level, before there is an award. */
  readonly unjudged: ReadonlyArray<CriterionId>
}

/** What is asked, and how many sets to list at most (default `defaultMostSets`). */
export interface WhatIfAsked {
  readonly target: Level
  readonly mostSets?: number
}

/**
 * The smallest sets of criterion upgrades that bring a case to a level: fewest steps, then fewest criteria; all
 * of them up to a limit. A step is one level up on one criterion; where evidence is given, bringing the evidence
 * of a criterion up to `minEvidence` is a step too. What is set aside stays so; what is unjudged counts as none.
 * Exact for themes of up to `mostCriteriaForWhatIf` criteria, in time that grows with the sets listed. Fails as
 * `derive` does, with `OutOfReach` where a cap is in force, or with `TooManyCriteria`.
 * Source: design, "Award rules", "Explanation and what-if".
 * @example
 * ```ts
 * import { presets, sampleCriteriaSet, whatIf } from "@lcqm/core"
 * import { Result } from "effect"
 * const criteriaSet = { ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(0, 2) }
 * const ids = criteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "bronze" as const]))
 * const found = whatIf({ criteriaSet, rule: presets["best-fit/1"], judgements }, { target: "silver" })
 * Result.isSuccess(found) && found.success.steps // => 2
 * Result.isSuccess(found) && found.success.sets.length // => 6
 * ```
 */
export const whatIf = (
  input: AwardCase,
  { target, mostSets = defaultMostSets }: WhatIfAsked
): Result.Result<WhatIf, AwardRefusal | OutOfReach | TooManyCriteria> => {
  const derived = derive(input)
  if (Result.isFailure(derived)) return Result.fail(derived.failure)
  const indicated = derived.success
  const large = input.criteriaSet.themes.find(({ criteria }) => criteria.length > mostCriteriaForWhatIf)
  if (large !== undefined) {
    const expected = `at most ${mostCriteriaForWhatIf} criteria in a theme`
    const remedy = "Ask of a criteria set with smaller themes."
    return Result.fail(
      refusal("TooManyCriteria", `criteriaSet.${large.id}`, expected, `${large.criteria.length}`, remedy)
    )
  }
  const { cap, cappedBy } = indicated.limits
  if (rankOf(target) > cap) {
    const expected = `at most ${levelOf(cap)} (${cappedBy.join(", ")})`
    return Result.fail(
      refusal("OutOfReach", "target", expected, target, "Deal with what caps the level first.")
    )
  }
  const { cost, sets } = upgradesOfAward(rankOf(target), input)
  const listed: Array<ReadonlyArray<Upgrade>> = []
  let all = true
  for (const set of sets()) {
    if (listed.length >= mostSets) {
      all = false
      break
    }
    listed.push(set)
  }
  return Result.succeed({
    target,
    from: indicated.complete ? indicated.level : indicated.provisional,
    steps: stepsOf(cost),
    criteria: criteriaOf(cost),
    sets: listed,
    all,
    unjudged: indicated.complete ? [] : indicated.unjudged
  })
}
