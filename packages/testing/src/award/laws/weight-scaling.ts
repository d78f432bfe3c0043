// Law 5. Weights say how criteria compare, not how many there are of something.
import { heaviestWeight } from "@lcqm/core"
import { criteriaIn, withCriteria } from "../case-changes.ts"
import { differenceBetween } from "../difference.ts"
import { type Law, nothingLacking, nothingMore, type Violation } from "../law.ts"

/** The largest factor tried: enough to show what is added up too coarsely. */
const largestFactor = 1_000

/**
 * Law 5: scaling all weights changes nothing.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { violationOf, weightScaling } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * const cases = fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 })
 * cases.every((input) => violationOf(weightScaling, { derive }, input) === null) // => true
 * ```
 */
export const weightScaling: Law = {
  number: 5,
  name: "weightScaling",
  promise: "Scaling all weights changes nothing.",
  lacks: nothingLacking,
  toMeet: nothingMore,
  put: (tested, input, trial) => {
    const heaviest = Math.max(...criteriaIn(input).map(({ weight }) => weight))
    const by = 2 + trial.below(largestFactor - 1)
    const before = tested.answer(input)
    if (before === null || heaviest * by > heaviestWeight) return null
    trial.reached(before.level)
    const brokenBy = (by: number): Violation | null => {
      const scaled = withCriteria(input, (criteria) =>
        criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * by }))
      )
      const after = tested.answer(scaled)
      const difference = after === null ? null : differenceBetween(input, before, after)
      if (difference === null) return null
      const told = [`Every weight is multiplied by ${by}.`, ...difference.told]
      return { ...difference, input, change: { kind: "weights scaled", by }, told }
    }
    // A large factor shows the most faults; the smallest that does is the one to be looked at.
    const drawn = brokenBy(by)
    if (drawn === null) return null
    for (let smaller = 2; smaller < by; smaller += 1) {
      const found = brokenBy(smaller)
      if (found !== null) return found
    }
    return drawn
  }
}
