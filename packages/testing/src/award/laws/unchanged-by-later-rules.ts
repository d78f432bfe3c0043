// Law 11. An award rests on the rule it was made under. So a rule may keep nothing between cases: asked again, after
// any number of later rules, it answers what it answered, and the case that was handed to it is as it was.
import type { AwardCase, RuleSet } from "@lcqm/core"
import { differenceBetween } from "../difference.ts"
import type { Law, Violation } from "../law.ts"

const another = "a later rule gives another award"

// Under the same id, as a scheme publishes its next version: one that asks for everything, one for very little.
const laterRules = (rule: RuleSet, index: number): ReadonlyArray<RuleSet> => [
  {
    ...rule,
    version: `later.${2 * index + 1}`,
    themeMajority: { num: 1, den: 1, strict: false },
    criterionGap: 0,
    allowBelow: 0,
    themeGap: 0,
    absoluteFloor: "bronze"
  },
  {
    ...rule,
    version: `later.${2 * index + 2}`,
    themeMajority: { num: 0, den: 1, strict: true },
    criterionGap: 3,
    themeGap: 3,
    absoluteFloor: "none",
    minEvidence: 0
  }
]

const written = (input: AwardCase): string => JSON.stringify(input)

const spoiled = (handed: string): Violation => {
  const input: AwardCase = JSON.parse(handed)
  const told = ["The rule changed the case that was put to it."]
  return { input, change: { kind: "nothing" }, before: null, after: null, theme: null, told }
}

/**
 * Law 11: an award once made is unchanged by any later rule. What the rule answers under the rule set a case pins is
 * the same after it was asked under later versions, and the case is unchanged. Needs `rule`.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { unchangedByLaterRules, violationOf } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * const cases = fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 })
 * cases.every((input) => violationOf(unchangedByLaterRules, { derive, rule: "any" }, input) === null) // => true
 * ```
 */
export const unchangedByLaterRules: Law = {
  number: 11,
  name: "unchangedByLaterRules",
  promise: "An award once made is unchanged by any later rule.",
  lacks: ({ rule }) => (rule === undefined ? "rule" : null),
  toMeet: () => [another],
  put: ({ answer }, input, trial) => {
    const handed = written(input)
    const before = answer(input)
    if (written(input) !== handed) return spoiled(handed)
    if (before === null) return null
    trial.reached(before.level)
    for (const rule of laterRules(input.rule, trial.index)) {
      const later = answer({ ...input, rule })
      if (later !== null && later.level !== before.level) trial.met(another)
      const after = answer(input)
      const difference = after === null ? null : differenceBetween(input, before, after)
      if (difference === null) continue
      const told = [
        `A later rule (${rule.id} ${rule.version}) was asked about the same case.`,
        ...difference.told
      ]
      return { ...difference, input, change: { kind: "later rule asked", rule }, told }
    }
    return null
  }
}
