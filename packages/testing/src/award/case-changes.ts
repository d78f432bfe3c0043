// Small changes of a case, each giving a new one: what the laws are about, and what the search for a smallest
// counter-example is made of.
import {
  type AwardCase,
  type Criterion,
  isSetAside,
  type Judgement,
  type Level,
  levels,
  rankOf,
  type Theme
} from "@lcqm/core"

/** The criteria of a case. */
export const criteriaIn = ({ criteriaSet }: AwardCase): ReadonlyArray<Criterion> =>
  criteriaSet.themes.flatMap(({ criteria }) => criteria)

/** A judgement of the case: own keys only, since an id may be `constructor`. */
export const judgementOf = ({ judgements }: AwardCase, id: string): Judgement | undefined =>
  Object.hasOwn(judgements, id) ? judgements[id] : undefined

/** The level a criterion was judged at; undefined where it is set aside or unjudged. */
export const judgedLevel = (input: AwardCase, id: string): Level | undefined => {
  const judgement = judgementOf(input, id)
  return judgement === undefined || isSetAside(judgement) ? undefined : judgement
}

/** How many items of evidence count for a criterion. */
export const itemsOf = ({ evidence = {} }: AwardCase, id: string): number =>
  Object.hasOwn(evidence, id) ? (evidence[id] ?? 0) : 0

/** The case with one criterion judged otherwise. */
export const withJudgement = (input: AwardCase, id: string, judgement: Judgement): AwardCase => ({
  ...input,
  judgements: { ...input.judgements, [id]: judgement }
})

/** The case with so many items of evidence for one criterion. */
export const withItems = (input: AwardCase, id: string, items: number): AwardCase => ({
  ...input,
  evidence: { ...input.evidence, [id]: items }
})

/** The case with the criteria of each theme changed. */
export const withCriteria = (
  input: AwardCase,
  change: (criteria: Theme["criteria"]) => Theme["criteria"]
): AwardCase => ({
  ...input,
  criteriaSet: {
    ...input.criteriaSet,
    themes: input.criteriaSet.themes.map((theme) => ({ ...theme, criteria: change(theme.criteria) }))
  }
})

const kept = <A>(record: Readonly<Record<string, A>>, ids: ReadonlySet<string>): Record<string, A> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)))

/** The case with only the criteria that are to stay; a theme without any goes too. */
export const onlyCriteria = (input: AwardCase, stays: (criterion: Criterion) => boolean): AwardCase => {
  const themes = input.criteriaSet.themes
    .map((theme) => ({ ...theme, criteria: theme.criteria.filter(stays) }))
    .filter(({ criteria }) => criteria.length > 0)
  const ids = new Set(themes.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
  return {
    ...input,
    criteriaSet: { ...input.criteriaSet, themes },
    judgements: kept(input.judgements, ids),
    ...(input.evidence === undefined ? {} : { evidence: kept(input.evidence, ids) })
  }
}

/** The case without its evidence, so that the evidence gate is not applied. */
export const withoutEvidence = ({ criteriaSet, judgements, rule }: AwardCase): AwardCase => ({
  criteriaSet,
  rule,
  judgements
})

/** The case with every criterion judged at a level, and no question of evidence. */
export const unanimousAt = (input: AwardCase, level: Level): AwardCase => ({
  ...withoutEvidence(input),
  judgements: Object.fromEntries(criteriaIn(input).map(({ id }) => [id, level]))
})

/** The case with every criterion of a theme judged as the theme's first one that applies, and no evidence. */
export const evenThemes = (input: AwardCase): AwardCase => ({
  ...withoutEvidence(input),
  judgements: Object.fromEntries(
    input.criteriaSet.themes.flatMap(({ criteria }) => {
      const first = criteria.map(({ id }) => judgedLevel(input, id)).find((level) => level !== undefined)
      return criteria.map(({ id }) => [id, first ?? "none"] as const)
    })
  )
})

/** The level of a rank, or the nearest there is: below none is none, above Gold is Gold. */
export const levelAt = (rank: number): Level => levels[Math.max(0, Math.min(3, rank))] ?? "none"

/** The id of the criteria sets that are drawn. */
const drawn = "generated"

/** A drawn case with its themes and criteria numbered from 0 again; a case on anyone's own criteria set as it is. */
export const renumbered = (input: AwardCase): AwardCase => {
  if (input.criteriaSet.id !== drawn) return input
  const themes = input.criteriaSet.themes.map((theme, t) => ({
    ...theme,
    id: `t${t}`,
    title: `Theme ${t}`,
    criteria: theme.criteria.map((criterion, c) => ({
      ...criterion,
      id: `t${t}.c${c}`,
      title: `Criterion ${t}.${c}`
    }))
  }))
  const ids = themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))
  const before = criteriaIn(input).map(({ id }) => id)
  const moved = <A>(record: Readonly<Record<string, A>>): Record<string, A> =>
    Object.fromEntries(
      ids.flatMap((id, at) => {
        const was = before[at] ?? ""
        const value = Object.hasOwn(record, was) ? record[was] : undefined
        return value === undefined ? [] : [[id, value] as const]
      })
    )
  return {
    ...input,
    criteriaSet: { ...input.criteriaSet, themes },
    judgements: moved(input.judgements),
    ...(input.evidence === undefined ? {} : { evidence: moved(input.evidence) })
  }
}

/** The lowest and the highest of some levels' ranks. */
export const spanOf = (
  levels: ReadonlyArray<Level>
): { readonly lowest: number; readonly highest: number } => {
  const ranks = levels.map(rankOf)
  return { lowest: Math.min(...ranks), highest: Math.max(...ranks) }
}
