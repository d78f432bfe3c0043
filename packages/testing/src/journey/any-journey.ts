// Journeys as fast-check draws them: a road and two numbers say, with what the model knows by then, which step it is.
import * as fc from "fast-check"
import { expectedOf } from "./expected.ts"
import type { RealJourney } from "./beside-model.ts"
import { stepsDrawn } from "./fewest-steps.ts"
import { JourneyCommand } from "./journey-command.ts"
import { JourneyModel } from "./model.ts"
import { everyStep, journeyNetwork, type JourneyStep } from "./step.ts"

/** Steps to be run, as fast-check draws them. */
export type JourneyCommands = Iterable<fc.AsyncCommand<JourneyModel, RealJourney>>

// Every road a journey can take from where it is: the main road, off it, or against every rule.
type Road = "onward" | "aside" | "anything"

const leadingOff = new Set([
  "defer",
  "withdraw",
  "reopen",
  "cancel visit",
  "replace",
  "take over",
  "stand down",
  "join network"
])
const ending = new Set(["ask further work", "withhold"])

const isNew = (step: JourneyStep, model: Readonly<JourneyModel>): boolean => {
  switch (step.ask) {
    case "self-assess":
      return step.level !== "none" && !model.self.has(step.criterion)
    case "assess":
      return step.level !== "none" && !model.assessed.has(step.criterion)
    case "agree":
      return step.level !== "none" && !model.agreed.has(step.criterion)
    default:
      return !leadingOff.has(step.ask) && !ending.has(step.ask)
  }
}

// Who has no part in the journey may stand down at any time, and the network is nothing to the first assessor: drawn as
// often as the rest, little else would happen.
const matters = (step: JourneyStep, { visit }: Readonly<JourneyModel>): boolean => {
  if (step.ask === "stand down") return step.person === visit?.assessor
  return step.ask !== "join network" || visit?.assessor === journeyNetwork.lead
}

// Of all that can be asked for every kind is as likely as another, however many can ask for it in how many ways.
const ofOneKind = (steps: ReadonlyArray<JourneyStep>, pick: number): ReadonlyArray<JourneyStep> => {
  const kinds = [...new Set(steps.map(({ ask }) => ask))]
  const kind = kinds[pick % Math.max(1, kinds.length)]
  return steps.filter(({ ask }) => ask === kind)
}

const stepsOn = (road: Road, model: Readonly<JourneyModel>, pick: number): ReadonlyArray<JourneyStep> => {
  if (road === "anything") return ofOneKind(everyStep, pick)
  const apt = everyStep.filter((step) => expectedOf(step, model) === "recorded")
  const onward = apt.filter((step) => isNew(step, model))
  return road === "onward"
    ? onward
    : ofOneKind(
        apt.filter((step) => !onward.includes(step) && matters(step, model)),
        pick
      )
}

// A number drawn small is spread over all that there is to pick from.
const spread = (pick: number): number => Math.imul(pick, 0x9e3779b1) >>> 8

interface Draw {
  readonly road: Road
  readonly kind: number
  readonly pick: number
}

const chosen = ({ kind, pick, road }: Draw, model: Readonly<JourneyModel>): JourneyStep | undefined => {
  const steps = stepsOn(road, model, kind)
  return steps[spread(pick) % Math.max(1, steps.length)]
}

/**
 * Any steps of a journey: most of them along the main road as the model knows it, some off it, and some that
 * anybody may ask for at any time. Shrinks to the fewest steps that still fail.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { anyJourney, runJourney } from "@lcqm/testing/journey"
 * import fc from "fast-check"
 * const holds = fc.asyncProperty(anyJourney({ mostSteps: 20 }), async (steps) => {
 *   await runJourney({ store: memoryStore(), steps })
 * })
 * await fc.check(holds, { seed: 1, numRuns: 5 }).then(({ failed }) => failed) // => false
 * ```
 */
export const anyJourney = ({
  mostSteps = 80
}: { readonly mostSteps?: number } = {}): fc.Arbitrary<JourneyCommands> => {
  const road = fc.oneof(
    { arbitrary: fc.constant<Road>("onward"), weight: 6 },
    { arbitrary: fc.constant<Road>("aside"), weight: 3 },
    { arbitrary: fc.constant<Road>("anything"), weight: 2 }
  )
  const draw = fc.record({ road, kind: fc.nat({ max: 99 }), pick: fc.nat({ max: 9_999 }) })
  return stepsDrawn({ draw, mostSteps, model: () => new JourneyModel(), chosen, expectedOf }).map((steps) =>
    steps.map((step) => new JourneyCommand(() => step))
  )
}
