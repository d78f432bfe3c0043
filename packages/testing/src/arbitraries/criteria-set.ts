// Criteria sets of every small shape, from one theme with one criterion upwards.
import type { CriteriaSet, Criterion } from "@lcqm/core"
import * as fc from "fast-check"
import { awkwardWords } from "./words.ts"

/** How large a criteria set is, and what is in it. */
export interface CriteriaSetOptions {
  /** At most so many themes (default 6). */
  readonly mostThemes?: number
  /** At most so many criteria a theme (default 4). */
  readonly mostCriteria?: number
  /** The heaviest weight (default 4). */
  readonly heaviest?: number
  /** Whether some criteria are essential (default true). */
  readonly essentials?: boolean
  /** Whether some criterion ids are words that break programs, as `constructor` (default false). */
  readonly awkwardIds?: boolean
}

interface Drawn {
  readonly weight: number
  readonly essential: boolean
  readonly id: string | undefined
}

const mostlyNot = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant(false), weight: 5 },
  { arbitrary: fc.constant(true), weight: 1 }
)

const awkwardId = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant(undefined), weight: 3 },
  { arbitrary: fc.constantFrom("constructor", "__proto__", "toString", ...awkwardWords), weight: 1 }
)

const criteriaSetOf = (themes: ReadonlyArray<ReadonlyArray<Drawn>>): CriteriaSet => {
  const ids = new Set<string>()
  const criterion = ({ essential, id: drawn, weight }: Drawn, t: number, c: number): Criterion => {
    const id = drawn === undefined || ids.has(drawn) ? `t${t}.c${c}` : drawn
    ids.add(id)
    return { id, title: `Criterion ${t}.${c}`, weight, essential }
  }
  return {
    id: "generated",
    version: "1",
    title: "Generated",
    themes: themes.map((criteria, t) => ({
      id: `t${t}`,
      title: `Theme ${t}`,
      criteria: criteria.map((drawn, c) => criterion(drawn, t, c))
    }))
  }
}

/**
 * Any criteria set of a size; version 1, theme ids `t0`, `t1`, …, criterion ids `t0.c0`, … Shrinks to one theme
 * with one criterion of weight 1 that is not essential.
 * @example
 * ```ts
 * import { decodeCriteriaSet } from "@lcqm/core"
 * import { anyCriteriaSet } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyCriteriaSet({ mostThemes: 3 }), { seed: 1, numRuns: 100 })
 * drawn.every(({ themes }) => themes.length >= 1 && themes.length <= 3) // => true
 * drawn.every((set) => decodeCriteriaSet(set)._tag === "Success") // => true
 * ```
 */
export const anyCriteriaSet = ({
  awkwardIds = false,
  essentials = true,
  heaviest = 4,
  mostCriteria = 4,
  mostThemes = 6
}: CriteriaSetOptions = {}): fc.Arbitrary<CriteriaSet> =>
  fc
    .array(
      fc.array(
        fc.record({
          weight: fc.integer({ min: 1, max: heaviest }),
          essential: essentials ? mostlyNot : fc.constant(false),
          id: awkwardIds ? awkwardId : fc.constant(undefined)
        }),
        { minLength: 1, maxLength: mostCriteria }
      ),
      { minLength: 1, maxLength: mostThemes }
    )
    .map(criteriaSetOf)

/**
 * The criteria of a set, theme by theme.
 * @example
 * ```ts
 * import { sampleCriteriaSet } from "@lcqm/core"
 * import { criteriaIn } from "@lcqm/testing/arbitraries"
 * criteriaIn(sampleCriteriaSet).length // => 18
 * ```
 */
export const criteriaIn = ({ themes }: Pick<CriteriaSet, "themes">): ReadonlyArray<Criterion> =>
  themes.flatMap(({ criteria }) => criteria)
