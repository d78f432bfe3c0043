// What an event of a catalogue looks like, as a check for each type and version of it.
import { type Result, Schema } from "effect"
import { EventId, type Malformed } from "../../vocabulary/index.ts"
import type { Catalogue } from "../catalogue.ts"
import type { AnyEventType } from "../event-type.ts"
import { Metadata, Revision, StreamName } from "../event.ts"

/** An event as its text says it: the stamp and the body. */
export interface Envelope {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly data: unknown
  readonly metadata: Metadata
}

/** Tells whether an input is an event of one type and version, or every problem found. */
export type Check = (input: unknown) => Result.Result<Envelope, Malformed>

/** A stamped event of one type and version: what its bytes are the canonical form of. */
export const envelopeOf = ({ data, type }: AnyEventType) =>
  Schema.Struct({
    id: EventId,
    stream: StreamName,
    revision: Revision,
    type: Schema.Literal(type),
    data,
    metadata: Metadata
  })

/** The stored types of the catalogue that differ from this one in their version only. */
export const versionsOf = (catalogue: Catalogue, type: string): ReadonlyArray<string> => {
  const name = type.replace(/\.v\d+$/, "")
  return [...catalogue.values()]
    .filter((listed) => listed.type.name === name)
    .map((listed) => listed.type.type)
}
