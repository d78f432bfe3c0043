// Step 7: how an assessment ends, as values. An award agreed is one outcome of four.
import { Result } from "effect"
import type { CriteriaSet, CriterionId } from "../../criteria/set/criteria-set.ts"
import type { FullDate } from "../../vocabulary/partial-date.ts"
import { shown } from "../../vocabulary/malformed.ts"
import type { Agreement } from "./agreement.ts"
import { criterionIdsOf } from "../case/criterion-ids.ts"
import { refusal, type RefusalDetail, type UnknownCriterion } from "../refusal.ts"

/** Both parties agreed a level. */
export interface Agreed extends Agreement {
  readonly _tag: "Agreed"
}

/** The school is asked to work on named criteria by a day; these, and only these, are open again. */
export interface FurtherWork {
  readonly _tag: "FurtherWork"
  readonly criteria: readonly [CriterionId, ...Array<CriterionId>]
  readonly by: FullDate
}

/** No award is made this time. */
export interface Withheld {
  readonly _tag: "Withheld"
  readonly reason: string
}

/** The school has left the assessment. */
export interface Withdrawn {
  readonly _tag: "Withdrawn"
  readonly reason: string
}

/** How an assessment ends. Source: design, "Award rules", step 7. */
export type Outcome = Agreed | FurtherWork | Withheld | Withdrawn

/** Further work that names no criterion. */
export interface NoCriterionNamed extends RefusalDetail {
  readonly _tag: "NoCriterionNamed"
}

/**
 * Asks for further work on criteria of the set by a day; a criterion named twice is named once. Fails with
 * `NoCriterionNamed` or `UnknownCriterion`. Source: design, "Award rules", step 7.
 * @example
 * ```ts
 * import { furtherWork, sampleCriteriaSet } from "@lcqm/core"
 * furtherWork(sampleCriteriaSet, ["events.day"], "2018-09-30")._tag // => "Success"
 * furtherWork(sampleCriteriaSet, [], "2018-09-30")._tag // => "Failure"
 * ```
 */
export const furtherWork = (
  criteriaSet: CriteriaSet,
  criteria: ReadonlyArray<CriterionId>,
  by: FullDate
): Result.Result<FurtherWork, NoCriterionNamed | UnknownCriterion> => {
  const known = criterionIdsOf(criteriaSet)
  const unknown = criteria.find((id) => !known.has(id))
  if (unknown !== undefined) {
    const expected = `a criterion of ${criteriaSet.id} ${criteriaSet.version}`
    const remedy = "Name criteria of the criteria set that the school is judged by."
    return Result.fail(refusal("UnknownCriterion", "criteria", expected, shown(unknown), remedy))
  }
  const [first, ...rest] = new Set(criteria)
  return first === undefined
    ? Result.fail(
        refusal("NoCriterionNamed", "criteria", "at least one criterion", "none", "Name what to work on.")
      )
    : Result.succeed({ _tag: "FurtherWork", criteria: [first, ...rest], by })
}

/**
 * Whether an outcome leaves a criterion open to be judged again: only further work does, and only those it names.
 * @example
 * ```ts
 * import { reopens } from "@lcqm/core"
 * reopens({ _tag: "FurtherWork", criteria: ["events.day"], by: "2018-09-30" }, "events.day") // => true
 * reopens({ _tag: "FurtherWork", criteria: ["events.day"], by: "2018-09-30" }, "events.club") // => false
 * ```
 */
export const reopens = (outcome: Outcome, criterion: CriterionId): boolean =>
  "criteria" in outcome && outcome.criteria.includes(criterion)
