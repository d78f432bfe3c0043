// From what the engine hands over to events of ours: which are asked for, and what they are.
import {
  type Catalogue,
  type Codec,
  CorruptEvent,
  type EventFilter,
  type Recorded,
  UnknownEventType
} from "@lcqm/core"
import { Result } from "effect"
import type { EngineRecord } from "../engine/engine-client.ts"
import { foundIn } from "../stored-event.ts"

/** Why an event cannot be handed over. */
export type Unreadable = CorruptEvent | UnknownEventType

/** Decodes for one store. */
export interface Decoding {
  readonly codec: Codec
  /** What the names of the store's streams begin with in the engine, the full stop included. */
  readonly prefix: string
}

/** The event of a record; checked against the hash that its id was made from. */
export const eventOf = (
  { codec, prefix }: Decoding,
  record: EngineRecord,
  asStored: boolean
): Result.Result<Recorded, Unreadable> => {
  const found = foundIn(codec, prefix, record)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const { isWhole, stored, text } = found.success
  const event = asStored ? codec.decodeAsStored(text, stored) : codec.decode(text, stored)
  const { revision, stream } = stored
  if (Result.isFailure(event) && event.failure._tag === "UnknownEventType" && isWhole) {
    const { known, type } = event.failure
    return Result.fail(new UnknownEventType({ stream, revision, type, known, asHashed: true }))
  }
  if (isWhole || Result.isFailure(event)) return event
  const reason = "its bytes are not those that were hashed when it was recorded"
  return Result.fail(new CorruptEvent({ stream, revision, reason }))
}

const nameOf = (type: string): string => type.replace(/\.v\d+$/u, "")

/**
 * Whether a record is one that the filter asks for. Types are asked for as they are read, in their newest version; a
 * version that nobody here knows is asked for by its name, and is then an error, since nothing is skipped.
 */
export const chosenBy = (
  { codec, prefix }: Decoding,
  filter: EventFilter | undefined
): ((record: EngineRecord) => boolean) => {
  const streamPrefix = filter?.streamPrefix ?? ""
  const byType = typeFilter(codec.catalogue, filter?.types)
  return ({ streamId, type }) => streamId.startsWith(streamPrefix, prefix.length) && byType(type)
}

const typeFilter = (
  catalogue: Catalogue,
  types: ReadonlyArray<string> | undefined
): ((type: string) => boolean) => {
  if (types === undefined) return () => true
  const [wanted, names] = [new Set(types), new Set(types.map(nameOf))]
  return (type) => {
    const listed = catalogue.get(type)
    return listed === undefined ? names.has(nameOf(type)) : wanted.has(listed.newest.type)
  }
}

/** The events of some records, up to the first that cannot be handed over. */
export const eventsIn = (
  decoding: Decoding,
  records: ReadonlyArray<EngineRecord>,
  chosen: (record: EngineRecord) => boolean,
  asStored: boolean
): { readonly events: ReadonlyArray<Recorded>; readonly unreadable: Unreadable | undefined } => {
  const events: Array<Recorded> = []
  for (const record of records) {
    if (!chosen(record)) continue
    const event = eventOf(decoding, record, asStored)
    if (Result.isFailure(event)) return { events, unreadable: event.failure }
    events.push(event.success)
  }
  return { events, unreadable: undefined }
}
