// What a step in a network needs: who may ask for it, and when it makes sense. The model's half of the rules; the other
// half, what a step changes, is the model itself.
import { inhabitants } from "../arbitraries/index.ts"
import type { Expected } from "../journey/expected.ts"
import type { NetworkModel } from "./model.ts"
import type { NetworkStep } from "./step.ts"

/**
 * What the model expects a step to come to.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { expectedInNetwork, NetworkModel } from "@lcqm/testing/network-journey"
 * expectedInNetwork({ ask: "form", by: inhabitants.office }, new NetworkModel()) // => "recorded"
 * expectedInNetwork({ ask: "form", by: inhabitants.stranger }, new NetworkModel()) // => "refused"
 * ```
 */
export const expectedInNetwork = (step: NetworkStep, model: Readonly<NetworkModel>): Expected => {
  if (!mayAsk(step, model) || !canHappen(step, model)) return "refused"
  if (isSo(step, model)) return "nothing to do"
  // Nothing comes before the network; but consent is taken back on whatever date.
  return step.early === true && step.ask !== "withdraw" ? "refused" : "recorded"
}

const ofTheLead: ReadonlySet<NetworkStep["ask"]> = new Set([
  "plan",
  "join",
  "leave",
  "choose",
  "represent",
  "stand down",
  "register"
])

const mayAsk = (step: NetworkStep, { consents, lead }: Readonly<NetworkModel>): boolean => {
  const { ask, by } = step
  if (by === inhabitants.office) return true
  // Nobody consents for another; taking it back is the person's own matter and the lead's.
  if (ask === "consent") return by === lead && step.person === by
  if (ask === "withdraw") return by === lead || (consents.has(by) && step.person === by)
  return by === lead && ofTheLead.has(ask)
}

const canHappen = (step: NetworkStep, model: Readonly<NetworkModel>): boolean => {
  const { consents, funded, representatives, schools, stage, subject } = model
  if (step.ask === "form") return stage === undefined
  if (step.ask === "withdraw") return stage !== undefined && consents.has(step.person)
  if (stage === undefined || stage === "closed") return false
  switch (step.ask) {
    case "plan":
      return stage === "preliminary"
    case "endorse":
      return stage === "planning" && subject !== undefined && schools.size >= 2
    case "fund":
      return !funded
    case "join":
      return !schools.has(step.school)
    case "leave":
      return schools.has(step.school)
    case "represent":
      return wasIn(step.school, step.early, model)
    case "stand down":
      return representatives.has(step.person)
    default:
      return true
  }
}

// A school that left on this day was in it on this day; nobody was on the day before.
const wasIn = (school: string, early: true | undefined, { everIn }: Readonly<NetworkModel>): boolean =>
  early !== true && everIn.has(school)

const isSo = (step: NetworkStep, model: Readonly<NetworkModel>): boolean => {
  switch (step.ask) {
    case "register":
      return model.registered
    case "choose":
      return model.subject === step.subject
    case "name lead":
      return model.lead === step.person
    case "consent":
      return model.consents.has(step.person)
    case "represent":
      return model.representatives.get(step.person) === step.school
    default:
      return false
  }
}
