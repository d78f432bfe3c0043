// Which things of the scheme an event is about: its stream's own, whoever acted, and whatever its data names. Told by
// the schemas' own names of what a text is, so that a new event needs nothing here.
import { type Catalogue, eventFields, type EventField, type Recorded } from "@lcqm/core"

/** The kinds of things that events are about. */
export type ObjectKind =
  "school" | "cohort" | "person" | "evidence" | "criterion" | "criteria set" | "rule set" | "network"

/** A thing, and in what part it stands in an event. */
export interface ObjectInEvent {
  readonly kind: ObjectKind
  readonly id: string
  readonly part: string
}

const kindByCategory: Readonly<Record<string, ObjectKind>> = {
  school: "school",
  cohort: "cohort",
  person: "person",
  criteria: "criteria set",
  ruleset: "rule set",
  network: "network"
}

interface Place {
  readonly kind: ObjectKind | undefined
  readonly scheme: string
  readonly name: string
}

/** What a stream is of, by its name: `school-lcqm-900001`, `person-p-…`. */
const placeOf = (stream: string): Place => {
  const [category = "", ...rest] = stream.split("-")
  const kind = kindByCategory[category]
  return kind === "person" || kind === "network"
    ? { kind, scheme: "", name: rest.join("-") }
    : { kind, scheme: rest[0] ?? "", name: rest.slice(1).join("-") }
}

const partOf = (path: EventField["path"]): string => {
  const names = path.filter((each) => typeof each === "string")
  return names.at(-1) ?? ""
}

const named = (place: Place, scheme: string, { is, value }: EventField): ObjectInEvent | undefined => {
  if (typeof value !== "string") return undefined
  switch (is) {
    case "PersonRef":
      return { kind: "person", id: `person:${value}`, part: "" }
    case "Urn":
      return { kind: "school", id: `school:${scheme}:${value}`, part: "" }
    case "NetworkId":
      return { kind: "network", id: `network:${value}`, part: "" }
    case "CohortLabel":
      return { kind: "cohort", id: `cohort:${scheme}:${value}`, part: "" }
    // A school names its evidence; another school's of the same name is another thing.
    case "EvidenceId":
      return { kind: "evidence", id: `evidence:${scheme}:${place.name}:${value}`, part: "" }
    case "CriterionId":
      return { kind: "criterion", id: `criterion:${scheme}:${value}`, part: "" }
    default:
      return undefined
  }
}

const idOf = ({ kind, name, scheme }: Place): string =>
  [(kind ?? "stream").replace(" ", "-"), ...(scheme === "" ? [] : [scheme]), name].join(":")

/** The fields of an event's data, by the catalogue's schema of its type. */
export const fieldsOf = (catalogue: Catalogue, event: Recorded): ReadonlyArray<EventField> => {
  const listed = catalogue.get(event.type)
  return listed === undefined ? [] : eventFields(listed.type, event.data)
}

/** The things an event is about, each part once: first its stream's own, then whoever acted. */
export const objectsOf = (
  event: Recorded,
  fields: ReadonlyArray<EventField>
): ReadonlyArray<ObjectInEvent> => {
  const place = placeOf(event.stream)
  const said = fields.find(({ is, path }) => is === "SchemeId" && path.length === 1)?.value
  const scheme = place.scheme === "" && typeof said === "string" ? said : place.scheme
  const { person, role } = event.metadata.actor
  const found: Array<ObjectInEvent> = []
  if (place.kind !== undefined) found.push({ kind: place.kind, id: idOf(place), part: "of" })
  found.push({ kind: "person", id: `person:${person}`, part: `by ${role}` })
  for (const field of fields) {
    const object = named(place, scheme, field)
    if (object !== undefined) found.push({ ...object, part: partOf(field.path) })
  }
  const seen = new Set<string>()
  return found.filter(({ id, part }) => {
    const key = `${part}\n${id}`
    return seen.has(key) ? false : seen.add(key) !== undefined
  })
}
