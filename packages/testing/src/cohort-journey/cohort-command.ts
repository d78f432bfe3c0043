// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the cohort and
// its place in the view must stand afterwards as the model says.
import { canonicalJson } from "@lcqm/ledger"
import { cohortFold, cohortStream, type OpenedLcqm, type Recorded } from "@lcqm/core"
import { scheme } from "../arbitraries/sequence/small-world.ts"
import { type Beside, JourneyMismatch, StepBesideModel } from "../journey/beside-model.ts"
import { expectedInCohort } from "./expected.ts"
import type { CohortModel } from "./model.ts"
import { commandOf, type CohortStep, journeyCohort, journeyWindows } from "./step.ts"

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

const beside: Beside<CohortModel, CohortStep> = {
  what: "the cohort",
  commandOf: (step, sent) => commandOf(step, `cohort.${sent}`),
  expectedOf: expectedInCohort,
  standingIn: (model) => canonicalJson(standingIn(model) ?? null),
  standingOf: async (lcqm) => canonicalJson((await standingOf(lcqm)) ?? null)
}

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
export class CohortJourneyCommand extends StepBesideModel<CohortModel, CohortStep> {
  constructor(choose: CohortChoice) {
    super(choose, beside)
  }

  protected override again(choose: CohortChoice): CohortJourneyCommand {
    return new CohortJourneyCommand(choose)
  }
}
