// Drafting: a version is drafted as a whole or theme by theme, and revised so, until it is published.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { DraftCriteriaSet, DraftTheme, DropTheme } from "./commands.ts"
import { mostThemes, type Theme } from "../set/criteria-set.ts"
import { isSameTheme, revising } from "./revising.ts"
import { handleSet, handleVersion } from "../version/slice.ts"
import { draftOf, inTheSet, open } from "../version/standing.ts"
import type { CriteriaState } from "../version/state.ts"

/** Refused: a criterion's id stands once in a criteria set. */
export const CriterionIdTaken = rejection("CriterionIdTaken", (d: { criterion: string; theme: string }) => [
  `The criterion id ${d.criterion} stands in theme ${d.theme} already, and would stand twice.`,
  "Give it an id of its own, or take it out of the other place first."
])

/** Refused: a criteria set has no more themes than can be read. */
export const TooManyThemes = rejection("TooManyThemes", (d: { version: string; most: number }) => [
  `Version ${d.version} of the criteria set has ${d.most} themes already, which is as many as there may be.`,
  "Drop one first (DropTheme)."
])

/** Refused: a criteria set has one theme at least. */
export const LastTheme = rejection("LastTheme", (d: { theme: string; version: string }) => [
  `${d.theme} is the only theme of version ${d.version}, and a criteria set has one at least.`,
  "Draft another first (DraftTheme), or withdraw the draft (WithdrawCriteriaSet)."
])

const twiceIn = ({ criteria }: Theme): string | undefined =>
  criteria.find(({ id }, place) => criteria.findIndex((each) => each.id === id) < place)?.id

/** The theme where its criteria have ids of their own in the draft. */
const withIdsOfItsOwn = ({ themes }: CriteriaState, theme: Theme): Result.Result<Theme, Rejection> => {
  const twice = twiceIn(theme)
  if (twice !== undefined) return Result.fail(CriterionIdTaken({ criterion: twice, theme: theme.id }))
  const wanted = new Set(theme.criteria.map(({ id }) => id))
  for (const other of themes) {
    const taken = other.id === theme.id ? undefined : other.criteria.find(({ id }) => wanted.has(id))
    if (taken !== undefined) return Result.fail(CriterionIdTaken({ criterion: taken.id, theme: other.id }))
  }
  return Result.succeed(theme)
}

/** How drafting is decided. */
export const draftingHandlers = [
  handleSet(DraftCriteriaSet, {
    decide: ({ data: { criteriaSet, scheme } }, state) =>
      Result.map(open(state, criteriaSet.version), () => revising(state, scheme, criteriaSet))
  }),
  handleVersion(DraftTheme, {
    decide: ({ data: { theme, version } }, state) =>
      Result.gen(function* () {
        const { themes } = yield* draftOf(state, version)
        yield* withIdsOfItsOwn(state, theme)
        const there = themes.find(({ id }) => id === theme.id)
        if (there === undefined && themes.length >= mostThemes) {
          return yield* Result.fail(TooManyThemes({ version, most: mostThemes }))
        }
        return there !== undefined && isSameTheme(there, theme)
          ? []
          : [{ type: "ThemeDrafted.v1", data: { theme } } as const]
      })
  }),
  handleVersion(DropTheme, {
    decide: ({ data: { theme, version } }, state) =>
      Result.gen(function* () {
        const { themes } = yield* draftOf(state, version)
        yield* inTheSet(state, version, { theme })
        if (themes.length === 1) return yield* Result.fail(LastTheme({ theme, version }))
        return [{ type: "ThemeDropped.v1", data: { theme } }] as const
      })
  })
]
