// How an event is stored in the engine: one JSON event, its data the event's data, its metadata the rest of the
// envelope, so that it reads in the engine's own tools and others can subscribe to it. The ledger's bytes are the
// canonical form of the two put together again.
import { type Codec, CorruptEvent, type Encoded, positionOf, type Stamped, type Stored } from "@lcqm/core"
import { canonicalJson, leafHashHex, NotCanonicalizable } from "@lcqm/ledger"
import { Result } from "effect"
import type { EngineEvent, EngineRecord } from "./engine/engine-client.ts"

/**
 * The id an event has in the engine: UUID version 8 (RFC 9562) from the leaf hash. The engine compares ids only, and
 * takes an append with known ids for a repetition whatever it holds; as this id follows from every byte, a
 * repetition is one of the very same event, and another content under a known event id is refused.
 */
export const engineIdOf = (leafHash: string): string => {
  const variant = "89ab"[Number.parseInt(leafHash[16]!, 16) & 3]
  return `${leafHash.slice(0, 8)}-${leafHash.slice(8, 12)}-8${leafHash.slice(13, 16)}-${variant}${leafHash.slice(17, 20)}-${leafHash.slice(20, 32)}`
}

/** The event as it goes to the engine. */
export const engineEventOf = (
  { data, id, metadata, revision, stream, type }: Stamped,
  { leafHash }: Encoded
): EngineEvent => ({ id: engineIdOf(leafHash), type, data, metadata: { id, stream, revision, metadata } })

/** An event that came from the engine, as the codec takes it. */
export interface Found {
  readonly text: string
  readonly stored: Stored
  /** Whether its bytes are those its id in the engine was made from. */
  readonly isWhole: boolean
  /** The event's own id. */
  readonly id: string
  readonly recordedAt: string
}

const fieldOf = (value: unknown, field: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, field) : undefined

const utf8 = new TextEncoder()

const textIn = (value: unknown, field: string): string => {
  const found = fieldOf(value, field)
  return typeof found === "string" ? found : ""
}

/** The ordinal of an event in the engine's log. Both halves are the same for events appended over gRPC. */
export const ordinalOf = ({ position }: EngineRecord): bigint => position?.commit ?? -1n

/** The bytes of an event that came from the engine; a CorruptEvent where another program wrote it. */
export const foundIn = (
  codec: Codec,
  prefix: string,
  record: EngineRecord
): Result.Result<Found, CorruptEvent> => {
  const stream = record.streamId.slice(prefix.length)
  const revision = Number(record.revision)
  const corrupt = (reason: string) => Result.fail(new CorruptEvent({ stream, revision, reason }))
  if (!record.isJson) return corrupt("it is not JSON: another program wrote it")
  if (fieldOf(record.metadata, "metadata") === undefined) {
    return corrupt("its metadata is not an envelope of ours: another program wrote it")
  }
  const { data, metadata, type } = record
  let text: string
  try {
    const [id, own] = [fieldOf(metadata, "id"), fieldOf(metadata, "metadata")]
    const place = { stream: fieldOf(metadata, "stream"), revision: fieldOf(metadata, "revision") }
    text = canonicalJson({ id, ...place, type, data, metadata: own })
  } catch (error) {
    if (!(error instanceof NotCanonicalizable)) throw error
    return corrupt(`it holds what canonical JSON cannot: ${error.reason}`)
  }
  const leafHash = leafHashHex(codec.hasher, utf8.encode(text))
  return Result.succeed({
    text,
    stored: { stream, revision, position: positionOf(ordinalOf(record)), leafHash },
    isWhole: engineIdOf(leafHash) === record.id,
    id: textIn(metadata, "id"),
    recordedAt: textIn(fieldOf(metadata, "metadata"), "recordedAt")
  })
}
