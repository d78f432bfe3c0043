// How many items of evidence count for each criterion: mostly enough, sometimes too few.
import type { CriteriaSet, EvidenceCounts } from "@lcqm/core"
import * as fc from "fast-check"
import { criteriaIn } from "./criteria-set.ts"

/**
 * Any evidence counts of a criteria set's criteria, from 0 to 3; a criterion with none may be left out. Shrinks
 * to none at all.
 * @example
 * ```ts
 * import { decodeEvidence, sampleCriteriaSet } from "@lcqm/core"
 * import { anyEvidenceCounts } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyEvidenceCounts(sampleCriteriaSet), { seed: 1, numRuns: 100 })
 * drawn.every((counts) => decodeEvidence(counts, sampleCriteriaSet)._tag === "Success") // => true
 * ```
 */
export const anyEvidenceCounts = (criteriaSet: Pick<CriteriaSet, "themes">): fc.Arbitrary<EvidenceCounts> => {
  const criteria = criteriaIn(criteriaSet)
  return fc.tuple(...criteria.map(() => fc.constantFrom(undefined, 0, 1, 2, 2, 2, 3))).map((counts) =>
    Object.fromEntries(
      criteria.flatMap(({ id }, i) => {
        const count = counts[i]
        return count === undefined ? [] : [[id, count] as const]
      })
    )
  )
}
