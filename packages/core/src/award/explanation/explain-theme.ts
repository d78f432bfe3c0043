// The part of an explanation below a theme: step 3's terms, the criteria, their judgements and their evidence.
import type { Criterion, Theme } from "../../criteria/set/criteria-set.ts"
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { ofCriterion } from "../case/criterion-ids.ts"
import { type AwardCase, countsAs } from "../deriving/derive.ts"
import type {
  CriterionNode,
  EventIds,
  EvidenceLeaf,
  Provenance,
  ThemeNode,
  ThemeTerm
} from "./explanation.ts"
import { nearestRank } from "../rank.ts"
import type { RuleSet } from "../rule/rule-set.ts"
import {
  emptyTally,
  isMajorityAt,
  rankOfTheme,
  tallyCriterion,
  type ThemeTally,
  weightAt
} from "../deriving/theme-level.ts"

/** Each event id once, in the order of the nodes. */
export const eventsOf = (nodes: ReadonlyArray<{ readonly events: EventIds } | null>): EventIds => [
  ...new Set(nodes.flatMap((node) => node?.events ?? []))
]

const evidenceLeaf = (
  { id }: Criterion,
  { evidence, rule }: AwardCase,
  provenance: Provenance
): EvidenceLeaf | null => {
  if (evidence === undefined) return null
  const items = ofCriterion(evidence, id) ?? 0
  return {
    kind: "evidence",
    items,
    needed: rule.minEvidence,
    enough: items >= rule.minEvidence,
    events: ofCriterion(provenance.evidence ?? {}, id) ?? []
  }
}

const explainCriterion = (criterion: Criterion, input: AwardCase, provenance: Provenance): CriterionNode => {
  const { id, title, weight, essential } = criterion
  const judged = ofCriterion(input.judgements, id) ?? null
  const judgement = {
    kind: "judgement",
    judged,
    events: ofCriterion(provenance.judgements ?? {}, id) ?? []
  } as const
  const evidence = evidenceLeaf(criterion, input, provenance)
  const node = { kind: "criterion", id, title, weight, essential, judgement, evidence } as const
  const events = eventsOf([judgement, evidence])
  if (judged === null) return { ...node, verdict: "unjudged", countsAs: "none", events }
  if (typeof judged === "object") return { ...node, verdict: "set aside", countsAs: null, events }
  const level = levelOf(countsAs(rankOf(judged), id, input.evidence, input.rule))
  const verdict = evidence === null || evidence.enough ? "judged" : "too little evidence"
  return { ...node, verdict, countsAs: level, events }
}

const below = (criteria: ReadonlyArray<CriterionNode>, rank: Rank): ReadonlyArray<string> =>
  criteria.filter(({ countsAs }) => countsAs !== null && rankOf(countsAs) < rank).map(({ id }) => id)

// Without an essential criterion there is nothing to compare, so the term is left out.
const themeTerms = (
  rank: Rank,
  tally: ThemeTally,
  criteria: ReadonlyArray<CriterionNode>,
  rule: RuleSet
): ReadonlyArray<ThemeTerm> => {
  const at = levelOf(rank)
  const { num, den, strict } = rule.themeMajority
  const essentials = criteria.filter(({ essential }) => essential)
  const lowestForGap = nearestRank(rank - rule.criterionGap)
  return [
    {
      kind: "majority",
      at,
      holds: isMajorityAt(tally, rank, rule),
      weight: weightAt(tally, rank),
      of: tally.applicable,
      num,
      den,
      strict,
      below: below(criteria, rank)
    },
    ...(essentials.length === 0
      ? []
      : [
          {
            kind: "essential",
            at,
            holds: tally.lowestEssential >= rank,
            lowest: levelOf(tally.lowestEssential),
            below: below(essentials, rank)
          } as const
        ]),
    {
      kind: "weakest",
      at,
      holds: tally.weakest >= lowestForGap,
      weakest: levelOf(tally.weakest),
      criterionGap: rule.criterionGap,
      below: below(criteria, lowestForGap)
    }
  ]
}

const tallyOf = (criteria: ReadonlyArray<CriterionNode>): ThemeTally => {
  const tally = emptyTally()
  for (const { countsAs, weight, essential } of criteria) {
    if (countsAs !== null) tallyCriterion(tally, rankOf(countsAs), weight, essential)
  }
  return tally
}

/** The terms of step 3 that a theme that takes part fails at a level. */
export const failedInTheme = (theme: Theme, level: Level, input: AwardCase): ReadonlyArray<ThemeTerm> => {
  const criteria = theme.criteria.map((criterion) => explainCriterion(criterion, input, {}))
  return themeTerms(rankOf(level), tallyOf(criteria), criteria, input.rule).filter(({ holds }) => !holds)
}

/** Explains a theme. */
export const explainTheme = (theme: Theme, input: AwardCase, provenance: Provenance): ThemeNode => {
  const criteria = theme.criteria.map((criterion) => explainCriterion(criterion, input, provenance))
  const node = {
    kind: "theme",
    id: theme.id,
    title: theme.title,
    criteria,
    events: eventsOf(criteria)
  } as const
  const tally = tallyOf(criteria)
  if (tally.applicable === 0) return { ...node, level: null, terms: [], next: null }
  const rank = rankOfTheme(tally, input.rule)
  const above = nearestRank(rank + 1)
  return {
    ...node,
    level: levelOf(rank),
    terms: rank === 0 ? [] : themeTerms(rank, tally, criteria, input.rule),
    next:
      above === rank
        ? null
        : {
            level: levelOf(above),
            failed: themeTerms(above, tally, criteria, input.rule).filter(({ holds }) => !holds)
          }
  }
}
