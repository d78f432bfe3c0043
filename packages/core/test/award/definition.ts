// The award rule once more, written as the definition reads and with no thought of speed: for each level from
// Gold down, does everything hold that steps 1 to 4 ask? The tests compare `derive` with it.
import type { AwardCase } from "../../src/award/index.ts"
import { type Level, levels, rankOf } from "../../src/vocabulary/level.ts"

const highest = (holds: (rank: number) => boolean): number => [3, 2, 1].find(holds) ?? 0

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
  if (applicable.length === 0) return null
  const weight = (of: typeof applicable) => of.reduce((sum, { weight }) => sum + weight, 0)
  const { num, den, strict } = rule.themeMajority
  const base = highest((rank) => {
    const difference = den * weight(applicable.filter((one) => one.rank >= rank)) - num * weight(applicable)
    return strict ? difference > 0 : difference >= 0
  })
  const ofEssential = applicable.filter(({ essential }) => essential).map(({ rank }) => rank)
  const weakest = Math.min(...applicable.map(({ rank }) => rank))
  return Math.min(base, ...ofEssential, weakest + rule.criterionGap)
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
  const award = highest(
    (rank) =>
      themes.filter((theme) => theme >= rank).length >= Math.max(1, themes.length - rule.allowBelow) &&
      themes.every(
        (theme) => theme >= Math.max(rank - rule.themeGap, rule.absoluteFloor === "bronze" ? 1 : 0)
      )
  )
  return { level: named(award), themes: all.map((rank) => (rank === null ? null : named(rank))) }
}
