// What it takes to bring one theme to a level: the criteria that must rise whatever else does, and of the others
// the cheapest that make up the majority. Exact: a knapsack over the theme's criteria, solved by costs.
import type { Criterion, CriterionId, Theme } from "../../criteria/criteria-set.ts"
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { ofCriterion } from "../case/criterion-ids.ts"
import type { AwardCase } from "../deriving/derive.ts"
import { isSetAside } from "../case/judgement.ts"
import { nearestRank, wholeShare } from "../rank.ts"
import { emptyTally, tallyCriterion, themeReaches } from "../deriving/theme-level.ts"

/**
 * One criterion to be raised. A step is one level up, or evidence brought up to what the rule asks for: `steps`
 * counts both. `from` is what the criterion counts as now.
 */
export interface Upgrade {
  readonly criterion: CriterionId
  readonly from: Level
  readonly to: Level
  readonly moreEvidence: boolean
  readonly steps: number
}

/** Steps first, then criteria, as one whole number that adds up: no theme has as many criteria as a step costs. */
export type Cost = number

const stepCost = 1_000_000

/** The steps of a cost. */
export const stepsOf = (cost: Cost): number => wholeShare(cost, stepCost)

/** The criteria of a cost. */
export const criteriaOf = (cost: Cost): number => cost % stepCost

const costOf = (upgrade: Upgrade | null): Cost => (upgrade === null ? 0 : upgrade.steps * stepCost + 1)

/** All the cheapest ways to a level: what they cost, and the ways, made one by one as they are asked for. */
export interface ThemeUpgrades {
  readonly cost: Cost
  readonly sets: () => Iterable<ReadonlyArray<Upgrade>>
}

interface Raisable {
  readonly criterion: Criterion
  /** What it was judged, unjudged as none; what it counts as now; whether more evidence is needed to count. */
  readonly judged: Rank
  readonly counts: Rank
  readonly lacksEvidence: boolean
}

const raisable = (theme: Theme, { judgements, evidence, rule }: AwardCase): ReadonlyArray<Raisable> =>
  theme.criteria.flatMap((criterion) => {
    const judgement = ofCriterion(judgements, criterion.id) ?? "none"
    if (isSetAside(judgement)) return []
    const lacksEvidence =
      evidence !== undefined && (ofCriterion(evidence, criterion.id) ?? 0) < rule.minEvidence
    const judged = rankOf(judgement)
    return [{ criterion, judged, counts: lacksEvidence ? 0 : judged, lacksEvidence }]
  })

// With enough evidence a criterion counts as what it was judged, which may be more than was asked for.
const upgradeTo = ({ criterion, judged, counts, lacksEvidence }: Raisable, rank: Rank): Upgrade | null => {
  if (counts >= rank) return null
  const to = judged > rank ? judged : rank
  return {
    criterion: criterion.id,
    from: levelOf(counts),
    to: levelOf(to),
    moreEvidence: lacksEvidence,
    steps: to - judged + (lacksEvidence ? 1 : 0)
  }
}

// A criterion that may stay low or be raised to the level; `weight` counts only if it is raised.
interface Choice {
  readonly low: Upgrade | null
  readonly high: Upgrade | null
  readonly extra: Cost
  readonly weight: number
}

// The most weight that can be had for each cost, ascending in both: whatever costs more and weighs no more is out.
type Frontier = ReadonlyArray<{ readonly cost: Cost; readonly weight: number }>

const withChoice = (frontier: Frontier, { extra, weight }: Choice): Frontier => {
  const raised = frontier.map((point) => ({ cost: point.cost + extra, weight: point.weight + weight }))
  const points = [...frontier, ...raised].toSorted((a, b) => a.cost - b.cost || b.weight - a.weight)
  const best: Array<{ readonly cost: Cost; readonly weight: number }> = []
  for (const point of points) if (point.weight > (best.at(-1)?.weight ?? -1)) best.push(point)
  return best
}

// Whether so much weight can be had for so much cost.
const affords = (frontier: Frontier, cost: Cost, weight: number): boolean =>
  frontier.some((point) => point.cost <= cost && point.weight >= weight)

// Each way once: at every choice only what can still be completed at the cheapest cost is followed.
function* cheapest(
  choices: ReadonlyArray<Choice>,
  frontiers: ReadonlyArray<Frontier>,
  at: number,
  cost: Cost,
  weight: number
): Iterable<ReadonlyArray<Upgrade>> {
  const choice = choices[at]
  if (choice === undefined) {
    yield []
    return
  }
  const left = frontiers[at + 1] ?? []
  const { low, high, extra } = choice
  if (affords(left, cost - extra, weight - choice.weight)) {
    for (const rest of cheapest(choices, frontiers, at + 1, cost - extra, weight - choice.weight)) {
      yield high === null ? rest : [high, ...rest]
    }
  }
  if (affords(left, cost, weight)) {
    for (const rest of cheapest(choices, frontiers, at + 1, cost, weight))
      yield low === null ? rest : [low, ...rest]
  }
}

/**
 * The cheapest ways for a theme to reach a rank, all of them; null where it takes no part. Every criterion must
 * reach the rank less `criterionGap`, every essential one the rank itself, and of the others enough for the
 * majority.
 */
export const upgradesOfTheme = (theme: Theme, rank: Rank, input: AwardCase): ThemeUpgrades | null => {
  const { themeMajority, criterionGap } = input.rule
  const criteria = raisable(theme, input)
  if (criteria.length === 0) return null
  if (rank === 0) return { cost: 0, sets: () => [[]] }
  const choices: Array<Choice> = []
  const forced: Array<Upgrade> = []
  let applicable = 0
  let weightHeld = 0
  for (const one of criteria) {
    const { weight, essential } = one.criterion
    const high = upgradeTo(one, rank)
    const low = essential ? high : upgradeTo(one, nearestRank(rank - criterionGap))
    const extra = costOf(high) - costOf(low)
    applicable += weight
    if (extra === 0) {
      weightHeld += weight
      if (high !== null) forced.push(high)
    } else choices.push({ low, high, extra, weight })
  }
  const share = wholeShare(applicable * themeMajority.num, themeMajority.den)
  const isExact = share * themeMajority.den === applicable * themeMajority.num
  const asked = themeMajority.strict || !isExact ? share + 1 : share
  const missing = asked - weightHeld
  const frontiers: Array<Frontier> = [[{ cost: 0, weight: 0 }]]
  for (const choice of choices.toReversed()) frontiers.unshift(withChoice(frontiers[0] ?? [], choice))
  const extra = frontiers[0]?.find(({ weight }) => weight >= missing)?.cost ?? 0
  const base = [...forced, ...choices.map(({ low }) => low)].reduce(
    (sum, upgrade) => sum + costOf(upgrade),
    0
  )
  return {
    cost: base + extra,
    sets: function* () {
      for (const chosen of cheapest(choices, frontiers, 0, extra, missing)) yield [...forced, ...chosen]
    }
  }
}

/** Whether a theme is at a rank once a set of upgrades of its criteria is made. */
export const reachesWith = (
  theme: Theme,
  set: ReadonlyArray<Upgrade>,
  rank: Rank,
  input: AwardCase
): boolean => {
  const raised = new Map(set.map(({ criterion, to }) => [criterion, rankOf(to)]))
  const tally = emptyTally()
  for (const { criterion, counts } of raisable(theme, input)) {
    tallyCriterion(tally, raised.get(criterion.id) ?? counts, criterion.weight, criterion.essential)
  }
  return themeReaches(tally, rank, input.rule)
}
