// Where an event says something of a person: what somebody asks for who wants to know what is held about them, and what
// a scheme looks through for people it has no more reason to keep.
import type { Catalogue } from "../event-store/catalogue.ts"
import { eventFields, isFreeText } from "../event-store/event-fields.ts"
import { isSealed, type PersonRef } from "../vocabulary/index.ts"

/** A place in an event that is about a person. */
export interface PersonInEvent {
  readonly person: PersonRef
  /** Where it stands in the event, as `data.champion` or `metadata.actor.person`; `stream` is the stream's own name. */
  readonly path: string
  /** Whether the person is named, acted, has the stream, or a free text is about them, sealed or not. */
  readonly as: "named" | "actor" | "stream" | "sealed text" | "open text"
}

/** What of an event says whom it is about: events as they are recorded have all of it. */
export interface EventAboutPeople {
  readonly stream: string
  readonly type: string
  readonly data: unknown
  readonly metadata: { readonly actor: { readonly person: PersonRef } }
}

const streamOf = "person-"

const written = (path: ReadonlyArray<string | number>): string =>
  path.reduce<string>((text, at) => (typeof at === "number" ? `${text}[${at}]` : `${text}.${at}`), "data")

const isPerson = (value: unknown): value is PersonRef => typeof value === "string"

// An event of a type the catalogue does not have is not read at all, so every event here is one of its own.
const inData = (catalogue: Catalogue, { data, type }: EventAboutPeople): ReadonlyArray<PersonInEvent> => {
  const listed = catalogue.get(type)
  if (listed === undefined) return []
  return eventFields(listed.type, data).flatMap(({ is, path, value }): ReadonlyArray<PersonInEvent> => {
    if (is === "PersonRef" && isPerson(value)) return [{ person: value, path: written(path), as: "named" }]
    if (!isFreeText(is) || typeof value !== "object" || value === null) return []
    const about: unknown = Reflect.get(value, "about")
    const as = isSealed(value) ? "sealed text" : "open text"
    const people: ReadonlyArray<unknown> = Array.isArray(about) ? about : []
    return people.filter(isPerson).map((person) => ({ person, path: written(path), as }))
  })
}

/**
 * Everybody an event is about, and where it says so, in the order: its stream, who acted, its data.
 * @example
 * ```ts
 * import { lcqmCatalogue, peopleIn } from "@lcqm/core"
 * const event = {
 *   stream: "school-lcqm-900001",
 *   type: "ChampionAppointed.v1",
 *   data: { champion: "p-champion1" },
 *   metadata: { actor: { person: "p-office01" } }
 * }
 * peopleIn(lcqmCatalogue, event).map(({ path }) => path) // => ["metadata.actor.person", "data.champion"]
 * ```
 */
export const peopleIn = (catalogue: Catalogue, event: EventAboutPeople): ReadonlyArray<PersonInEvent> => [
  ...(event.stream.startsWith(streamOf)
    ? [{ person: event.stream.slice(streamOf.length), path: "stream", as: "stream" } as const]
    : []),
  { person: event.metadata.actor.person, path: "metadata.actor.person", as: "actor" },
  ...inData(catalogue, event)
]
