// One putting of a law to a case: the chance it may use, and what it meets.
import type { AwardCase, Level } from "@lcqm/core"
import { NoAnswer } from "./answer-given.ts"
import type { Law, Trial, Violation } from "./law.ts"
import { type RuleToTest, type TestedRule, testedRule } from "./rule-to-test.ts"

/** What the trials of a law met, counted. */
export interface Met {
  readonly levels: Record<Level, number>
  readonly classes: Record<string, number>
}

/** Nothing met yet. */
export const nothingMet = (classes: ReadonlyArray<string>): Met => ({
  levels: { none: 0, bronze: 0, silver: 0, gold: 0 },
  classes: Object.fromEntries(classes.map((name) => [name, 0]))
})

// Marsaglia's xorshift on 32 bits: plenty for choosing an order or a factor, and the same wherever it runs.
const chance = (seed: number): Trial["below"] => {
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1
  return (limit) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % limit
  }
}

/** The trial of a number; the same number has the same chance. */
export const trialOf = (index: number, seed: number, met: Met): Trial => ({
  index,
  below: chance(Math.imul(seed, 31) + index),
  reached: (level) => {
    met.levels[level] += 1
  },
  met: (what) => {
    met.classes[what] = (met.classes[what] ?? 0) + 1
  }
})

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const fault = (input: AwardCase, error: unknown): Violation => ({
  input,
  change: { kind: error instanceof NoAnswer ? "no answer" : "threw" },
  before: null,
  after: null,
  theme: null,
  told: [error instanceof NoAnswer ? error.message : `The rule threw: ${messageOf(error)}.`]
})

/** Puts a law to a case. A rule that throws, or answers what is no answer, has broken it. */
export const putLaw = (law: Law, tested: TestedRule, input: AwardCase, trial: Trial): Violation | null => {
  try {
    return law.put(tested, input, trial)
  } catch (error) {
    return fault(input, error)
  }
}

/**
 * Puts one law to one case: how the law is violated, or null. For a property test of your own; a law whose companion
 * the rule lacks is not put, which is null too (`checkAwardLaws` tells the difference).
 * @example
 * ```ts
 * import { derive, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { bounds, violationOf } from "@lcqm/testing/award"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, id.startsWith("events") ? "none" as const : "gold" as const]))
 * const input = { criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], judgements }
 * violationOf(bounds, { derive }, input) // => null
 * violationOf(bounds, { derive: () => "gold" }, input)?.after // => "gold"
 * ```
 */
export const violationOf = <Tree>(law: Law, rule: RuleToTest<Tree>, input: AwardCase): Violation | null => {
  const tested = testedRule(rule)
  return law.lacks(tested) === null ? putLaw(law, tested, input, trialOf(0, 0, nothingMet([]))) : null
}
