// Law 2. Where nobody could disagree, neither may the rule.
import { levels } from "@lcqm/core"
import { unanimousAt } from "../case-changes.ts"
import { type Law, nothingLacking, nothingMore } from "../law.ts"
import { award, titleOf } from "../wording.ts"

/**
 * Law 2: every criterion at a level gives every theme and the award that level.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { unanimity, violationOf } from "@lcqm/testing/award"
 * import fc from "fast-check"
 * const [input] = fc.sample(anyAwardCase(), { seed: 1, numRuns: 1 })
 * const neverGold = () => "silver" as const
 * input && violationOf(unanimity, { derive: neverGold }, input)?.told // => ["Every criterion is at none, and the award is Silver."]
 * ```
 */
export const unanimity: Law = {
  number: 2,
  name: "unanimity",
  promise: "Every criterion at a level gives every theme and the award that level.",
  lacks: nothingLacking,
  toMeet: nothingMore,
  put: (tested, given, trial) => {
    for (const level of levels) {
      const input = unanimousAt(given, level)
      const answer = tested.answer(input)
      if (answer === null) continue
      trial.reached(answer.level)
      const theme = answer.themes?.find((each) => each.level !== level)
      if (answer.level === level && theme === undefined) continue
      const got =
        answer.level !== level || theme === undefined
          ? `the award is ${award(answer.level)}`
          : `${titleOf(input, theme.id)} is at ${award(theme.level)}`
      return {
        input,
        change: { kind: "nothing" },
        before: level,
        after: answer.level,
        theme: theme === undefined ? null : { id: theme.id, before: level, after: theme.level },
        told: [`Every criterion is at ${award(level)}, and ${got}.`]
      }
    }
    return null
  }
}
