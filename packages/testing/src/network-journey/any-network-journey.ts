// What happens to a network, as fast-check draws it: whether a step is to be acceptable and two numbers say, with what
// the model knows by then, which step it is.
import * as fc from "fast-check"
import { spread } from "../arbitraries/sequence/move.ts"
import type { RealJourney } from "../journey/beside-model.ts"
import { stepsDrawn } from "../journey/fewest-steps.ts"
import { expectedInNetwork } from "./expected.ts"
import { NetworkModel } from "./model.ts"
import { NetworkJourneyCommand } from "./network-command.ts"
import { everyNetworkStep, type NetworkStep } from "./step.ts"

/** Steps to be run, as fast-check draws them. */
export type NetworkJourneyCommands = Iterable<fc.AsyncCommand<NetworkModel, RealJourney>>

interface Draw {
  readonly apt: boolean
  readonly kind: number
  readonly pick: number
}

// Every kind is as likely as another, however many can ask for it in how many ways; an end comes seldom.
const chosen = ({ apt, kind, pick }: Draw, model: Readonly<NetworkModel>): NetworkStep | undefined => {
  const all = apt
    ? everyNetworkStep.filter((step) => expectedInNetwork(step, model) === "recorded")
    : everyNetworkStep
  const kinds = [...new Set(all.map(({ ask }) => ask))].filter((ask) => ask !== "close" || pick % 4 === 0)
  const ask = kinds[kind % Math.max(1, kinds.length)]
  const steps = all.filter((step) => step.ask === ask)
  return steps[spread(pick) % Math.max(1, steps.length)]
}

/**
 * Any steps of a network: most of them acceptable as the model knows it, and some that anybody may ask for at any time.
 * Shrinks to the fewest steps that still fail.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { anyNetworkJourney, runNetworkJourney } from "@lcqm/testing/network-journey"
 * import fc from "fast-check"
 * const holds = fc.asyncProperty(anyNetworkJourney({ mostSteps: 20 }), async (steps) => {
 *   await runNetworkJourney({ store: memoryStore(), steps })
 * })
 * await fc.check(holds, { seed: 1, numRuns: 5 }).then(({ failed }) => failed) // => false
 * ```
 */
export const anyNetworkJourney = ({
  mostSteps = 50
}: { readonly mostSteps?: number } = {}): fc.Arbitrary<NetworkJourneyCommands> => {
  const apt = fc.oneof(
    { arbitrary: fc.constant(true), weight: 3 },
    { arbitrary: fc.constant(false), weight: 2 }
  )
  const draw = fc.record({ apt, kind: fc.nat({ max: 99 }), pick: fc.nat({ max: 9_999 }) })
  const model = () => new NetworkModel()
  return stepsDrawn({ draw, mostSteps, model, chosen, expectedOf: expectedInNetwork }).map((steps) =>
    steps.map((step) => new NetworkJourneyCommand(() => step))
  )
}
