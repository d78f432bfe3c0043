// Why a case has the level it has, as a tree of data: the answer to "why not Gold?" for the school, and the
// record an auditor can recompute.
import { Result } from "effect"
import type { CriterionId } from "../../criteria/set/criteria-set.ts"
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { type AwardCase, derive, type Indicated, type ThemeAt } from "../deriving/derive.ts"
import { eventsOf, explainTheme } from "./explain-theme.ts"
import type { AwardNode, AwardTerm, LimiterLeaf, Provenance } from "./explanation.ts"
import { lowestPermitted, themesNeeded } from "../deriving/indicated-level.ts"
import { limiterNames, type Limits } from "../deriving/limiters.ts"
import { lowestRank, nearestRank } from "../rank.ts"
import type { AwardRefusal } from "../refusal.ts"

const awardTerms = (
  rank: Rank,
  themes: ReadonlyArray<ThemeAt>,
  { rule }: AwardCase,
  limits: Limits
): ReadonlyArray<AwardTerm> => {
  const at = levelOf(rank)
  const takingPart = themes.flatMap(({ id, level }) => (level === null ? [] : [{ id, level }]))
  const below = (than: Rank) => takingPart.filter(({ level }) => rankOf(level) < than).map(({ id }) => id)
  const have = takingPart.length - below(rank).length
  const needed = themesNeeded(takingPart.length, rule)
  const permitted = lowestPermitted(rank, rule)
  const lowest = lowestRank(takingPart.map(({ level }) => level))
  return [
    {
      kind: "enough themes",
      at,
      holds: have >= needed,
      have,
      needed,
      of: takingPart.length,
      below: below(rank)
    },
    {
      kind: "none too low",
      at,
      holds: lowest >= permitted,
      lowest: levelOf(lowest),
      lowestPermitted: levelOf(permitted),
      below: below(permitted)
    },
    ...(limits.cappedBy.length === 0
      ? []
      : [
          {
            kind: "cap",
            at,
            holds: limits.cap >= rank,
            cap: levelOf(limits.cap),
            limiters: limits.cappedBy
          } as const
        ])
  ]
}

/** The terms of steps 4 and 5 that an indicated case fails at a level. */
export const failedAt = (
  level: Level,
  input: AwardCase,
  { themes, limits }: Indicated
): ReadonlyArray<AwardTerm> =>
  level === "none" ? [] : awardTerms(rankOf(level), themes, input, limits).filter(({ holds }) => !holds)

const limiterLeaves = (
  { rule, limiters = {} }: AwardCase,
  provenance: Provenance
): ReadonlyArray<LimiterLeaf> =>
  limiterNames
    .filter((name) => limiters[name] === true)
    .map((name) => ({
      kind: "limiter",
      name,
      action: rule.limiters[name],
      events: provenance.limiters?.[name] ?? []
    }))

/**
 * Explains a case: the tree award ← terms of steps 4 and 5 ← themes ← terms of step 3 ← criteria ← judgements and
 * evidence, with the event ids given in `provenance`. The root's level is that of `derive`. Fails as `derive` does.
 * Source: design, "Award rules", "Explanation and what-if".
 * @example
 * ```ts
 * import { explain, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const criteriaSet = { ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(0, 2) }
 * const ids = criteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "bronze" as const]))
 * const tree = explain({ criteriaSet, rule: presets["best-fit/1"], judgements })
 * Result.isSuccess(tree) && tree.success.next?.failed[0]?.kind // => "enough themes"
 * ```
 */
export const explain = (
  input: AwardCase & { readonly provenance?: Provenance }
): Result.Result<AwardNode, AwardRefusal> =>
  Result.map(derive(input), (indicated) => {
    const { criteriaSet, rule, provenance = {} } = input
    const themes = criteriaSet.themes.map((theme) => explainTheme(theme, input, provenance))
    const limiters = limiterLeaves(input, provenance)
    const provisional = indicated.complete ? indicated.level : indicated.provisional
    const unjudged: ReadonlyArray<CriterionId> = indicated.complete ? [] : indicated.unjudged
    const rank = rankOf(provisional)
    const above = nearestRank(rank + 1)
    const terms = (at: Rank) => awardTerms(at, themes, input, indicated.limits)
    return {
      kind: "award",
      criteriaSet: { id: criteriaSet.id, version: criteriaSet.version },
      rule,
      level: indicated.level,
      provisional,
      unjudged,
      terms: rank === 0 ? [] : terms(rank),
      next:
        above === rank ? null : { level: levelOf(above), failed: terms(above).filter(({ holds }) => !holds) },
      themes,
      limiters,
      events: eventsOf([{ events: provenance.pinned ?? [] }, ...limiters, ...themes])
    }
  })
