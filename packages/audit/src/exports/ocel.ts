// Events as an object-centric event log, OCEL 2.0, for process mining: how schools really go from enrolment to award.
// Free text is left out: no analysis needs it, and it is personal by default.
import {
  type Catalogue,
  enrolmentFold,
  type EnrolmentEvent,
  type EnrolmentState,
  isFreeText,
  type Recorded
} from "@lcqm/core"
import { fieldsOf, type ObjectInEvent, objectsOf } from "./event-objects.ts"

/** An attribute of an event or object type. */
export interface OcelAttribute {
  readonly name: string
  readonly type: "string" | "time"
}

/** A kind of event or object. */
export interface OcelType {
  readonly name: string
  readonly attributes: ReadonlyArray<OcelAttribute>
}

/** That an event is about an object, and in what part. */
export interface OcelRelationship {
  readonly objectId: string
  readonly qualifier: string
}

/** An event. Every value is a text, as the standard's JSON asks. */
export interface OcelEvent {
  readonly id: string
  readonly type: string
  /** When it was recorded. */
  readonly time: string
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly value: string }>
  readonly relationships: ReadonlyArray<OcelRelationship>
}

/** An object, and how its attributes changed. */
export interface OcelObject {
  readonly id: string
  readonly type: string
  readonly attributes: ReadonlyArray<{ readonly name: string; readonly value: string; readonly time: string }>
  readonly relationships: ReadonlyArray<OcelRelationship>
}

/** An object-centric event log. */
export interface Ocel {
  readonly objectTypes: ReadonlyArray<OcelType>
  readonly eventTypes: ReadonlyArray<OcelType>
  readonly objects: ReadonlyArray<OcelObject>
  readonly events: ReadonlyArray<OcelEvent>
}

type Change = OcelObject["attributes"][number]

/** What changes of a school in a scheme, by its fold. */
const schoolAttributes = ["stage", "cohort", "enrolment", "level"] as const

const valuesOf = (state: EnrolmentState): Readonly<Record<(typeof schoolAttributes)[number], string>> => ({
  stage: state.stage,
  cohort: state.cohort,
  enrolment: String(state.enrolment),
  level: state.awards.at(-1)?.level ?? "none"
})

class Schools {
  readonly #states = new Map<string, EnrolmentState>()

  /** What an event changes of the school whose stream it is in. */
  changes(id: string, event: Recorded): ReadonlyArray<Change> {
    if (!enrolmentFold.types.has(event.type)) return []
    const before = this.#states.get(id) ?? enrolmentFold.initial
    const after = enrolmentFold.evolve(before, event as Recorded<EnrolmentEvent>)
    this.#states.set(id, after)
    const [was, is] = [valuesOf(before), valuesOf(after)]
    const time = event.metadata.recordedAt
    return schoolAttributes.flatMap((name) =>
      was[name] === is[name] ? [] : [{ name, value: is[name], time }]
    )
  }
}

const attributesOf = (catalogue: Catalogue, event: Recorded): OcelEvent["attributes"] => [
  { name: "occurredOn", value: event.metadata.occurredOn },
  ...fieldsOf(catalogue, event)
    .filter(
      ({ is, path }) =>
        !isFreeText(is) && path[0] !== "basis" && path.every((each) => typeof each === "string")
    )
    .map(({ path, value }) => ({ name: path.join("."), value: String(value) }))
]

const typesOf = (named: Iterable<readonly [string, Iterable<string>]>): ReadonlyArray<OcelType> => {
  const types = new Map<string, Set<string>>()
  for (const [name, attributes] of named) {
    const known = types.get(name) ?? new Set()
    for (const attribute of attributes) known.add(attribute)
    types.set(name, known)
  }
  return [...types].map(([name, attributes]) => ({
    name,
    attributes: [...attributes].map((each) => ({ name: each, type: "string" as const }))
  }))
}

/**
 * Makes an object-centric event log of events in the store's order.
 *
 * Event types are the stored types, with the data's single values and `occurredOn` as attributes; object types are
 * school, cohort, person (by pseudonym), evidence, criterion, criteria set, rule set and network. A school's stage,
 * cohort, enrolment and level change over time.
 *
 * Source: OCEL 2.0 specification, JSON format.
 * @example
 * ```ts
 * import { ocelOf } from "@lcqm/audit"
 * import { lcqmCatalogue } from "@lcqm/core"
 * ocelOf([], lcqmCatalogue) // => { objectTypes: [], eventTypes: [], objects: [], events: [] }
 * ```
 */
export const ocelOf = (events: Iterable<Recorded>, catalogue: Catalogue): Ocel => {
  const objects = new Map<string, { readonly object: ObjectInEvent; readonly changes: Array<Change> }>()
  const schools = new Schools()
  const ocelEvents: Array<OcelEvent> = []
  for (const event of events) {
    const about = objectsOf(event, fieldsOf(catalogue, event))
    for (const object of about) {
      if (!objects.has(object.id)) objects.set(object.id, { object, changes: [] })
    }
    const own = about[0]
    if (own?.kind === "school" && own.part === "of") {
      objects.get(own.id)?.changes.push(...schools.changes(own.id, event))
    }
    ocelEvents.push({
      id: event.id,
      type: event.type,
      time: event.metadata.recordedAt,
      attributes: attributesOf(catalogue, event),
      relationships: about.map(({ id, part }) => ({ objectId: id, qualifier: part }))
    })
  }
  const ocelObjects = [...objects.values()].map(({ changes, object }) => ({
    id: object.id,
    type: object.kind,
    attributes: changes,
    relationships: []
  }))
  const namesOf = (attributes: ReadonlyArray<{ readonly name: string }>) => attributes.map(({ name }) => name)
  return {
    objectTypes: typesOf(ocelObjects.map(({ attributes, type }) => [type, namesOf(attributes)] as const)),
    eventTypes: typesOf(ocelEvents.map(({ attributes, type }) => [type, namesOf(attributes)] as const)),
    objects: ocelObjects,
    events: ocelEvents
  }
}
