// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the cohort and
// its place in the view must stand afterwards as the model says.
import { canonicalJson } from "@lcqm/ledger"
import { cohortFold, cohortStream, type OpenedLcqm, type Recorded } from "@lcqm/core"
import * as fc from "fast-check"
import { scheme } from "../arbitraries/sequence/small-world.ts"
import { JourneyMismatch } from "../journey/journey-command.ts"
import { expectedInCohort } from "./expected.ts"
import type { CohortModel } from "./model.ts"
import { commandOf, type CohortStep, journeyCohort, journeyWindows } from "./step.ts"

/** The system under test, and what was met in it. */
export interface CohortReal {
  readonly lcqm: OpenedLcqm<unknown>
  /** How often a step came to what, as `close: refused`. */
  readonly met: Map<string, number>
  sent: number
}

const standingIn = (model: CohortModel) => {
  const { closed, members, sessions, windows } = model
  return windows === undefined
    ? undefined
    : {
        ...journeyWindows[windows],
        closed,
        sessions: [...sessions]
          .flatMap(([session, on]) => (on === undefined ? [] : [{ session, on }]))
          .toSorted((one, other) => one.session - other.session),
        schools: members
      }
}

const standingOf = async (lcqm: OpenedLcqm<unknown>): Promise<ReturnType<typeof standingIn>> => {
  const stream = cohortStream(scheme, journeyCohort.label)
  const own: Array<Recorded> = []
  for await (const event of lcqm.events()) if (event.stream === stream) own.push(event)
  const state = cohortFold.fold(cohortFold.initial, own)
  const cohorts = await lcqm.cohorts()
  if (!cohorts.ok) throw new JourneyMismatch("the cohorts cannot be looked at")
  const seen = cohorts.value.find(({ cohort }) => cohort === journeyCohort.label)
  if ((seen === undefined) === state.launched) {
    throw new JourneyMismatch("a cohort is in the view where it is launched, and only there")
  }
  if (seen === undefined) return undefined
  return {
    windows: seen.windows,
    warnings: seen.warnings,
    closed: state.closed,
    sessions: [...state.sessions]
      .flatMap(([session, { cancelled, on }]) => (cancelled ? [] : [{ session, on }]))
      .toSorted((one, other) => one.session - other.session),
    schools: seen.schools.map(({ school }) => school)
  }
}

/** Chooses the step that is sent, by how far the cohort has come; undefined where there is none to choose. */
export type CohortChoice = (model: Readonly<CohortModel>) => CohortStep | undefined

/**
 * A step as fast-check's model runs take it: chosen when it is its turn.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { CohortJourneyCommand, CohortModel } from "@lcqm/testing/cohort-journey"
 * const closing = new CohortJourneyCommand(({ open }) => (open ? { ask: "close", by: inhabitants.office } : undefined))
 * closing.check(new CohortModel()) // => false
 * ```
 */
export class CohortJourneyCommand implements fc.AsyncCommand<CohortModel, CohortReal> {
  readonly #choose: CohortChoice
  #told: string | undefined

  constructor(choose: CohortChoice) {
    this.#choose = choose
  }

  check(model: Readonly<CohortModel>): boolean {
    return this.#choose(model) !== undefined
  }

  async run(model: CohortModel, real: CohortReal): Promise<void> {
    const step = this.#choose(model)
    if (step === undefined) return
    const { ask, by, ...rest } = step
    const told = [by, ask, ...Object.values(rest)].join(" ")
    this.#told = told
    real.sent += 1
    const expected = expectedInCohort(step, model)
    const answer = await real.lcqm.execute(commandOf(step, `cohort.${real.sent}`))
    const came = !answer.ok ? "refused" : answer.value.events.length === 0 ? "nothing to do" : "recorded"
    if (came !== expected) {
      const why = answer.ok ? "" : ` (${JSON.stringify(answer.failure)})`
      throw new JourneyMismatch(`${told}: expected ${expected}, came ${came}${why}`)
    }
    if (came === "recorded") model.happen(step)
    real.met.set(`${ask}: ${came}`, (real.met.get(`${ask}: ${came}`) ?? 0) + 1)
    const is = canonicalJson((await standingOf(real.lcqm)) ?? null)
    const ought = canonicalJson(standingIn(model) ?? null)
    if (is !== ought)
      throw new JourneyMismatch(`after ${told}: the cohort stands at ${is}, expected ${ought}`)
  }

  // A run of its own for every try, so that what is told is what was done in the failing one.
  [fc.cloneMethod](): CohortJourneyCommand {
    return new CohortJourneyCommand(this.#choose)
  }

  toString(): string {
    return this.#told ?? "a step not taken"
  }
}
