// Runs of the model beside a real Lcqm, over any store.
import { type EventStore, type LcqmCommand, type LoopOptions, openLcqm, presets } from "@lcqm/core"
import type { Layer } from "effect"
import * as fc from "fast-check"
import { foundingCommands, office } from "../arbitraries/index.ts"
import type { JourneyCommands } from "./any-journey.ts"
import { JourneyModel } from "./model.ts"
import { journeyCriteria, journeyNetwork, journeySchool } from "./step.ts"

/** What a journey is run over. */
export interface JourneyRun<StoreFailure> {
  /** A new, empty store; it is opened and closed by the run. */
  readonly store: Layer.Layer<EventStore, StoreFailure>
  readonly steps: JourneyCommands
  readonly options?: LoopOptions
}

// Silver and Gold are Silver: the lowest of the agreed judgements, evidence or not.
const ruleSet = {
  ...presets["secure-fit/1"],
  id: "lowest",
  criterionGap: 3,
  minEvidence: 0,
  absoluteFloor: "none" as const
}

const criteriaSet = {
  id: "two-criteria",
  version: "1",
  title: "Two criteria",
  themes: [
    {
      id: "theme",
      title: "Theme",
      criteria: journeyCriteria.map((id) => ({ id, title: id, weight: 1, essential: false }))
    }
  ]
}

const { lead, network } = journeyNetwork
const sent = { actor: office, occurredOn: "2017-09-01" } as const
const founding: ReadonlyArray<LcqmCommand> = [
  { type: "FormNetwork", id: "founding.network", ...sent, data: { network, name: "Journey", schools: [] } },
  { type: "NameNetworkLead", id: "founding.lead", ...sent, data: { network, lead } }
]

/**
 * Sends the steps to Lcqm over a store and to the model, one after the other, and compares every answer and the
 * school's state after it. Answers with how often each kind of step came to what; rejects with a JourneyMismatch.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { JourneyCommand, runJourney } from "@lcqm/testing/journey"
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * const by = inhabitants.office
 * const steps = (["enrol", "hold visit"] as const).map((ask) => new JourneyCommand(() => ({ ask, by })))
 * Object.fromEntries(await runJourney({ store: memoryStore(), steps })) // => { "enrol: recorded": 1, "hold visit: refused": 1 }
 * ```
 */
export const runJourney = async <StoreFailure>({
  options,
  steps,
  store
}: JourneyRun<StoreFailure>): Promise<ReadonlyMap<string, number>> => {
  const lcqm = openLcqm({ store, now: () => Date.UTC(2018, 0, 1), ...options })
  const met = new Map<string, number>()
  try {
    const world = {
      criteriaSet,
      ruleSet,
      windows: {},
      schools: [journeySchool.school],
      around: "silver"
    } as const
    for (const command of [...foundingCommands(world), ...founding]) await lcqm.execute(command)
    await fc.asyncModelRun(() => ({ model: new JourneyModel(), real: { lcqm, met, sent: 0 } }), steps)
  } finally {
    await lcqm.close()
  }
  return met
}
