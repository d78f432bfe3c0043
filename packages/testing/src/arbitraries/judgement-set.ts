// Judgement sets: mostly near one level, so that every level is indicated often; set aside within the rule's cap.
import {
  type CriteriaSet,
  type Judgement,
  type JudgementSet,
  type Level,
  levels,
  rankOf,
  type RuleSet
} from "@lcqm/core"
import * as fc from "fast-check"
import { criteriaIn } from "./criteria-set.ts"
import { anyLevel } from "./level.ts"

/** What a judgement set may hold. */
export interface JudgementSetOptions {
  /** Whether criteria are set aside, never more than the rule permits (default true). */
  readonly setAside?: boolean
  /** Whether criteria may be left unjudged (default false). */
  readonly incomplete?: boolean
}

interface Drawn {
  /** At the level that most of the set are at, so far above or below it, or at another. */
  readonly near: 0 | -1 | 1 | Level
  readonly how: "at a level" | "set aside" | "not yet"
}

const anyHow = ({ incomplete = false, setAside = true }: JudgementSetOptions): fc.Arbitrary<Drawn["how"]> =>
  fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant("at a level" as const), weight: 5 },
    ...(setAside ? [{ arbitrary: fc.constant("set aside" as const), weight: 1 }] : []),
    ...(incomplete ? [{ arbitrary: fc.constant("not yet" as const), weight: 1 }] : [])
  )

const anyNear: fc.Arbitrary<Drawn["near"]> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant(0 as const), weight: 6 },
  { arbitrary: fc.constantFrom(1 as const, -1 as const), weight: 2 },
  { arbitrary: anyLevel(), weight: 1 }
)

const levelAt = (base: Level, near: Drawn["near"]): Level =>
  typeof near === "string" ? near : (levels[rankOf(base) + near] ?? base)

// What is drawn as set aside beyond the cap, or is essential, is judged at its level instead.
const judgementsOf = (
  { themes }: Pick<CriteriaSet, "themes">,
  { setAsideCap: { den, num } }: Pick<RuleSet, "setAsideCap">,
  base: Level,
  drawn: ReadonlyArray<Drawn>
): JudgementSet => {
  const judged: Array<readonly [string, Judgement]> = []
  let next = 0
  for (const { criteria } of themes) {
    let left = Math.floor((num * criteria.length) / den)
    for (const { essential, id } of criteria) {
      const { how, near } = drawn[next] ?? { how: "not yet", near: 0 }
      next += 1
      if (how === "not yet") continue
      if (how === "set aside" && left > 0 && !essential) {
        left -= 1
        judged.push([id, { setAside: "not in our setting" }])
      } else judged.push([id, levelAt(base, near)])
    }
  }
  return Object.fromEntries(judged)
}

/**
 * Any judgement set of a criteria set that the rule can judge: complete unless asked otherwise. Where the cap
 * permits it, every criterion of a set may be set aside, and then nothing applies. Shrinks to every criterion
 * judged at one level, and that level to none.
 * @example
 * ```ts
 * import { derive, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { anyJudgementSet } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const rule = presets["best-fit/1"]
 * const drawn = fc.sample(anyJudgementSet(sampleCriteriaSet, rule), { seed: 1, numRuns: 100 })
 * drawn.every((judgements) => derive({ criteriaSet: sampleCriteriaSet, rule, judgements })._tag === "Success") // => true
 * ```
 */
export const anyJudgementSet = (
  criteriaSet: Pick<CriteriaSet, "themes">,
  rule: Pick<RuleSet, "setAsideCap">,
  options: JudgementSetOptions = {}
): fc.Arbitrary<JudgementSet> =>
  fc
    .tuple(
      anyLevel(),
      fc.tuple(...criteriaIn(criteriaSet).map(() => fc.record({ near: anyNear, how: anyHow(options) })))
    )
    .map(([base, drawn]) => judgementsOf(criteriaSet, rule, base, drawn))
