// What happens to a cohort, as fast-check draws it: whether a step is to be acceptable and two numbers say, with what
// the model knows by then, which step it is.
import * as fc from "fast-check"
import { spread } from "../arbitraries/sequence/move.ts"
import type { RealJourney } from "../journey/beside-model.ts"
import { stepsDrawn } from "../journey/fewest-steps.ts"
import { CohortJourneyCommand } from "./cohort-command.ts"
import { expectedInCohort } from "./expected.ts"
import { CohortModel } from "./model.ts"
import { type CohortStep, everyCohortStep } from "./step.ts"

/** Steps to be run, as fast-check draws them. */
export type CohortJourneyCommands = Iterable<fc.AsyncCommand<CohortModel, RealJourney>>

interface Draw {
  readonly apt: boolean
  readonly kind: number
  readonly pick: number
}

// Every kind is as likely as another, however many ways there are to ask for it; an end comes seldom.
const chosen = ({ apt, kind, pick }: Draw, model: Readonly<CohortModel>): CohortStep | undefined => {
  const all = apt
    ? everyCohortStep.filter((step) => expectedInCohort(step, model) !== "refused")
    : everyCohortStep
  const seldom = apt && kind % 4 !== 0
  const kinds = [...new Set(all.map(({ ask }) => ask))].filter((ask) => ask !== "close" || !seldom)
  const ask = kinds[kind % Math.max(1, kinds.length)]
  const steps = all.filter((step) => step.ask === ask)
  return steps[spread(pick) % Math.max(1, steps.length)]
}

/**
 * Any steps of a cohort's life: most of them acceptable as the model knows it, and some that anybody may ask for at any
 * time. Shrinks to the fewest steps that still fail.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { anyCohortJourney, runCohortJourney } from "@lcqm/testing/cohort-journey"
 * import fc from "fast-check"
 * const holds = fc.asyncProperty(anyCohortJourney({ mostSteps: 20 }), async (steps) => {
 *   await runCohortJourney({ store: memoryStore(), steps })
 * })
 * await fc.check(holds, { seed: 1, numRuns: 5 }).then(({ failed }) => failed) // => false
 * ```
 */
export const anyCohortJourney = ({
  mostSteps = 40
}: { readonly mostSteps?: number } = {}): fc.Arbitrary<CohortJourneyCommands> => {
  const apt = fc.oneof(
    { arbitrary: fc.constant(true), weight: 3 },
    { arbitrary: fc.constant(false), weight: 2 }
  )
  const draw = fc.record({ apt, kind: fc.nat({ max: 99 }), pick: fc.nat({ max: 9_999 }) })
  const model = () => new CohortModel()
  return stepsDrawn({ draw, mostSteps, model, chosen, expectedOf: expectedInCohort }).map((steps) =>
    steps.map((step) => new CohortJourneyCommand(() => step))
  )
}
