// What each format is made of. CloudEvents go out event by event; a log or a graph has to be whole first.
import { type CloudEvent, cloudEventOf, ocelOf, provOf } from "@lcqm/audit"
import {
  awardRegister,
  eventSchemasOf,
  type EventStore,
  lcqmCatalogue,
  projectedAsAt,
  type ReadError,
  registeredAwards,
  registerOn,
  schoolStream
} from "@lcqm/core"
import { Effect, Stream } from "effect"
import { dayOfView } from "../given/day.ts"
import { registerCsv } from "../register/csv.ts"
import { jsonLine } from "../telling/json.ts"

/** The store that is exported. */
export type Store = EventStore["Service"]

type Text = Stream.Stream<string, ReadError>

/** A batch in the JSON format: one array, an event a line. */
export const batchOf = <E>(events: Stream.Stream<CloudEvent, E>): Stream.Stream<string, E> =>
  Stream.concat(
    Stream.concat(
      Stream.make("["),
      Stream.map(
        Stream.zipWithIndex(events),
        ([event, index]) => `${index === 0 ? "" : ","}\n${jsonLine(event).trimEnd()}`
      )
    ),
    Stream.make("\n]\n")
  )

/** Every event of the store as a batch, with its data as it was recorded: a sealed text stays a box. */
export const cloudEvents = (store: Store, source: string): Text =>
  batchOf(Stream.map(store.readAll(), (event) => cloudEventOf(event, source)))

/** An object-centric event log of the whole store. */
export const objectCentricLog = (store: Store): Text =>
  Stream.fromEffect(
    Effect.map(Stream.runCollect(store.readAll()), (events) => jsonLine(ocelOf(events, lcqmCatalogue)))
  )

/** The provenance of one school's award. */
export const provenance = (store: Store, scheme: string, school: string): Text =>
  Stream.fromEffect(
    Effect.map(
      Stream.runCollect(
        Stream.filter(
          store.readAll({ filter: { streamPrefix: schoolStream(scheme, school) } }),
          ({ stream }) => stream === schoolStream(scheme, school)
        )
      ),
      (events) => jsonLine(provOf(events, lcqmCatalogue))
    )
  )

/** The JSON Schemas of all event types and versions, by stored type. */
export const schemasOfEvents: Stream.Stream<string> = Stream.sync(() =>
  jsonLine(Object.fromEntries(eventSchemasOf(lcqmCatalogue)))
)

/** The award register of a scheme, as it stands today. */
export const registerAsCsv = (store: Store, scheme: string): Text =>
  Stream.fromEffect(
    Effect.gen(function* () {
      const awards = registeredAwards(yield* projectedAsAt(store, awardRegister, {}))
      const ofScheme = awards.filter((award) => award.scheme === scheme)
      return registerCsv(registerOn(ofScheme, yield* dayOfView({})))
    })
  )
