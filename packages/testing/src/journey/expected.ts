// What a step of the journey needs: who may ask for it, and when it makes sense. The model's half of the rules;
// the other half, what a step changes, is the model itself.
import { type PersonRef, rankOf } from "@lcqm/core"
import { inhabitants } from "../arbitraries/index.ts"
import type { Judged, JourneyModel } from "./model.ts"
import { type JourneyCriterion, journeyCriteria, journeyNetwork, type JourneyStep } from "./step.ts"

/** What a step comes to. */
export type Expected = "recorded" | "nothing to do" | "refused"

/**
 * What the model expects a step to come to.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { expectedOf, JourneyModel } from "@lcqm/testing/journey"
 * expectedOf({ ask: "enrol", by: inhabitants.office }, new JourneyModel()) // => "recorded"
 * expectedOf({ ask: "enrol", by: inhabitants.stranger }, new JourneyModel()) // => "refused"
 * ```
 */
export const expectedOf = (step: JourneyStep, model: Readonly<JourneyModel>): Expected => {
  if (step.ask === "take") {
    if (model.stoodDown.has(step.person)) return "refused"
    if (model.taken.has(`${step.person} ${Math.max(1, model.enrolment)}`)) return "nothing to do"
    return model.enrolment > 0 && model.over === undefined ? "recorded" : "refused"
  }
  if (!mayAsk(step, model) || !canHappen(step, model)) return "refused"
  if ("unseen" in step && step.unseen > 0) return "refused"
  if (
    "criterion" in step &&
    "level" in step &&
    model.judgements(step.ask).get(step.criterion) === step.level
  ) {
    return "nothing to do"
  }
  // The steps that are ever dated early all follow another.
  return step.early === true ? "refused" : "recorded"
}

const mayAsk = ({ ask, by }: JourneyStep, { champion, visit }: Readonly<JourneyModel>): boolean => {
  const isAssessor = by === visit?.assessor
  switch (ask) {
    case "self-assess":
    case "declare":
    case "reopen":
    case "accept":
    case "decline":
    case "submit further work":
      return by === champion
    case "hold visit":
    case "assess":
    case "agree":
    case "propose":
    case "withdraw proposal":
    case "ask further work":
    case "withhold":
      return isAssessor
    case "cancel visit":
      return isAssessor || by === inhabitants.office
    case "join network":
    case "leave network":
      return by === journeyNetwork.lead || by === inhabitants.office
    default:
      return by === inhabitants.office
  }
}

const canHappen = (step: JourneyStep, model: Readonly<JourneyModel>): boolean => {
  const going = model.enrolment > 0 && model.over === undefined
  const open = going && !model.deferred
  // While a proposal waits for its answer, nothing it rests on changes.
  const free = open && model.proposed === undefined
  // Who has stood down judges no more, and nothing more is agreed with them.
  const assessed = open && model.visit !== undefined && !model.stoodDown.has(model.visit.assessor)
  const assessing = free && assessed && model.visit.held && model.furtherWork?.submitted !== false
  const leads = (person: PersonRef): boolean => model.inNetwork && person === journeyNetwork.lead
  const external = model.visit === undefined || !leads(model.visit.assessor)
  const mayAssess = (person: PersonRef): boolean =>
    !leads(person) &&
    !model.stoodDown.has(person) &&
    model.taken.has(`${person} ${model.enrolment}`) &&
    !model.insiders.has(person)
  switch (step.ask) {
    case "enrol":
      return model.enrolment === 0 || model.over === "withdrawn" || model.over === "withheld"
    case "withdraw":
      return going
    case "resume":
      return going && model.deferred
    case "defer":
      return free
    case "appoint":
      return open && model.champion === undefined
    case "replace":
      return (
        open && model.champion !== undefined && ![model.champion, model.visit?.assessor].includes(step.person)
      )
    case "self-assess":
      return (
        free &&
        (model.furtherWork === undefined ? !model.declared : isOpen(model, step.criterion, model.self))
      )
    case "declare":
      return free && !model.declared && model.self.size === journeyCriteria.length
    case "reopen":
      return free && model.declared && model.visit?.held !== true
    case "arrange":
      return free && model.declared && model.visit === undefined && mayAssess(step.person)
    case "take over":
      return (
        open && model.visit !== undefined && model.visit.assessor !== step.person && mayAssess(step.person)
      )
    case "stand down":
      return !model.stoodDown.has(step.person)
    case "appoint assessor":
      return model.stoodDown.has(step.person)
    case "cancel visit":
      return free && model.visit?.held === false
    case "hold visit":
      return free && assessed && !model.visit.held && model.declared
    case "assess":
      return assessing && isOpen(model, step.criterion, model.agreed)
    case "agree":
      return assessing && isOpen(model, step.criterion, model.agreed) && model.assessed.has(step.criterion)
    case "propose": {
      const below = rankOf(model.indicated) - rankOf(step.level)
      const complete = model.agreed.size === journeyCriteria.length
      return assessing && external && complete && step.level !== "none" && below >= 0 && below <= 1
    }
    case "accept":
      return assessed && external && model.proposed === step.level
    case "decline":
    case "withdraw proposal":
      return open && model.proposed !== undefined
    case "ask further work":
      return assessing
    case "submit further work":
      return free && model.furtherWork?.submitted === false
    case "withhold":
      return free && assessed && model.visit.held
    case "join network":
      return !model.inNetwork
    case "leave network":
      return model.inNetwork
    case "take":
      return true
  }
}

// Further work re-opens the criterion it names; what was never judged is open as well.
const isOpen = (
  { furtherWork }: Readonly<JourneyModel>,
  criterion: JourneyCriterion,
  standing: Judged
): boolean => furtherWork === undefined || furtherWork.criterion === criterion || !standing.has(criterion)
