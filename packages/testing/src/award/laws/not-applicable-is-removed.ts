// Law 7. What does not apply to a school is as if it were not asked. (It is not monotone: dropping a weak criterion
// may raise a theme, which is why a rule caps how much may be set aside.)
import { isSetAside } from "@lcqm/core"
import { criteriaIn, judgementOf, onlyCriteria } from "../case-changes.ts"
import { differenceBetween } from "../difference.ts"
import type { Law } from "../law.ts"
import { listed, titleOf } from "../wording.ts"

const setAside = "something set aside"

/**
 * Law 7: a criterion set aside as not applicable counts as one removed. Needs a rule that knows setting aside.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { notApplicableIsRemoved, violationOf } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * const cases = fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 })
 * cases.every((input) => violationOf(notApplicableIsRemoved, { derive }, input) === null) // => true
 * ```
 */
export const notApplicableIsRemoved: Law = {
  number: 7,
  name: "notApplicableIsRemoved",
  promise: "A criterion set aside as not applicable counts as one removed.",
  lacks: ({ setAside }) => (setAside ? null : "setAside"),
  toMeet: () => [setAside],
  put: (tested, input, trial) => {
    const applies = (id: string): boolean => {
      const judgement = judgementOf(input, id)
      return judgement === undefined || !isSetAside(judgement)
    }
    const aside = criteriaIn(input).filter(({ id }) => !applies(id))
    const before = tested.answer(input)
    if (before === null) return null
    trial.reached(before.level)
    if (aside.length === 0) return null
    const after = tested.answer(onlyCriteria(input, ({ id }) => applies(id)))
    if (after === null) return null
    trial.met(setAside)
    const difference = differenceBetween(input, before, after)
    if (difference === null) return null
    const criteria = aside.map(({ id }) => id)
    const removed = `${listed(criteria.map((id) => titleOf(input, id)))} removed from the criteria set.`
    const told = [removed, ...difference.told]
    return { ...difference, input, change: { kind: "set aside removed", criteria }, told }
  }
}
