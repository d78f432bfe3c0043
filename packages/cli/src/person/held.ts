// What a store holds about people: every event that names somebody, acted for by somebody, or with a text about them.
import {
  type EventStore,
  lcqmCatalogue,
  peopleIn,
  type PersonInEvent,
  type PersonRef,
  type ReadError
} from "@lcqm/core"
import { Effect, Stream } from "effect"

/** A place in an event, without whom it is about. */
export type Place = Pick<PersonInEvent, "as" | "path">

/** An event about a person. */
export interface EventAbout {
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly occurredOn: string
  readonly recordedAt: string
  readonly places: ReadonlyArray<Place>
}

/** Every event about a person, in the store's order. Events are looked at as they are stored, of whatever version. */
export const eventsAbout = (
  store: EventStore["Service"],
  person: PersonRef
): Effect.Effect<ReadonlyArray<EventAbout>, ReadError> =>
  Effect.gen(function* () {
    const found: Array<EventAbout> = []
    yield* Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.sync(() => {
        for (const event of events) {
          const places = peopleIn(lcqmCatalogue, event).filter((each) => each.person === person)
          if (places.length === 0) continue
          const { metadata, revision, stream, type } = event
          const { occurredOn, recordedAt } = metadata
          const shown = places.map(({ as, path }) => ({ as, path }))
          found.push({ stream, revision, type, occurredOn, recordedAt, places: shown })
        }
      })
    )
    return found
  })

/** How often and until when a store speaks of a person. */
export interface LastNamed {
  readonly events: number
  /** When the last event about them was recorded. */
  readonly lastRecordedAt: string
}

/** Of everybody a store speaks of, when it last did. */
export const lastNamed = (
  store: EventStore["Service"]
): Effect.Effect<ReadonlyMap<PersonRef, LastNamed>, ReadError> =>
  Effect.gen(function* () {
    const last = new Map<PersonRef, LastNamed>()
    yield* Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.sync(() => {
        for (const event of events) {
          const { recordedAt } = event.metadata
          for (const person of new Set(peopleIn(lcqmCatalogue, event).map((each) => each.person))) {
            const before = last.get(person)
            // Streams go their own way in time: the store's order is not that of the clock.
            const latest =
              before !== undefined && before.lastRecordedAt > recordedAt ? before.lastRecordedAt : recordedAt
            last.set(person, { events: (before?.events ?? 0) + 1, lastRecordedAt: latest })
          }
        }
      })
    )
    return last
  })
