// A criteria set as files and events hold it: themes, their criteria, and what each level looks like. It is
// data with a version, because the scheme publishes neither its criteria nor the names of its themes.
import { Effect, type Result, Schema } from "effect"
import { decoderOf, type Malformed } from "../../vocabulary/malformed.ts"
import { longestIdentifier, Version } from "../../vocabulary/identifiers.ts"
import { longestText } from "../../vocabulary/text.ts"
import { type Tip, Tips } from "./tip.ts"
import { CriterionId, Descriptors, longestTitle, ThemeId, wording } from "./wording.ts"

export { CriterionId, Descriptors, longestTitle, ThemeId } from "./wording.ts"

/** The heaviest criterion. With the two limits below, weight x denominator stays an exact integer (under 2^53). */
export const heaviestWeight = 1_000_000_000

/** More themes than any mark has (the largest known have nine), few enough to read. */
export const mostThemes = 100

/** More criteria than a theme can be read with; keeps the sums of weights exact. */
export const mostCriteriaInTheme = 500

/**
 * One thing a school is judged on. `weight` is a whole number from 1 (default 1); an `essential` criterion
 * (default: not) is never set aside, and no theme stands above it.
 */
export const Criterion = Schema.Struct({
  id: CriterionId,
  title: wording("a title", longestTitle),
  weight: Schema.Int.check(
    Schema.isBetween(
      { minimum: 1, maximum: heaviestWeight },
      { expected: `a whole number from 1 to ${heaviestWeight}` }
    )
  ).pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))),
  essential: Schema.Boolean.pipe(Schema.withDecodingDefaultKey(Effect.succeed(false))),
  descriptors: Schema.optionalKey(Descriptors)
}).annotate({ identifier: "Criterion" })
export type Criterion = typeof Criterion.Type

/** A theme: what its criteria have in common. Source: "grouped under six key themes". */
export const Theme = Schema.Struct({
  id: ThemeId,
  title: wording("a title", longestTitle),
  criteria: Schema.Array(Criterion).check(
    Schema.isMinLength(1, { expected: "at least one criterion" }),
    Schema.isMaxLength(mostCriteriaInTheme, { expected: `at most ${mostCriteriaInTheme} criteria` })
  )
}).annotate({ identifier: "Theme" })
export type Theme = typeof Theme.Type

interface Twice {
  readonly path: ReadonlyArray<string | number>
  readonly issue: string
}

// The second of two is the one named: the first was there already.
const twice = (
  what: string,
  ids: ReadonlyArray<{ readonly id: string; readonly path: ReadonlyArray<string | number> }>
): ReadonlyArray<Twice> => {
  const seen = new Set<string>()
  const found: Array<Twice> = []
  for (const { id, path } of ids) {
    if (seen.has(id)) found.push({ path, issue: `${what} that occurs once in the criteria set` })
    seen.add(id)
  }
  return found
}

/**
 * A criteria set, in the form that files, events and the command line hold it. Theme ids and criterion ids are
 * each unique across the set. `notice` is what a reader must be told first, where there is such a thing; `tips` are
 * top tips, which nothing is judged by.
 */
export const CriteriaSet = Schema.Struct({
  id: wording("a criteria set's id", longestIdentifier),
  version: Version,
  title: wording("a title", longestTitle),
  notice: Schema.optionalKey(wording("a notice", longestText)),
  themes: Schema.Array(Theme).check(
    Schema.isMinLength(1, { expected: "at least one theme" }),
    Schema.isMaxLength(mostThemes, { expected: `at most ${mostThemes} themes` })
  ),
  tips: Schema.optionalKey(Tips.check(Schema.isMinLength(1, { expected: "at least one tip, or no `tips`" })))
})
  .check(
    Schema.makeFilter(
      (set: { readonly themes: ReadonlyArray<Theme>; readonly tips?: ReadonlyArray<Tip> }) => [
        ...twice(
          "a theme id",
          set.themes.map(({ id }, t) => ({ id, path: ["themes", t, "id"] }))
        ),
        ...twice(
          "a criterion id",
          set.themes.flatMap(({ criteria }, t) =>
            criteria.map(({ id }, c) => ({ id, path: ["themes", t, "criteria", c, "id"] }))
          )
        ),
        ...twice(
          "a tip's id",
          (set.tips ?? []).map(({ id }, t) => ({ id, path: ["tips", t, "id"] }))
        )
      ]
    )
  )
  .annotate({ identifier: "CriteriaSet", description: "A criteria set: themes and their criteria." })
export type CriteriaSet = typeof CriteriaSet.Type

/**
 * Reads a criteria set from outside (parsed JSON). What is left out of `weight` and `essential` takes its
 * default (1, false); unknown keys are refused. Fails with `Malformed`, which names every problem found.
 * Source: design, "Interchange".
 * @example
 * ```ts
 * import { decodeCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const read = decodeCriteriaSet({ id: "mine", version: "1", title: "Mine",
 *   themes: [{ id: "a", title: "A", criteria: [{ id: "a.one", title: "One" }] }] })
 * Result.isSuccess(read) && read.success.themes[0]?.criteria[0]?.weight // => 1
 * ```
 */
export const decodeCriteriaSet: (input: unknown) => Result.Result<CriteriaSet, Malformed> = decoderOf(
  "criteria set",
  CriteriaSet
)
