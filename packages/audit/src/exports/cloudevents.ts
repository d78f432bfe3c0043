// Events as CloudEvents 1.0, for whatever routes and stores events of many systems. The data goes as it is read;
// the recorded bytes, which the ledger hashes, are an award file's and a store export's.
import { eventSchemaId, type Recorded } from "@lcqm/core"

/** A CloudEvent in the JSON format, with this library's extension attributes. */
export interface CloudEvent {
  readonly specversion: "1.0"
  /** The event's id. With `source` it names the event for ever. */
  readonly id: string
  readonly source: string
  /** `lcqm.` and the stored type. */
  readonly type: string
  /** The stream. */
  readonly subject: string
  /** When it was recorded. */
  readonly time: string
  readonly datacontenttype: "application/json"
  readonly dataschema: string
  readonly data: unknown
  /** When it happened, as given: extension attributes have lower-case names. */
  readonly occurredon: string
  /** The event's revision in its stream. */
  readonly streamrevision: number
  readonly position: string
  readonly leafhash: string
  readonly correlationid: string
  readonly causationid?: string
  readonly commandid: string
  readonly actor: string
  readonly actorrole: string
  /**
   * Left out where the data is as it was recorded. `opened`: a sealed text stands in it in its words, so that the event
   * is personal data; `withheld`: its sealed texts read `[sealed]` or `[erased]`.
   */
  readonly texts?: "opened" | "withheld"
}

/**
 * An event as a CloudEvent.
 * - `source` says which store it is from: a URI reference of the operator's own, as `https://example.org/lcqm`.
 * - `texts` says how its sealed texts were told, where they were: whoever tells them puts them into its data.
 *
 * Source: CloudEvents 1.0.2, JSON event format.
 * @example
 * ```ts
 * import { cloudEventOf } from "@lcqm/audit"
 * import { openLcqm, sampleCriteriaSet, valueOf } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * const lcqm = openLcqm({ store: memoryStore() })
 * const inForce = { publishedOn: "2026-06-01", inForceFrom: "2026-09-01" }
 * const { events } = valueOf(await lcqm.execute({
 *   type: "PublishCriteriaSet",
 *   id: "publish-0001",
 *   actor: { person: "p-office01", roles: ["SchemeOffice"] },
 *   occurredOn: "2026-06-01",
 *   data: { scheme: "lcqm", criteriaSet: sampleCriteriaSet, ...inForce }
 * }))
 * cloudEventOf(events[0]!, "https://example.org/lcqm").type // => "lcqm.CriteriaSetDrafted.v1"
 * ```
 */
export const cloudEventOf = (event: Recorded, source: string, texts?: CloudEvent["texts"]): CloudEvent => {
  const { data, id, leafHash, metadata, position, revision, stream, type } = event
  const { actor, causationId, commandId, correlationId, occurredOn, recordedAt } = metadata
  return {
    specversion: "1.0",
    id,
    source,
    type: `lcqm.${type}`,
    subject: stream,
    time: recordedAt,
    datacontenttype: "application/json",
    dataschema: `${eventSchemaId(type)}#/properties/data`,
    data,
    occurredon: occurredOn,
    streamrevision: revision,
    position,
    leafhash: leafHash,
    correlationid: correlationId,
    ...(causationId === undefined ? {} : { causationid: causationId }),
    commandid: commandId,
    actor: actor.person,
    actorrole: actor.role,
    ...(texts === undefined ? {} : { texts })
  }
}
