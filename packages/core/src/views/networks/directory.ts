// The directory of networks. The source: "It contains all the details of the networks that have registered on the
// website, including the focus of their work and their contact details (where the networks have given permission for
// these to be made available)." A contact is a pseudonym; how to reach them is kept outside the log.
import { type LearningFocus, membersOf, type NetworkStage, type NetworkState } from "../../network/index.ts"
import type { EventId, NetworkId, PartialDate, PersonRef, Urn } from "../../vocabulary/index.ts"
import { contactsOf, type NetworksModel, standingConsents } from "./networks.ts"

/** What the directory says of a network. */
export interface DirectoryEntry {
  readonly network: NetworkId
  readonly name: string
  readonly area: string | undefined
  readonly stage: NetworkStage
  readonly registeredOn: PartialDate
  /** What it works on; undefined where it has chosen nothing yet. */
  readonly focus: LearningFocus | undefined
  readonly mathematicsCentre: boolean
  /** The schools that are in it, by URN. */
  readonly schools: ReadonlyArray<Urn>
  /** Who agreed to be shown, by pseudonym: nobody else, and nobody who has taken it back since. */
  readonly contacts: ReadonlyArray<PersonRef>
}

const entryOf = (state: NetworkState, standing: ReadonlySet<EventId>): ReadonlyArray<DirectoryEntry> => {
  const { area, focus, mathematicsCentre, name, network, registeredOn, stage } = state
  if (registeredOn === undefined || stage === undefined || stage === "closed") return []
  return [
    {
      network,
      name,
      area,
      stage,
      registeredOn,
      focus: focus && { subject: focus.subject, topics: focus.topics, years: focus.years },
      mathematicsCentre: mathematicsCentre !== undefined,
      schools: membersOf(state)
        .map(({ school }) => school)
        .toSorted(),
      contacts: contactsOf(state, standing)
    }
  ]
}

/**
 * The networks that have registered and are not closed, by id.
 * @param model The networks as at the date that is asked for.
 * @param now The networks as they are now: whose consent does not stand now is shown at no date.
 * @example
 * ```ts
 * import { directoryOf, networks, project } from "@lcqm/core"
 * const now = project(networks, [])
 * directoryOf(now, now) // => []
 * ```
 */
export const directoryOf = (model: NetworksModel, now: NetworksModel): ReadonlyArray<DirectoryEntry> => {
  const standing = standingConsents(now)
  return [...model.values()]
    .flatMap((state) => entryOf(state, standing))
    .toSorted((a, b) => (a.network < b.network ? -1 : 1))
}
