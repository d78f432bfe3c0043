// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the network
// and the directory must stand afterwards as the model says.
import type { OpenedLcqm } from "@lcqm/core"
import { type Beside, JourneyMismatch, StepBesideModel } from "../journey/beside-model.ts"
import { expectedInNetwork } from "./expected.ts"
import type { NetworkModel } from "./model.ts"
import { commandOf, type NetworkStep } from "./step.ts"

const inOrder = (represent: Iterable<[string, string]>): ReadonlyArray<[string, string]> =>
  [...represent].toSorted(([one], [other]) => (one < other ? -1 : 1))

const standingIn = (model: NetworkModel) =>
  model.stage === undefined
    ? undefined
    : {
        stage: model.stage,
        subject: model.subject,
        lead: model.lead,
        registered: model.registered,
        funded: model.funded,
        schools: [...model.schools].toSorted(),
        times: model.times,
        contacts: [...model.consents].toSorted(),
        representatives: inOrder(model.representatives),
        listed: model.listed
      }

const standingOf = async (lcqm: OpenedLcqm<unknown>): Promise<ReturnType<typeof standingIn>> => {
  const networks = await lcqm.networks()
  const directory = await lcqm.networkDirectory()
  if (!networks.ok || !directory.ok) throw new JourneyMismatch("the networks cannot be looked at")
  const [network] = networks.value
  if (network?.stage === undefined) return undefined
  const { contacts, focus, lead, mathematicsCentre, members, registeredOn, representatives, stage } = network
  return {
    stage,
    subject: focus?.subject,
    lead,
    registered: registeredOn !== undefined,
    funded: mathematicsCentre !== undefined,
    schools: members.flatMap(({ school, until }) => (until === undefined ? [school] : [])).toSorted(),
    times: members.length,
    contacts: [...contacts],
    representatives: inOrder(
      [...representatives].map(([person, { school }]): [string, string] => [person, school])
    ),
    listed: directory.value[0]?.contacts
  }
}

/** Chooses the step that is sent, by how far the network has come; undefined where there is none to choose. */
export type NetworkChoice = (model: Readonly<NetworkModel>) => NetworkStep | undefined

const beside: Beside<NetworkModel, NetworkStep> = {
  what: "the network",
  commandOf: (step, sent) => commandOf(step, `network.${sent}`),
  expectedOf: expectedInNetwork,
  standingIn: (model) => JSON.stringify(standingIn(model) ?? null),
  standingOf: async (lcqm) => JSON.stringify((await standingOf(lcqm)) ?? null)
}

/**
 * A step as fast-check's model runs take it: chosen when it is its turn.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { NetworkJourneyCommand, NetworkModel } from "@lcqm/testing/network-journey"
 * const forming = new NetworkJourneyCommand(({ stage }) =>
 *   stage === undefined ? { ask: "form", by: inhabitants.office } : undefined)
 * forming.check(new NetworkModel()) // => true
 * ```
 */
export class NetworkJourneyCommand extends StepBesideModel<NetworkModel, NetworkStep> {
  constructor(choose: NetworkChoice) {
    super(choose, beside)
  }

  protected override again(choose: NetworkChoice): NetworkJourneyCommand {
    return new NetworkJourneyCommand(choose)
  }
}
