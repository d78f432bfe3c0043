// The directory once more, read off the events themselves with no fold: what the view is held against.
import type { DirectoryEntry, NetworkEvent, Recorded } from "@lcqm/core"
import { networkFold } from "@lcqm/core"

type Event = Recorded<NetworkEvent>

/** The events of networks in a history, in order. */
export const networkEventsIn = (events: ReadonlyArray<Recorded>): ReadonlyArray<Event> =>
  // The codec has checked that an event of a type is what its schema says.
  events.filter(({ type }) => networkFold.types.has(type)) as ReadonlyArray<Event>

type Of<Type extends Event["type"]> = Extract<Event, { readonly type: Type }>

const last = <Type extends Event["type"]>(events: ReadonlyArray<Event>, type: Type): Of<Type> | undefined =>
  events.findLast((event): event is Of<Type> => event.type === type)

// What was begun by events of one type and not ended by a later one of another.
const standing = (
  events: ReadonlyArray<Event>,
  begins: (event: Event) => string | undefined,
  ends: (event: Event) => string | undefined
): ReadonlyArray<string> => {
  const all = new Set(events.flatMap((event) => begins(event) ?? []))
  return [...all]
    .filter(
      (each) =>
        events.findLastIndex((event) => begins(event) === each) >
        events.findLastIndex((event) => ends(event) === each)
    )
    .toSorted()
}

const entryOf = (events: ReadonlyArray<Event>): ReadonlyArray<DirectoryEntry> => {
  const formed = last(events, "NetworkFormed.v1")
  const registered = last(events, "NetworkRegistered.v1")
  if (formed === undefined || registered === undefined || last(events, "NetworkClosed.v1")) return []
  const { area, name, network } = formed.data
  const endorsed = last(events, "NetworkEndorsed.v1") !== undefined
  const planning = last(events, "NetworkPlanningBegun.v1") !== undefined
  return [
    {
      network,
      name,
      area,
      stage: endorsed ? "endorsed" : planning ? "planning" : "preliminary",
      registeredOn: registered.metadata.occurredOn,
      focus: last(events, "LearningFocusChosen.v1")?.data,
      mathematicsCentre: last(events, "MathematicsCentreFunded.v1") !== undefined,
      schools: standing(
        events,
        ({ data, type }) => (type === "SchoolJoinedNetwork.v1" ? data.school : undefined),
        ({ data, type }) => (type === "SchoolLeftNetwork.v1" ? data.school : undefined)
      ),
      contacts: standing(
        events,
        ({ data, type }) => (type === "ContactConsentGiven.v1" ? data.contact : undefined),
        ({ data, type }) => (type === "ContactConsentWithdrawn.v1" ? data.contact : undefined)
      )
    }
  ]
}

/** The directory that these events make, by network. */
export const directoryByEvents = (events: ReadonlyArray<Event>): ReadonlyArray<DirectoryEntry> =>
  [...new Set(events.map(({ stream }) => stream))]
    .toSorted()
    .flatMap((stream) => entryOf(events.filter((event) => event.stream === stream)))
