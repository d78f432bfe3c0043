// How far two judges agree beyond chance. Raw agreement alone flatters whoever gives everyone the same level, so it
// stands beside Cohen's weighted kappa, which a difference of one level costs less than one of three.
import { type Level, rankOf } from "@lcqm/core"

/** Two judgements of the same criterion. */
export type Pair = readonly [first: Level, second: Level]

/** What a difference of levels costs: as many as it spans, or the square of that. */
export type KappaWeights = "linear" | "quadratic"

/** The agreement of two judges over some pairs. */
export interface AgreementStatistics {
  /** How many pairs were compared: both levels, neither set aside. */
  readonly pairs: number
  /** How many are the same level. */
  readonly same: number
  /** `same / pairs`; undefined where nothing was compared. */
  readonly raw: number | undefined
  /**
   * Weighted kappa: 1 is full agreement, 0 what chance would give, less than 0 worse. Undefined where chance alone
   * cannot disagree: nothing compared, or both give one and the same level throughout.
   */
  readonly kappa: number | undefined
}

const cost = (first: number, second: number, weights: KappaWeights): number => {
  const apart = Math.abs(first - second)
  return weights === "linear" ? apart : apart * apart
}

/**
 * Raw agreement and weighted kappa of some pairs.
 *
 * Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968): 1 - observed / expected cost, the expected
 * one from both judges' own shares of levels. The weights' scale cancels out.
 * @example
 * ```ts
 * import { agreementOf, type Pair } from "@lcqm/audit"
 * const pairs: ReadonlyArray<Pair> = [
 *   ["bronze", "bronze"],
 *   ["bronze", "silver"],
 *   ["silver", "silver"],
 *   ["gold", "gold"],
 *   ["gold", "silver"]
 * ]
 * const { kappa, raw } = agreementOf(pairs)
 * raw // => 0.6
 * kappa?.toFixed(4) // => "0.6667"
 * agreementOf(pairs, "linear").kappa?.toFixed(4) // => "0.5455"
 * ```
 */
export const agreementOf = (
  pairs: ReadonlyArray<Pair>,
  weights: KappaWeights = "quadratic"
): AgreementStatistics => {
  const ranks = pairs.map(([first, second]) => [rankOf(first), rankOf(second)] as const)
  const same = ranks.filter(([first, second]) => first === second).length
  let [observed, expected] = [0, 0]
  for (const [first, second] of ranks) {
    observed += cost(first, second, weights)
    for (const [, other] of ranks) expected += cost(first, other, weights)
  }
  const count = pairs.length
  return {
    pairs: count,
    same,
    raw: count === 0 ? undefined : same / count,
    kappa: expected === 0 ? undefined : 1 - (observed * count) / expected
  }
}
