// The check on an explanation: its leaves (judgements, evidence, limiters) and the rule it names are enough to
// find the level again. Nothing that the tree concludes is read, only what it starts from.
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import type { AwardNode, CriterionNode } from "./explanation.ts"
import { rankOfAward } from "../deriving/indicated-level.ts"
import { isSetAside, type Judgement } from "../case/judgement.ts"
import { limitsOf, underCap } from "../deriving/limiters.ts"
import type { RuleSet } from "../rule/rule-set.ts"
import { emptyTally, rankOfTheme, tallyCriterion } from "../deriving/theme-level.ts"

// Null where the criterion is set aside.
const rankOfLeaves = (
  level: Judgement,
  { evidence }: CriterionNode,
  { minEvidence }: RuleSet
): Rank | null =>
  isSetAside(level) ? null : evidence === null || evidence.items >= minEvidence ? rankOf(level) : 0

/**
 * The level recomputed from the leaves of an explanation alone; null where a criterion is unjudged. Equals the
 * level of the tree's root, which is law 10. Source: design, "Award rules", "Laws".
 * @example
 * ```ts
 * import { explain, levelFromLeaves, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "gold" as const]))
 * const tree = explain({ criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], judgements })
 * Result.isSuccess(tree) && levelFromLeaves(tree.success) // => "gold"
 * ```
 */
export const levelFromLeaves = ({ rule, themes, limiters }: AwardNode): Level | null => {
  const ranks: Array<Rank> = []
  for (const { criteria } of themes) {
    const tally = emptyTally()
    for (const criterion of criteria) {
      const { judged } = criterion.judgement
      if (judged === null) return null
      const rank = rankOfLeaves(judged, criterion, rule)
      if (rank !== null) tallyCriterion(tally, rank, criterion.weight, criterion.essential)
    }
    if (tally.applicable > 0) ranks.push(rankOfTheme(tally, rule))
  }
  const limits = limitsOf(rule.limiters, Object.fromEntries(limiters.map(({ name }) => [name, true])))
  return levelOf(underCap(rankOfAward(ranks, rule), limits))
}
