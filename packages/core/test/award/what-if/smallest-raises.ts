// The smallest raises to a level, found by looking at every raise there is: what `whatIf` is compared with. Every
// raise of every theme is tried, and then every combination of the ranks that the themes can be brought to. That is
// every raise of the whole, since by step 4 nothing but the themes' ranks decides the award; and it shares no line
// with the what-if.
import type { AwardCase, JudgementSet, RuleSet } from "../../../src/award/index.ts"
import type { Theme } from "../../../src/criteria/index.ts"
import { rankOf } from "../../../src/vocabulary/level.ts"
import { type Applicable, awardRankOf, themeRankOf } from "../definition.ts"

/** Fewest steps, then fewest criteria; and how many different raises are as small as that. */
export interface SmallestRaises {
  readonly steps: number
  readonly criteria: number
  readonly count: number
}

const never: SmallestRaises = { steps: Infinity, criteria: Infinity, count: 0 }

// The smaller of two, or both where they are as small as each other.
const smaller = (a: SmallestRaises, b: SmallestRaises): SmallestRaises => {
  const difference = a.steps === b.steps ? a.criteria - b.criteria : a.steps - b.steps
  if (a.count === 0 || difference > 0) return b
  return b.count === 0 || difference < 0 ? a : { ...a, count: a.count + b.count }
}

const both = (a: SmallestRaises, b: SmallestRaises): SmallestRaises => ({
  steps: a.steps + b.steps,
  criteria: a.criteria + b.criteria,
  count: a.count * b.count
})

/** The smallest raises that bring a theme to each rank exactly, by rank. */
export type ByRank = readonly [SmallestRaises, SmallestRaises, SmallestRaises, SmallestRaises]

// What one criterion can count as, and in how many steps: as it is, or raised, with more evidence where it lacks it.
interface Raise {
  readonly rank: number
  readonly steps: number
}

const raisesOf = (judged: number, lacksEvidence: boolean): ReadonlyArray<Raise> => [
  { rank: lacksEvidence ? 0 : judged, steps: 0 },
  ...[0, 1, 2, 3].flatMap((rank) =>
    rank < judged || (rank === judged && !lacksEvidence)
      ? []
      : [{ rank, steps: rank - judged + (lacksEvidence ? 1 : 0) }]
  )
]

/** Every raise of a theme, by the rank it brings the theme to; null where no criterion of it applies. */
export const raisesOfTheme = (
  theme: Theme,
  rule: RuleSet,
  judgements: JudgementSet,
  evidence: AwardCase["evidence"]
): ByRank | null => {
  const criteria = theme.criteria.flatMap(({ essential, id, weight }) => {
    const judgement = judgements[id] ?? "none"
    if (typeof judgement === "object") return []
    const lacksEvidence = evidence !== undefined && (evidence[id] ?? 0) < rule.minEvidence
    return [{ essential, weight, raises: raisesOf(rankOf(judgement), lacksEvidence) }]
  })
  if (criteria.length === 0) return null
  const found = [never, never, never, never]
  const tryAll = (chosen: ReadonlyArray<Applicable>, steps: number, raised: number): void => {
    const next = criteria[chosen.length]
    if (next === undefined) {
      const rank = themeRankOf(chosen, rule)
      found[rank] = smaller(found[rank] ?? never, { steps, criteria: raised, count: 1 })
      return
    }
    const { essential, raises, weight } = next
    for (const raise of raises) {
      const more = raise.steps > 0 ? 1 : 0
      tryAll([...chosen, { rank: raise.rank, weight, essential }], steps + raise.steps, raised + more)
    }
  }
  tryAll([], 0, 0)
  const [none = never, bronze = never, silver = never, gold = never] = found
  return [none, bronze, silver, gold]
}

/** The smallest raises of the whole: every combination of the ranks that the themes can be brought to is tried. */
export const smallestRaises = (
  themes: ReadonlyArray<ByRank>,
  rule: RuleSet,
  target: number
): SmallestRaises => {
  const tryAll = (ranks: ReadonlyArray<number>, so: SmallestRaises): SmallestRaises => {
    const theme = themes[ranks.length]
    if (theme === undefined) return awardRankOf(ranks, rule) >= target ? so : never
    return theme.reduce<SmallestRaises>(
      (best, raises, rank) =>
        raises.count === 0 ? best : smaller(best, tryAll([...ranks, rank], both(so, raises))),
      never
    )
  }
  return tryAll([], { steps: 0, criteria: 0, count: 1 })
}
