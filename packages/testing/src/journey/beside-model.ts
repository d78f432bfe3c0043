// One step, sent to a real Lcqm and to a small model of what it is about: what the one answers the other must have
// expected, and afterwards both must stand alike. A school's enrolment, a cohort and a network are run so.
import type { LcqmCommand, OpenedLcqm } from "@lcqm/core"
import * as fc from "fast-check"

/** The system under test, and what was met in it. */
export interface RealJourney {
  readonly lcqm: OpenedLcqm<unknown>
  /** How often a step came to what, as `propose: refused`. */
  readonly met: Map<string, number>
  sent: number
}

/** The real thing and the model differ. */
export class JourneyMismatch extends Error {
  readonly _tag = "JourneyMismatch"
}

/** What is asked, by whom, and what else the step says. */
interface AnyStep {
  readonly ask: string
  readonly by: string
}

/** A model that what was recorded happens in. */
interface AnyModel<Step> {
  happen(step: Step): void
}

/** How a model and the real thing are held beside each other. */
export interface Beside<Model, Step> {
  /** What they are about, as `the network`. */
  readonly what: string
  readonly commandOf: (step: Step, sent: number, model: Model) => LcqmCommand
  readonly expectedOf: (step: Step, model: Model) => "recorded" | "refused" | "nothing to do"
  /** How it stands, as text: in the model, and in the real thing. */
  readonly standingIn: (model: Model) => string
  readonly standingOf: (lcqm: OpenedLcqm<unknown>) => Promise<string>
}

/** A step as fast-check's model runs take it: chosen when it is its turn. */
export abstract class StepBesideModel<
  Model extends AnyModel<Step>,
  Step extends AnyStep
> implements fc.AsyncCommand<Model, RealJourney> {
  readonly #choose: (model: Readonly<Model>) => Step | undefined
  readonly #beside: Beside<Model, Step>
  #told: string | undefined

  constructor(choose: (model: Readonly<Model>) => Step | undefined, beside: Beside<Model, Step>) {
    this.#choose = choose
    this.#beside = beside
  }

  check(model: Readonly<Model>): boolean {
    return this.#choose(model) !== undefined
  }

  async run(model: Model, real: RealJourney): Promise<void> {
    const step = this.#choose(model)
    if (step === undefined) return
    const { commandOf, expectedOf, standingIn, standingOf, what } = this.#beside
    const { ask, by, ...rest } = step
    const told = [by, ask, ...Object.values(rest)].join(" ")
    this.#told = told
    real.sent += 1
    const command = commandOf(step, real.sent, model)
    const expected = expectedOf(step, model)
    const answer = await real.lcqm.execute(command)
    const came = !answer.ok ? "refused" : answer.value.events.length === 0 ? "nothing to do" : "recorded"
    if (came !== expected) {
      const why = answer.ok ? "" : ` (${JSON.stringify(answer.failure)})`
      throw new JourneyMismatch(`${told}: expected ${expected}, came ${came}${why}`)
    }
    if (came === "recorded") model.happen(step)
    real.met.set(`${ask}: ${came}`, (real.met.get(`${ask}: ${came}`) ?? 0) + 1)
    const is = await standingOf(real.lcqm)
    const ought = standingIn(model)
    if (is !== ought) throw new JourneyMismatch(`after ${told}: ${what} stands at ${is}, expected ${ought}`)
  }

  // A run of its own for every try, so that what is told is what was done in the failing one.
  [fc.cloneMethod](): StepBesideModel<Model, Step> {
    return this.again(this.#choose)
  }

  /** The same step, not yet taken. */
  protected abstract again(choose: (model: Readonly<Model>) => Step | undefined): StepBesideModel<Model, Step>

  toString(): string {
    return this.#told ?? "a step not taken"
  }
}
