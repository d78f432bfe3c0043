// Runs of the model beside a real Lcqm, over any store.
import { type EventStore, type LoopOptions, openLcqm, presets, sampleCriteriaSet } from "@lcqm/core"
import type { Layer } from "effect"
import * as fc from "fast-check"
import { office, scheme } from "../arbitraries/sequence/small-world.ts"
import type { CohortJourneyCommands } from "./any-cohort-journey.ts"
import { CohortModel } from "./model.ts"
import { journeyCohort } from "./step.ts"

/** What a cohort's life is run over. */
export interface CohortJourneyRun<StoreFailure> {
  /** A new, empty store; it is opened and closed by the run. */
  readonly store: Layer.Layer<EventStore, StoreFailure>
  readonly steps: CohortJourneyCommands
  readonly options?: LoopOptions
}

// What must be there before a school can come: something to be judged by, and another cohort.
const founding = (() => {
  const sent = (id: string) => ({ id: `founding.${id}`, actor: office, occurredOn: "2017-05-01" })
  const dates = { publishedOn: "2017-05-01", inForceFrom: "2017-05-01" }
  const criteriaSet = { ...sampleCriteriaSet, version: "1" }
  return [
    { type: "PublishCriteriaSet", ...sent("criteria"), data: { scheme, criteriaSet, ...dates } },
    { type: "PublishRuleSet", ...sent("rules"), data: { scheme, ruleSet: presets["best-fit/1"], ...dates } },
    { type: "LaunchCohort", ...sent("other"), data: { scheme, cohort: journeyCohort.other, windows: {} } }
  ] as const
})()

/**
 * Sends the steps to Lcqm over a store and to the model, one after the other, and compares every answer and the cohort
 * after it. Answers with how often each kind of step came to what; rejects with a JourneyMismatch.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { CohortJourneyCommand, runCohortJourney } from "@lcqm/testing/cohort-journey"
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * const by = inhabitants.office
 * const launching = new CohortJourneyCommand(() => ({ ask: "launch", windows: "none", by }))
 * const steps = [launching, new CohortJourneyCommand(() => ({ ask: "call off", session: 1, by }))]
 * Object.fromEntries(await runCohortJourney({ store: memoryStore(), steps })) // => { "launch: recorded": 1, "call off: refused": 1 }
 * ```
 */
export const runCohortJourney = async <StoreFailure>({
  options,
  steps,
  store
}: CohortJourneyRun<StoreFailure>): Promise<ReadonlyMap<string, number>> => {
  const lcqm = openLcqm({ store, now: () => Date.UTC(2018, 0, 1), ...options })
  const met = new Map<string, number>()
  try {
    for (const command of founding) await lcqm.execute(command)
    await fc.asyncModelRun(() => ({ model: new CohortModel(), real: { lcqm, met, sent: 0 } }), steps)
  } finally {
    await lcqm.close()
  }
  return met
}
