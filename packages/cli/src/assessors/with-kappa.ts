// The statistics beside the counts: raw agreement flatters whoever gives everyone the same level, kappa does not.
import { agreementOf, type Pair } from "@lcqm/audit"
import { type AssessorConsistency, type Comparison, levels } from "@lcqm/core"

/** A comparison with what is made of it. */
export interface ComparisonTold extends Comparison {
  /** The share of pairs that are the same; undefined where there are none. */
  readonly raw: number | undefined
  /** Cohen's weighted kappa (quadratic); undefined where chance alone cannot disagree. */
  readonly kappa: number | undefined
}

/** An assessor with the statistics. */
export interface AssessorTold extends Omit<AssessorConsistency, "withSelf" | "withSecond"> {
  readonly withSelf: ComparisonTold
  readonly withSecond: ComparisonTold
}

const told = (comparison: Comparison): ComparisonTold => {
  const pairs = levels.flatMap((one, i) =>
    levels.flatMap((other, j) =>
      Array.from({ length: comparison.table[i]?.[j] ?? 0 }, (): Pair => [one, other])
    )
  )
  const { kappa, raw } = agreementOf(pairs)
  return { ...comparison, raw, kappa }
}

/** Adds the statistics. */
export const withKappa = ({ withSecond, withSelf, ...rest }: AssessorConsistency): AssessorTold => ({
  ...rest,
  withSelf: told(withSelf),
  withSecond: told(withSecond)
})
