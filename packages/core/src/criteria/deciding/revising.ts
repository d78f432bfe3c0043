// What has to be drafted so that a draft becomes this criteria set: only what differs, so that a draft that is given
// again whole tells in its history which themes changed.
import { Schema } from "effect"
import { type CriteriaSet, Theme } from "../set/criteria-set.ts"
import type { CriteriaEvent } from "../version/events.ts"
import type { CriteriaState } from "../version/state.ts"
import { Tip } from "../set/tip.ts"

const sameTheme = Schema.toEquivalence(Schema.toType(Theme))
const sameTips = Schema.toEquivalence(Schema.Array(Tip))

/** Whether two themes say the same, word for word. */
export const isSameTheme = (one: Theme, other: Theme): boolean => sameTheme(one, other)

const headingOf = (scheme: string, { id, notice, title, version }: CriteriaSet) => ({
  scheme,
  version,
  id,
  title,
  ...(notice === undefined ? {} : { notice })
})

// Themes keep their places up to the first that is to stand elsewhere; from there on they are dropped and drafted
// again in the new order, since a theme that is drafted for the first time comes last.
const themesRevised = (
  drafted: ReadonlyArray<Theme>,
  wanted: ReadonlyArray<Theme>
): ReadonlyArray<CriteriaEvent> => {
  const kept = drafted.filter(({ id }) => wanted.some((each) => each.id === id))
  const elsewhere = kept.findIndex(({ id }, place) => wanted[place]?.id !== id)
  const stay = elsewhere === -1 ? kept : kept.slice(0, elsewhere)
  const dropped = drafted.filter((theme) => !stay.includes(theme))
  return [
    ...dropped.map(({ id }) => ({ type: "ThemeDropped.v1" as const, data: { theme: id } })),
    ...wanted
      .filter((theme) => {
        const there = stay.find(({ id }) => id === theme.id)
        return there === undefined || !isSameTheme(there, theme)
      })
      .map((theme) => ({ type: "ThemeDrafted.v1" as const, data: { theme } }))
  ]
}

/** The events by which a draft, or nothing yet, becomes this criteria set; none where it is that already. */
export const revising = (
  state: CriteriaState,
  scheme: string,
  wanted: CriteriaSet
): ReadonlyArray<CriteriaEvent> => {
  const { id, notice, title } = state
  const heading =
    state.drafted && id === wanted.id && title === wanted.title && notice === wanted.notice
      ? []
      : [{ type: "CriteriaSetDrafted.v1" as const, data: headingOf(scheme, wanted) }]
  const tips = wanted.tips ?? []
  return [
    ...heading,
    ...themesRevised(state.themes, wanted.themes),
    ...(sameTips(state.tips, tips) ? [] : [{ type: "TipsDrafted.v1" as const, data: { tips } }])
  ]
}
