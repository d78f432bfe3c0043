// Every network as its own events make it, and what no network's stream can know by itself: which schools are in
// several networks at once.
import type { Recorded } from "../../event-store/index.ts"
import { membersOf, networkFold, type NetworkState } from "../../network/index.ts"
import type { Projection } from "../../projecting/index.ts"
import type { EventId, NetworkId, PersonRef, Urn } from "../../vocabulary/index.ts"

/** The networks by their streams. */
export type NetworksModel = Map<string, NetworkState>

/** The read model of networks. */
export const networks: Projection<NetworksModel> = {
  name: "networks",
  version: 1,
  types: networkFold.types,
  empty: () => new Map(),
  apply: (model, event: Recorded) => {
    model.set(event.stream, networkFold.evolve(model.get(event.stream) ?? networkFold.initial, event))
  }
}

/** A school that is in several networks: no refusal, but something that whoever looks is told. */
export interface InSeveralNetworks {
  readonly school: Urn
  /** The networks it is in, this one among them, by id. */
  readonly networks: ReadonlyArray<NetworkId>
}

/** A network: all that is known of it, but of consents only whose stands now; and what is to be warned of. */
export interface NetworkView extends Omit<NetworkState, "consents"> {
  /** Who agreed to be shown as its contact: nobody else, and nobody who has taken it back since. */
  readonly contacts: ReadonlyArray<PersonRef>
  /** The schools of it that are in other networks too, by URN. */
  readonly warnings: ReadonlyArray<InSeveralNetworks>
}

/**
 * The consents that stand, by the events they were given by: asked of the networks as they are now, whatever date is
 * looked at. A consent that was taken back stands at no date.
 * @example
 * ```ts
 * import { networks, project, standingConsents } from "@lcqm/core"
 * standingConsents(project(networks, [])).size // => 0
 * ```
 */
export const standingConsents = (now: NetworksModel): ReadonlySet<EventId> =>
  new Set([...now.values()].flatMap(({ consents }) => Array.from(consents.values(), ({ event }) => event)))

/** Who of those that had consented stands by it, in order. */
export const contactsOf = (
  { consents }: NetworkState,
  standing: ReadonlySet<EventId>
): ReadonlyArray<PersonRef> =>
  [...consents].flatMap(([contact, { event }]) => (standing.has(event) ? [contact] : [])).toSorted()

const networksBySchool = (model: NetworksModel): ReadonlyMap<Urn, ReadonlyArray<NetworkId>> => {
  const found = new Map<Urn, Array<NetworkId>>()
  for (const state of model.values()) {
    for (const { school } of membersOf(state)) {
      const known = found.get(school)
      if (known === undefined) found.set(school, [state.network])
      else if (!known.includes(state.network)) known.push(state.network)
    }
  }
  return found
}

/**
 * The networks that were formed, by id.
 * @param model The networks as at the date that is asked for.
 * @param now The networks as they are now: whose consent does not stand now is shown at no date.
 * @example
 * ```ts
 * import { networks, networksOf, project } from "@lcqm/core"
 * const now = project(networks, [])
 * networksOf(now, now) // => []
 * ```
 */
export const networksOf = (model: NetworksModel, now: NetworksModel): ReadonlyArray<NetworkView> => {
  const standing = standingConsents(now)
  const bySchool = networksBySchool(model)
  return [...model.values()]
    .filter(({ stage }) => stage !== undefined)
    .toSorted((a, b) => (a.network < b.network ? -1 : 1))
    .map(({ consents, ...state }) => ({
      ...state,
      contacts: contactsOf({ ...state, consents }, standing),
      warnings: membersOf(state)
        .map(({ school }) => ({ school, networks: (bySchool.get(school) ?? []).toSorted() }))
        .filter((each) => each.networks.length > 1)
        .toSorted((a, b) => (a.school < b.school ? -1 : 1))
    }))
}
