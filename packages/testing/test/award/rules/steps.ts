// The award rule written as its definition reads, in steps that can be changed one at a time: each broken rule of the
// tests differs from the good one by one line.
import { type AwardCase, isSetAside, type Level, levels, rankOf, type RuleSet, type Theme } from "@lcqm/core"
import type { Judged } from "../../../src/award/index.ts"

/** A criterion as a theme counts it. */
export interface Counted {
  readonly rank: number
  readonly weight: number
  readonly essential: boolean
}

/** The lines of the rule. */
export interface Steps {
  /** Whether so many items of evidence are enough. */
  readonly enough: (items: number, rule: RuleSet) => boolean
  /** What a criterion set aside counts as; null where it does not count. */
  readonly setAside: number | null
  /** The weight at a rank. */
  readonly isAt: (one: Counted, rank: number) => boolean
  /** Whether the weight at a rank is the majority. */
  readonly majority: (at: number, all: number, rule: RuleSet) => boolean
  readonly isEssential: (one: Counted) => boolean
  /** The highest rank a theme may have, given its weakest criterion. */
  readonly aboveWeakest: (weakest: number, rule: RuleSet) => number
  /** The highest rank of a theme of so many criteria. */
  readonly mostOfTheme: (criteria: number) => number
  /** How many themes must be at the level. */
  readonly needed: (themes: number, rule: RuleSet) => number
  /** The lowest rank permitted to a theme, for an award at a rank. */
  readonly permitted: (rank: number, rule: RuleSet) => number
  /** The themes that must be at the level whatever others are. */
  readonly must: (themes: ReadonlyArray<number>) => ReadonlyArray<number>
  /** The rule set that a case is judged by. */
  readonly ruleFor: (rule: RuleSet) => RuleSet
}

const good: Steps = {
  enough: (items, { minEvidence }) => items >= minEvidence,
  setAside: null,
  isAt: (one, rank) => one.rank >= rank,
  majority: (at, all, { themeMajority: { den, num, strict } }) =>
    strict ? at * den > all * num : at * den >= all * num,
  isEssential: ({ essential }) => essential,
  aboveWeakest: (weakest, { criterionGap }) => weakest + criterionGap,
  mostOfTheme: () => 3,
  needed: (themes, { allowBelow }) => Math.max(1, themes - allowBelow),
  permitted: (rank, { absoluteFloor, themeGap }) =>
    Math.max(rank - themeGap, absoluteFloor === "bronze" ? 1 : 0),
  must: () => [],
  ruleFor: (rule) => rule
}

const highest = (holds: (rank: number) => boolean): number => [3, 2, 1].find(holds) ?? 0

const named = (rank: number): Level => levels[rank] ?? "none"

/** The rule with one or more of its lines changed. */
export const ruleOf = (changed: Partial<Steps> = {}): ((input: AwardCase) => Judged | null) => {
  const steps = { ...good, ...changed }

  const counted = ({ criteria }: Theme, { evidence, judgements, rule }: AwardCase): ReadonlyArray<Counted> =>
    criteria.flatMap(({ essential, id, weight }) => {
      const judgement = judgements[id] ?? "none"
      if (isSetAside(judgement)) {
        return steps.setAside === null ? [] : [{ rank: steps.setAside, weight, essential }]
      }
      const counts = evidence === undefined || steps.enough(evidence[id] ?? 0, rule)
      return [{ rank: counts ? rankOf(judgement) : 0, weight, essential }]
    })

  const rankOfTheme = (criteria: ReadonlyArray<Counted>, rule: RuleSet): number => {
    const weightOf = (some: ReadonlyArray<Counted>) => some.reduce((sum, { weight }) => sum + weight, 0)
    const at = (rank: number) => weightOf(criteria.filter((one) => steps.isAt(one, rank)))
    return Math.min(
      highest((rank) => steps.majority(at(rank), weightOf(criteria), rule)),
      steps.aboveWeakest(Math.min(...criteria.map(({ rank }) => rank)), rule),
      steps.mostOfTheme(criteria.length),
      ...criteria.filter(steps.isEssential).map(({ rank }) => rank)
    )
  }

  return (given) => {
    const input = { ...given, rule: steps.ruleFor(given.rule) }
    const { criteriaSet, rule } = input
    const themes = criteriaSet.themes.map((theme) => {
      const criteria = counted(theme, input)
      return { id: theme.id, rank: criteria.length === 0 ? null : rankOfTheme(criteria, rule) }
    })
    const ranks = themes.flatMap(({ rank }) => rank ?? [])
    if (ranks.length === 0) return null
    const level = highest(
      (rank) =>
        ranks.filter((theme) => theme >= rank).length >= steps.needed(ranks.length, rule) &&
        ranks.every((theme) => theme >= steps.permitted(rank, rule)) &&
        steps.must(ranks).every((theme) => theme >= rank)
    )
    return {
      level: named(level),
      themes: themes.map(({ id, rank }) => ({ id, level: rank === null ? null : named(rank) }))
    }
  }
}
