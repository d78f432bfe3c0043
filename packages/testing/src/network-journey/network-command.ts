// One step, sent to a real Lcqm and to the model: what the one answers the other must have expected, and the network
// and the directory must stand afterwards as the model says.
import type { OpenedLcqm } from "@lcqm/core"
import * as fc from "fast-check"
import { JourneyMismatch } from "../journey/journey-command.ts"
import { expectedInNetwork } from "./expected.ts"
import type { NetworkModel } from "./model.ts"
import { commandOf, type NetworkStep } from "./step.ts"

/** The system under test, and what was met in it. */
export interface NetworkReal {
  readonly lcqm: OpenedLcqm<unknown>
  /** How often a step came to what, as `endorse: refused`. */
  readonly met: Map<string, number>
  sent: number
}

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
export class NetworkJourneyCommand implements fc.AsyncCommand<NetworkModel, NetworkReal> {
  readonly #choose: NetworkChoice
  #told: string | undefined

  constructor(choose: NetworkChoice) {
    this.#choose = choose
  }

  check(model: Readonly<NetworkModel>): boolean {
    return this.#choose(model) !== undefined
  }

  async run(model: NetworkModel, real: NetworkReal): Promise<void> {
    const step = this.#choose(model)
    if (step === undefined) return
    const { ask, by, ...rest } = step
    const told = [by, ask, ...Object.values(rest)].join(" ")
    this.#told = told
    real.sent += 1
    const expected = expectedInNetwork(step, model)
    const answer = await real.lcqm.execute(commandOf(step, `network.${real.sent}`))
    const came = !answer.ok ? "refused" : answer.value.events.length === 0 ? "nothing to do" : "recorded"
    if (came !== expected) {
      const why = answer.ok ? "" : ` (${JSON.stringify(answer.failure)})`
      throw new JourneyMismatch(`${told}: expected ${expected}, came ${came}${why}`)
    }
    if (came === "recorded") model.happen(step)
    real.met.set(`${ask}: ${came}`, (real.met.get(`${ask}: ${came}`) ?? 0) + 1)
    const is = JSON.stringify(await standingOf(real.lcqm))
    const ought = JSON.stringify(standingIn(model))
    if (is !== ought)
      throw new JourneyMismatch(`after ${told}: the network stands at ${is}, expected ${ought}`)
  }

  // A run of its own for every try, so that what is told is what was done in the failing one.
  [fc.cloneMethod](): NetworkJourneyCommand {
    return new NetworkJourneyCommand(this.#choose)
  }

  toString(): string {
    return this.#told ?? "a step not taken"
  }
}
