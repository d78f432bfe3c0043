// How two versions of a criteria set differ: by id, so that a reworded criterion is the same criterion, and one under
// another id is another.
import { Schema } from "effect"
import type { CriteriaSet, Criterion, Theme } from "../set/criteria-set.ts"
import { Tip } from "../set/tip.ts"
import { Descriptors } from "../set/wording.ts"
import type { CriteriaChange, CriteriaDifference, CriterionPlace } from "./change.ts"
import { reordered } from "./places.ts"

const sameDescriptors = Schema.toEquivalence(Schema.UndefinedOr(Descriptors))
const sameTip = Schema.toEquivalence(Tip)

interface Standing {
  readonly criterion: Criterion
  readonly place: CriterionPlace
}

const byId = ({ themes }: CriteriaSet): ReadonlyMap<string, Standing> =>
  new Map(
    themes.flatMap(({ criteria, id: theme }) =>
      criteria.map((criterion, at) => [criterion.id, { criterion, place: { theme, at } }] as const)
    )
  )

const heading = (from: CriteriaSet, to: CriteriaSet): ReadonlyArray<CriteriaChange> =>
  (["id", "version", "title", "notice"] as const)
    .filter((field) => from[field] !== to[field])
    .map((field) => ({ change: "heading reworded", field, from: from[field], to: to[field] }))

const themes = (from: CriteriaSet, to: CriteriaSet): ReadonlyArray<CriteriaChange> => {
  const before = new Map(from.themes.map((theme) => [theme.id, theme]))
  const after = new Map(to.themes.map((theme) => [theme.id, theme]))
  const { added, moved, removed } = reordered([...before.keys()], [...after.keys()])
  return [
    ...removed.map((theme) => ({
      change: "theme removed" as const,
      theme,
      title: before.get(theme)?.title ?? ""
    })),
    ...added.map(({ at, id: theme }) => ({
      change: "theme added" as const,
      theme,
      title: after.get(theme)?.title ?? "",
      at
    })),
    ...moved.map(({ id: theme, ...places }) => ({ change: "theme moved" as const, theme, ...places })),
    ...to.themes.flatMap(({ id: theme, title }) => {
      const was = before.get(theme)?.title
      return was === undefined || was === title
        ? []
        : [{ change: "theme reworded" as const, theme, from: was, to: title }]
    })
  ]
}

// Within a theme that stays, the fewest move; whoever changes theme moves in any case.
const movedWithin = (from: ReadonlyArray<Theme>, to: ReadonlyArray<Theme>): ReadonlySet<string> =>
  new Set(
    to.flatMap(({ criteria, id }) => {
      const before = from.find((theme) => theme.id === id)?.criteria ?? []
      const ids = (list: ReadonlyArray<Criterion>) => list.map((each) => each.id)
      return reordered(ids(before), ids(criteria)).moved.map((each) => each.id)
    })
  )

const rewritten = (from: Criterion, to: Criterion): ReadonlyArray<CriteriaChange> => {
  const { id: criterion } = to
  const changes: Array<CriteriaChange> = []
  if (from.title !== to.title) {
    changes.push({ change: "criterion reworded", criterion, from: from.title, to: to.title })
  }
  if (!sameDescriptors(from.descriptors, to.descriptors)) {
    const [was, is] = [from.descriptors, to.descriptors]
    changes.push({ change: "criterion re-levelled", criterion, from: was, to: is })
  }
  if (from.weight !== to.weight) {
    changes.push({ change: "weight changed", criterion, from: from.weight, to: to.weight })
  }
  if (from.essential !== to.essential) {
    changes.push({ change: "essential changed", criterion, from: from.essential, to: to.essential })
  }
  return changes
}

const criteria = (from: CriteriaSet, to: CriteriaSet): ReadonlyArray<CriteriaChange> => {
  const [before, after] = [byId(from), byId(to)]
  const within = movedWithin(from.themes, to.themes)
  return [
    ...[...before].flatMap(([id, { criterion, place }]) =>
      after.has(id)
        ? []
        : [
            {
              change: "criterion removed" as const,
              criterion: id,
              title: criterion.title,
              theme: place.theme
            }
          ]
    ),
    ...[...after].flatMap(([id, { criterion, place }]): ReadonlyArray<CriteriaChange> => {
      const was = before.get(id)
      if (was === undefined) return [{ change: "criterion added", criterion, at: place }]
      const moves = was.place.theme !== place.theme || within.has(id)
      return [
        ...(moves ? [{ change: "criterion moved" as const, criterion: id, from: was.place, to: place }] : []),
        ...rewritten(was.criterion, criterion)
      ]
    })
  ]
}

const tips = (
  { tips: from = [] }: CriteriaSet,
  { tips: to = [] }: CriteriaSet
): ReadonlyArray<CriteriaChange> => {
  const before = new Map(from.map((tip) => [tip.id, tip]))
  const after = new Map(to.map((tip) => [tip.id, tip]))
  const { moved } = reordered([...before.keys()], [...after.keys()])
  return [
    ...from.flatMap((tip) => (after.has(tip.id) ? [] : [{ change: "tip removed" as const, tip }])),
    ...to.flatMap((tip, at) => (before.has(tip.id) ? [] : [{ change: "tip added" as const, tip, at }])),
    ...moved.map(({ id: tip, ...places }) => ({ change: "tip moved" as const, tip, ...places })),
    ...to.flatMap((tip) => {
      const was = before.get(tip.id)
      return was === undefined || sameTip(was, tip)
        ? []
        : [{ change: "tip reworded" as const, from: was, to: tip }]
    })
  ]
}

/**
 * What differs between two criteria sets. Complete: `applyCriteriaDifference` makes the second of the first by it.
 * @example
 * ```ts
 * import { diffCriteriaSets, sampleCriteriaSet } from "@lcqm/core"
 * diffCriteriaSets(sampleCriteriaSet, sampleCriteriaSet).changes // => []
 * const fewer = { ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(1) }
 * const kinds = diffCriteriaSets(sampleCriteriaSet, fewer).changes.map(({ change }) => change)
 * kinds[0] // => "theme removed"
 * kinds.filter((kind) => kind === "criterion removed").length // => 3
 * ```
 */
export const diffCriteriaSets = (from: CriteriaSet, to: CriteriaSet): CriteriaDifference => ({
  from: { id: from.id, version: from.version },
  to: { id: to.id, version: to.version },
  changes: [...heading(from, to), ...themes(from, to), ...criteria(from, to), ...tips(from, to)]
})
