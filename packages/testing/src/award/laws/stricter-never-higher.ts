// Law 9. Who asks for more never gives more.
import { rankOf } from "@lcqm/core"
import type { Law } from "../law.ts"
import { award } from "../wording.ts"

const lowered = (kind: string): string => `a stricter ${kind} lowered the award`

/**
 * Law 9: a stricter parameter never gives a higher award. Needs `rule`, whose parameters are made stricter one by
 * one (see `stricterRules`), or `stricter`, the stricter versions themselves.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { stricterNeverHigher, violationOf } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * const cases = fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 })
 * cases.every((input) => violationOf(stricterNeverHigher, { derive, rule: "any" }, input) === null) // => true
 * ```
 */
export const stricterNeverHigher: Law = {
  number: 9,
  name: "stricterNeverHigher",
  promise: "A stricter parameter never gives a higher award.",
  lacks: ({ stricter }) => (stricter === undefined ? "rule or stricter" : null),
  toMeet: ({ stricterKinds }) => stricterKinds.map(lowered),
  put: ({ answer, stricter = () => [] }, input, trial) => {
    const before = answer(input)
    if (before === null) return null
    trial.reached(before.level)
    for (const { answer: after, kind, name } of stricter(input)) {
      if (after === null) continue
      const rise = rankOf(after.level) - rankOf(before.level)
      if (rise < 0) trial.met(lowered(kind))
      if (rise <= 0) continue
      return {
        input,
        change: { kind: "made stricter", name },
        before: before.level,
        after: after.level,
        theme: null,
        told: [
          `Under the stricter ${name}, the award was ${award(before.level)} and is now ${award(after.level)}: it rose.`
        ]
      }
    }
    return null
  }
}
