// The award rule once more, written as the definition reads and with no thought of speed: for each level from
// Gold down, does everything hold that steps 1 to 4 ask? The tests compare `derive` with it.
import type { AwardCase, RuleSet } from "../../src/award/index.ts"
import { type Level, levels, rankOf } from "../../src/vocabulary/level.ts"

const highest = (holds: (rank: number) => boolean): number => [3, 2, 1].find(holds) ?? 0

/** An applicable criterion: what it counts as, how much, and whether the theme is capped by it. */
export interface Applicable {
  readonly rank: number
  readonly weight: number
  readonly essential: boolean
}

/** Step 3: the rank of a theme by its applicable criteria, of which there is one at least. */
export const themeRankOf = (
  applicable: ReadonlyArray<Applicable>,
  { criterionGap, themeMajority: { den, num, strict } }: RuleSet
): number => {
  const weight = (of: typeof applicable) => of.reduce((sum, { weight }) => sum + weight, 0)
  const base = highest((rank) => {
    const difference = den * weight(applicable.filter((one) => one.rank >= rank)) - num * weight(applicable)
    return strict ? difference > 0 : difference >= 0
  })
  const ofEssential = applicable.filter(({ essential }) => essential).map(({ rank }) => rank)
  const weakest = Math.min(...applicable.map(({ rank }) => rank))
  return Math.min(base, ...ofEssential, weakest + criterionGap)
}

/** Step 4: the rank of the award by the ranks of the themes that take part, of which there is one at least. */
export const awardRankOf = (themes: ReadonlyArray<number>, rule: RuleSet): number =>
  highest(
    (rank) =>
      themes.filter((theme) => theme >= rank).length >= Math.max(1, themes.length - rule.allowBelow) &&
      themes.every(
        (theme) => theme >= Math.max(rank - rule.themeGap, rule.absoluteFloor === "bronze" ? 1 : 0)
      )
  )

const themeRankByDefinition = (
  theme: AwardCase["criteriaSet"]["themes"][number],
  input: AwardCase
): number | null => {
  const { rule, judgements, evidence } = input
  const applicable = theme.criteria.flatMap(({ id, weight, essential }) => {
    const judgement = judgements[id]
    if (typeof judgement === "object") return []
    const judged = judgement === undefined ? 0 : rankOf(judgement)
    const enough = evidence === undefined || (evidence[id] ?? 0) >= rule.minEvidence
    return [{ rank: enough ? judged : 0, weight, essential }]
  })
  return applicable.length === 0 ? null : themeRankOf(applicable, rule)
}

const named = (rank: number): Level => levels[rank] ?? "none"

/** The level by definition, what is unjudged counted as none; null where nothing applies. */
export const levelByDefinition = (
  input: AwardCase
): { level: Level; themes: ReadonlyArray<Level | null> } | null => {
  const { rule, criteriaSet } = input
  const all = criteriaSet.themes.map((theme) => themeRankByDefinition(theme, input))
  const themes = all.filter((rank) => rank !== null)
  if (themes.length === 0) return null
  return {
    level: named(awardRankOf(themes, rule)),
    themes: all.map((rank) => (rank === null ? null : named(rank)))
  }
}
