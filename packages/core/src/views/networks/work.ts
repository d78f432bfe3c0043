// A network's work at a glance: what it did, in which terms its focus group met, and what each of the source's four
// measures showed last.
import {
  type EvaluationFinding,
  type EvaluationMeasure,
  evaluationMeasures,
  type NetworkActivity,
  type NetworkState,
  type Term
} from "../../network/index.ts"
import type { PartialDate } from "../../vocabulary/index.ts"

/** What a measure showed last; undefined where the network has not evaluated its work by it. */
export interface MeasureLast {
  readonly measure: EvaluationMeasure
  readonly last: { readonly finding: EvaluationFinding; readonly on: PartialDate } | undefined
}

/** A network's work. */
export interface NetworkWork {
  /** How often it did what. */
  readonly activities: Readonly<Partial<Record<NetworkActivity, number>>>
  /** The terms in which its focus group had a day, in order. */
  readonly focusGroupTerms: ReadonlyArray<Term>
  /** The four measures in the source's order. */
  readonly evaluation: ReadonlyArray<MeasureLast>
}

const inYear = ["spring", "summer", "autumn"]
const placeOf = (term: Term): string => `${term.slice(0, 4)} ${inYear.indexOf(term.slice(5))}`

/**
 * A network's work at a glance.
 * @example
 * ```ts
 * import { networkFold, workOf } from "@lcqm/core"
 * workOf(networkFold.initial).evaluation.map(({ measure }) => measure) // => ["confidence", "test answers", "planning", "enthusiasm"]
 * ```
 */
export const workOf = ({
  activities,
  evaluations
}: Pick<NetworkState, "activities" | "evaluations">): NetworkWork => {
  const counts: Partial<Record<NetworkActivity, number>> = {}
  for (const { activity } of activities) counts[activity] = (counts[activity] ?? 0) + 1
  const terms = activities.flatMap(({ activity, term }) =>
    activity === "focus-group day" && term !== undefined ? [term] : []
  )
  return {
    activities: counts,
    focusGroupTerms: [...new Set(terms)].toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1)),
    evaluation: evaluationMeasures.map((measure) => {
      const found = evaluations.findLast((each) => each.measure === measure)
      return { measure, last: found && { finding: found.finding, on: found.on } }
    })
  }
}
