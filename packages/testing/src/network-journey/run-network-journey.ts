// Runs of the model beside a real Lcqm, over any store.
import { type EventStore, type LoopOptions, openLcqm } from "@lcqm/core"
import type { Layer } from "effect"
import * as fc from "fast-check"
import type { NetworkJourneyCommands } from "./any-network-journey.ts"
import { NetworkModel } from "./model.ts"

/** What a network's journey is run over. */
export interface NetworkJourneyRun<StoreFailure> {
  /** A new, empty store; it is opened and closed by the run. */
  readonly store: Layer.Layer<EventStore, StoreFailure>
  readonly steps: NetworkJourneyCommands
  readonly options?: LoopOptions
}

/**
 * Sends the steps to Lcqm over a store and to the model, one after the other, and compares every answer, the network
 * and the directory after it. Answers with how often each kind of step came to what; rejects with a JourneyMismatch.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { NetworkJourneyCommand, runNetworkJourney } from "@lcqm/testing/network-journey"
 * const by = inhabitants.office
 * const steps = (["form", "endorse"] as const).map((ask) => new NetworkJourneyCommand(() => ({ ask, by })))
 * Object.fromEntries(await runNetworkJourney({ store: memoryStore(), steps })) // => { "form: recorded": 1, "endorse: refused": 1 }
 * ```
 */
export const runNetworkJourney = async <StoreFailure>({
  options,
  steps,
  store
}: NetworkJourneyRun<StoreFailure>): Promise<ReadonlyMap<string, number>> => {
  const lcqm = openLcqm({ store, now: () => Date.UTC(2018, 0, 1), ...options })
  const met = new Map<string, number>()
  try {
    await fc.asyncModelRun(() => ({ model: new NetworkModel(), real: { lcqm, met, sent: 0 } }), steps)
  } finally {
    await lcqm.close()
  }
  return met
}
