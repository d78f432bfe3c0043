// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the
// school must stand afterwards as the model says.
import type { SchoolView } from "@lcqm/core"
import { type Beside, StepBesideModel } from "./beside-model.ts"
import { expectedOf } from "./expected.ts"
import type { JourneyModel } from "./model.ts"
import { commandOf, journeyCriteria, journeySchool, type JourneyStep } from "./step.ts"

const standingOf = ({ revision, state }: SchoolView) => ({
  stage: state.stage,
  enrolment: state.enrolment,
  deferred: state.deferred,
  champion: state.champion,
  assessor: state.visit?.assessor,
  proposed: state.proposal?.level,
  declared: state.declaration !== undefined,
  self: journeyCriteria.map((criterion) => state.self.get(criterion)?.judgement),
  assessed: journeyCriteria.map((criterion) => state.assessor.get(criterion)?.judgement),
  agreed: journeyCriteria.map((criterion) => state.agreed.get(criterion)?.judgement),
  events: revision === "none" ? 0 : revision + 1
})

const standingIn = (model: JourneyModel): ReturnType<typeof standingOf> => ({
  stage: model.stage as ReturnType<typeof standingOf>["stage"],
  enrolment: model.enrolment,
  deferred: model.deferred,
  champion: model.champion,
  assessor: model.visit?.assessor,
  proposed: model.proposed,
  declared: model.declared,
  self: journeyCriteria.map((criterion) => model.self.get(criterion)),
  assessed: journeyCriteria.map((criterion) => model.assessed.get(criterion)),
  agreed: journeyCriteria.map((criterion) => model.agreed.get(criterion)),
  events: model.size
})

/** Chooses the step that is sent, by how far the journey has come; undefined where there is none to choose. */
export type Choice = (model: Readonly<JourneyModel>) => JourneyStep | undefined

const beside: Beside<JourneyModel, JourneyStep> = {
  what: "the school",
  commandOf: (step, sent, { enrolment, size }) => commandOf(step, `journey.${sent}`, enrolment, size - 1),
  expectedOf: expectedOf,
  standingIn: (model) => JSON.stringify(standingIn(model)),
  standingOf: async (lcqm) => {
    const school = await lcqm.school(journeySchool)
    return school.ok ? JSON.stringify(standingOf(school.value)) : JSON.stringify(school.failure)
  }
}

/**
 * A step as fast-check's model runs take it: chosen when it is its turn.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { JourneyCommand, JourneyModel } from "@lcqm/testing/journey"
 * const enrolling = new JourneyCommand(({ stage }) =>
 *   stage === "not enrolled" ? { ask: "enrol", by: inhabitants.office } : undefined)
 * enrolling.check(new JourneyModel()) // => true
 * ```
 */
export class JourneyCommand extends StepBesideModel<JourneyModel, JourneyStep> {
  constructor(choose: Choice) {
    super(choose, beside)
  }

  protected override again(choose: Choice): JourneyCommand {
    return new JourneyCommand(choose)
  }
}
