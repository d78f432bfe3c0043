// Where an award comes from, as W3C PROV in its JSON form: a command is an activity, an event is an entity it
// generated, a person is its agent; a decision was derived from the events of its stream and of the facts it read.
import type { Basis, Catalogue, Recorded } from "@lcqm/core"

type Attributes = Readonly<Record<string, unknown>>

/** A PROV document in the PROV-JSON form (W3C Member Submission of 24 April 2013). */
export interface ProvDocument {
  readonly prefix: Readonly<Record<string, string>>
  readonly entity: Readonly<Record<string, Attributes>>
  readonly activity: Readonly<Record<string, Attributes>>
  readonly agent: Readonly<Record<string, Attributes>>
  readonly wasGeneratedBy: Readonly<Record<string, Attributes>>
  readonly wasAssociatedWith: Readonly<Record<string, Attributes>>
  readonly wasInformedBy: Readonly<Record<string, Attributes>>
  readonly wasDerivedFrom: Readonly<Record<string, Attributes>>
}

const eventName = (id: string): string => `lcqm:event-${id}`
const commandName = (id: string): string => `lcqm:command-${id.replaceAll(":", ".")}`
const personName = (person: string): string => `lcqm:${person}`
/** A stream as it stood: what a basis names by its root. */
const momentName = (stream: string, revision: number | "none"): string => `lcqm:${stream}.${revision}`

const basisOf = (catalogue: Catalogue, { data, type }: Recorded): Basis | undefined =>
  catalogue.get(type)?.type.decision === true && typeof data === "object" && data !== null && "basis" in data
    ? (data.basis as Basis)
    : undefined

/**
 * The provenance of events, in PROV-JSON. Given the events of one school's stream it tells where that school's award
 * comes from; the streams whose facts were read stand in it as entities, named by stream, revision and root.
 *
 * Source: PROV-DM (W3C Recommendation), PROV-JSON (W3C Member Submission).
 * @example
 * ```ts
 * import { provOf } from "@lcqm/audit"
 * import { lcqmCatalogue } from "@lcqm/core"
 * provOf([], lcqmCatalogue).entity // => {}
 * ```
 */
export const provOf = (events: Iterable<Recorded>, catalogue: Catalogue): ProvDocument => {
  const entity: Record<string, Attributes> = {}
  const activity: Record<string, Attributes> = {}
  const agent: Record<string, Attributes> = {}
  const wasGeneratedBy: Record<string, Attributes> = {}
  const wasAssociatedWith: Record<string, Attributes> = {}
  const wasInformedBy: Record<string, Attributes> = {}
  const wasDerivedFrom: Record<string, Attributes> = {}
  const commandOf = new Map<string, string>()

  for (const event of events) {
    const { id, leafHash, metadata, revision, stream, type } = event
    const name = eventName(id)
    const command = commandName(metadata.commandId)
    const person = personName(metadata.actor.person)
    commandOf.set(id, command)
    entity[name] = {
      "prov:type": { $: `lcqm:${type}`, type: "prov:QUALIFIED_NAME" },
      "prov:generatedAtTime": { $: metadata.recordedAt, type: "xsd:dateTime" },
      "lcqm:stream": stream,
      "lcqm:revision": revision,
      "lcqm:occurredOn": metadata.occurredOn,
      "lcqm:leafHash": leafHash
    }
    activity[command] = { "prov:endTime": metadata.recordedAt }
    agent[person] = { "prov:type": { $: "prov:Person", type: "prov:QUALIFIED_NAME" } }
    wasGeneratedBy[`_:g-${id}`] = {
      "prov:entity": name,
      "prov:activity": command,
      "prov:time": metadata.recordedAt
    }
    wasAssociatedWith[`_:a-${metadata.commandId}`] = {
      "prov:activity": command,
      "prov:agent": person,
      "prov:role": metadata.actor.role
    }
    const cause = metadata.causationId === undefined ? undefined : commandOf.get(metadata.causationId)
    if (cause !== undefined && cause !== command) {
      wasInformedBy[`_:i-${metadata.commandId}`] = { "prov:informed": command, "prov:informant": cause }
    }
    const basis = basisOf(catalogue, event)
    if (basis === undefined) continue
    const own = { stream, revision: basis.revision, root: basis.root }
    for (const [place, fact] of [own, ...basis.facts].entries()) {
      const moment = momentName(fact.stream, fact.revision)
      entity[moment] = {
        "prov:type": { $: "prov:Collection", type: "prov:QUALIFIED_NAME" },
        "lcqm:stream": fact.stream,
        "lcqm:revision": fact.revision,
        "lcqm:root": fact.root
      }
      wasDerivedFrom[`_:d-${id}-${place}`] = {
        "prov:generatedEntity": name,
        "prov:usedEntity": moment,
        "prov:activity": command
      }
    }
  }
  const prefix = { lcqm: "urn:lcqm:", xsd: "http://www.w3.org/2001/XMLSchema#" }
  return {
    prefix,
    entity,
    activity,
    agent,
    wasGeneratedBy,
    wasAssociatedWith,
    wasInformedBy,
    wasDerivedFrom
  }
}
