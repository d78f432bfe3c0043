// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the
// school must stand afterwards as the model says.
import type { LcqmCommand, OpenedLcqm, SchoolView } from "@lcqm/core"
import * as fc from "fast-check"
import { expectedOf } from "./expected.ts"
import type { JourneyModel } from "./model.ts"
import { commandOf, journeyCriteria, journeySchool, type JourneyStep } from "./step.ts"

/** The system under test, and what was met in it. */
export interface JourneyReal {
  readonly lcqm: OpenedLcqm<unknown>
  /** How often a step came to what, as `propose: refused`. */
  readonly met: Map<string, number>
  sent: number
}

/** The real thing and the model differ. */
export class JourneyMismatch extends Error {
  readonly _tag = "JourneyMismatch"
}

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
export class JourneyCommand implements fc.AsyncCommand<JourneyModel, JourneyReal> {
  readonly #choose: Choice
  #told: string | undefined

  constructor(choose: Choice) {
    this.#choose = choose
  }

  check(model: Readonly<JourneyModel>): boolean {
    return this.#choose(model) !== undefined
  }

  async run(model: JourneyModel, real: JourneyReal): Promise<void> {
    const step = this.#choose(model)
    if (step === undefined) return
    const told = sentenceOf(step)
    this.#told = told
    real.sent += 1
    const command: LcqmCommand = commandOf(step, `journey.${real.sent}`, model.enrolment, model.size - 1)
    const expected = expectedOf(step, model)
    const answer = await real.lcqm.execute(command)
    const came = !answer.ok ? "refused" : answer.value.events.length === 0 ? "nothing to do" : "recorded"
    if (came !== expected) {
      const why = answer.ok ? "" : ` (${JSON.stringify(answer.failure)})`
      throw new JourneyMismatch(`${told}: expected ${expected}, came ${came}${why}`)
    }
    if (came === "recorded") model.happen(step)
    real.met.set(`${step.ask}: ${came}`, (real.met.get(`${step.ask}: ${came}`) ?? 0) + 1)
    const school = await real.lcqm.school(journeySchool)
    const is = school.ok ? JSON.stringify(standingOf(school.value)) : JSON.stringify(school.failure)
    const ought = JSON.stringify(standingIn(model))
    if (is !== ought)
      throw new JourneyMismatch(`after ${told}: the school stands at ${is}, expected ${ought}`)
  }

  // A run of its own for every try, so that what is told is what was done in the failing one.
  [fc.cloneMethod](): JourneyCommand {
    return new JourneyCommand(this.#choose)
  }

  toString(): string {
    return this.#told ?? "a step not taken"
  }
}

const sentenceOf = ({ ask, by, ...rest }: JourneyStep): string => [by, ask, ...Object.values(rest)].join(" ")
