// Every event as JSON Schema, for those who read the stored bytes or an export with tools of their own.
import { type JsonSchemaDocument, jsonSchemaOf } from "../vocabulary/index.ts"
import type { Catalogue } from "./catalogue.ts"
import { envelopeOf } from "./codec/envelope.ts"

/** The identifier of the JSON Schema of an event type and version. */
export const eventSchemaId = (type: string): string => `urn:lcqm:event:${type}`

/**
 * The JSON Schemas (draft 2020-12) of a catalogue's events, by stored type: each of the whole stamped event, whose
 * canonical form is the stored bytes; its data at `#/properties/data`.
 * @example
 * ```ts
 * import { eventSchemasOf, lcqmCatalogue } from "@lcqm/core"
 * eventSchemasOf(lcqmCatalogue).get("AwardAgreed.v1")?.$id // => "urn:lcqm:event:AwardAgreed.v1"
 * ```
 */
export const eventSchemasOf = (catalogue: Catalogue): ReadonlyMap<string, JsonSchemaDocument> =>
  new Map(
    [...catalogue].map(([name, { type }]) => [
      name,
      jsonSchemaOf(eventSchemaId(name), type.says, envelopeOf(type))
    ])
  )
