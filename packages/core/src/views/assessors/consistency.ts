// How consistently each assessor judges: how far they agree with the schools' own judgements and with second assessors,
// and in which direction they differ. Core counts; what is beyond chance is a matter of statistics, made of the tables.
import type { PersonRef } from "../../vocabulary/index.ts"
import { addPairs, type Comparison, comparisonOf } from "./comparison.ts"
import { countSchool, type JudgementsModel, type Tally, tallyOf } from "./projection.ts"

/** What is told of an assessor. */
export interface AssessorConsistency {
  readonly scheme: string
  readonly assessor: PersonRef
  /** How many enrolments the assessor has judged in, as their judgements stand. */
  readonly assessed: number
  /** The assessor's levels against the schools' own, criterion by criterion. */
  readonly withSelf: Comparison
  /** The levels that were decided on the assessor's judgement against a second assessor's, award by award. */
  readonly withSecond: Comparison
}

/**
 * How each assessor judges, by assessor. An assessor nobody has looked at a second time has no pairs there, which says
 * nothing of them; nor does agreement with schools that judge themselves too high.
 * @example
 * ```ts
 * import { assessorJudgements, consistencyOf, project } from "@lcqm/core"
 * consistencyOf(project(assessorJudgements, [])) // => []
 * ```
 */
export const consistencyOf = ({ schools, tallies }: JudgementsModel): ReadonlyArray<AssessorConsistency> => {
  const all = new Map<string, Tally>()
  for (const { assessed, assessor, scheme, second, self } of tallies.values()) {
    const sum = tallyOf(all, scheme, assessor)
    sum.assessed += assessed
    addPairs(sum.self, self)
    addPairs(sum.second, second)
  }
  for (const [stream, school] of schools) countSchool(all, stream, school)
  return [...all.values()]
    .map(({ assessed, assessor, scheme, second, self }) => ({
      scheme,
      assessor,
      assessed,
      withSelf: comparisonOf(self),
      withSecond: comparisonOf(second)
    }))
    .toSorted((a, b) => (`${a.scheme} ${a.assessor}` < `${b.scheme} ${b.assessor}` ? -1 : 1))
}
