// What it takes to bring one theme to a level: the criteria that must rise whatever else does, and of the others
// the cheapest that make up the majority. Exact: a knapsack over the theme's criteria, solved by costs.
import type { Criterion, CriterionId, Theme } from "../../criteria/set/criteria-set.ts"
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { ofCriterion } from "../case/criterion-ids.ts"
import type { AwardCase } from "../deriving/derive.ts"
import { isSetAside } from "../case/judgement.ts"
import { higherOf, nearestRank, wholeShare } from "../rank.ts"
import { emptyTally, tallyCriterion, themeReaches, type ThemeRule } from "../deriving/theme-level.ts"

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
export interface Upgrades {
  readonly cost: Cost
  readonly sets: () => Iterable<ReadonlyArray<Upgrade>>
}

/** An applicable criterion as the what-if sees it. */
export interface Raisable {
  readonly criterion: Criterion
  /** What it was judged, unjudged as none; what it counts as now; whether more evidence is needed to count. */
  readonly judged: Rank
  readonly counts: Rank
  readonly lacksEvidence: boolean
}

/** The criteria of a theme that apply. */
export const raisableIn = (
  theme: Theme,
  { judgements, evidence, rule }: AwardCase
): ReadonlyArray<Raisable> =>
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
  const to = higherOf(judged, rank)
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
  readonly high: Upgrade
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

// A choice and those after it, with what can be had of them; where `choice` is null there are no more.
type Choices =
  | { readonly frontier: Frontier; readonly choice: null }
  | { readonly frontier: Frontier; readonly choice: Choice; readonly after: Choices }

const chained = (choices: ReadonlyArray<Choice>): Choices =>
  choices.reduceRight<Choices>(
    (after, choice) => ({ frontier: withChoice(after.frontier, choice), choice, after }),
    { frontier: [{ cost: 0, weight: 0 }], choice: null }
  )

// Each way once: at every choice only what can still be completed at the cheapest cost is followed.
function* cheapest(choices: Choices, cost: Cost, weight: number): Iterable<ReadonlyArray<Upgrade>> {
  if (choices.choice === null) {
    yield []
    return
  }
  const { after } = choices
  const { choice } = choices
  const { extra, high, low } = choice
  if (affords(after.frontier, cost - extra, weight - choice.weight)) {
    for (const rest of cheapest(after, cost - extra, weight - choice.weight)) yield [high, ...rest]
  }
  if (affords(after.frontier, cost, weight)) {
    for (const rest of cheapest(after, cost, weight)) yield low === null ? rest : [low, ...rest]
  }
}

/**
 * The cheapest ways for a theme to reach a rank, all of them. Every criterion must reach the rank less
 * `criterionGap`, every essential one the rank itself, and of the others enough for the majority.
 */
export const upgradesOfTheme = (
  criteria: ReadonlyArray<Raisable>,
  rank: Rank,
  { criterionGap, themeMajority }: ThemeRule
): Upgrades => {
  const choices: Array<Choice> = []
  const forced: Array<Upgrade> = []
  let applicable = 0
  let weightHeld = 0
  for (const one of criteria) {
    const { weight, essential } = one.criterion
    applicable += weight
    const high = upgradeTo(one, rank)
    if (high === null) {
      weightHeld += weight
      continue
    }
    const low = essential ? high : upgradeTo(one, nearestRank(rank - criterionGap))
    const extra = costOf(high) - costOf(low)
    if (extra === 0) {
      weightHeld += weight
      forced.push(high)
    } else choices.push({ low, high, extra, weight })
  }
  const share = wholeShare(applicable * themeMajority.num, themeMajority.den)
  const isExact = share * themeMajority.den === applicable * themeMajority.num
  const asked = themeMajority.strict || !isExact ? share + 1 : share
  const missing = asked - weightHeld
  const chain = chained(choices)
  const extra = chain.frontier.find(({ weight }) => weight >= missing)?.cost ?? 0
  const base = [...forced, ...choices.map(({ low }) => low)].reduce(
    (sum, upgrade) => sum + costOf(upgrade),
    0
  )
  return {
    cost: base + extra,
    sets: function* () {
      for (const chosen of cheapest(chain, extra, missing)) yield [...forced, ...chosen]
    }
  }
}

/** Whether a theme is at a rank once a set of upgrades of its criteria is made. */
export const reachesWith = (
  criteria: ReadonlyArray<Raisable>,
  set: ReadonlyArray<Upgrade>,
  rank: Rank,
  rule: ThemeRule
): boolean => {
  const raised = new Map(set.map(({ criterion, to }) => [criterion, rankOf(to)]))
  const tally = emptyTally()
  for (const { criterion, counts } of criteria) {
    tallyCriterion(tally, raised.get(criterion.id) ?? counts, criterion.weight, criterion.essential)
  }
  return themeReaches(tally, rank, rule)
}
