// Law 4. A criteria set is printed in some order, and evidence handed in in another: neither may matter.
import type { AwardCase } from "@lcqm/core"
import { type Law, nothingLacking, nothingMore, type Trial } from "../law.ts"
import { differenceBetween } from "../difference.ts"

// Fisher and Yates's shuffle, by the trial's chance.
const shuffled = <A>(items: ReadonlyArray<A>, { below }: Trial): Array<A> => {
  const left = [...items]
  return items.flatMap(() => left.splice(below(left.length), 1))
}

const reordered = (input: AwardCase, trial: Trial): AwardCase => ({
  ...input,
  criteriaSet: {
    ...input.criteriaSet,
    themes: shuffled(input.criteriaSet.themes, trial).map((theme) => ({
      ...theme,
      criteria: shuffled(theme.criteria, trial)
    }))
  },
  judgements: Object.fromEntries(shuffled(Object.entries(input.judgements), trial)),
  ...(input.evidence === undefined
    ? {}
    : { evidence: Object.fromEntries(shuffled(Object.entries(input.evidence), trial)) })
})

/**
 * Law 4: the order of themes, criteria, judgements and evidence is irrelevant.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { orderIrrelevant, violationOf } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * const cases = fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 })
 * cases.every((input) => violationOf(orderIrrelevant, { derive }, input) === null) // => true
 * ```
 */
export const orderIrrelevant: Law = {
  number: 4,
  name: "orderIrrelevant",
  promise: "The order of themes, criteria, judgements and evidence is irrelevant.",
  lacks: nothingLacking,
  toMeet: nothingMore,
  put: (tested, input, trial) => {
    const before = tested.answer(input)
    if (before === null) return null
    trial.reached(before.level)
    const to = reordered(input, trial)
    const after = tested.answer(to)
    if (after === null) return null
    const difference = differenceBetween(input, before, after)
    if (difference === null) return null
    const order = to.criteriaSet.themes.map(
      ({ criteria, title }) => `${title} (${criteria.map((one) => one.title).join(", ")})`
    )
    const told = [`In another order: ${order.join("; ")}.`, ...difference.told]
    return { ...difference, input, change: { kind: "reordered", to }, told }
  }
}
