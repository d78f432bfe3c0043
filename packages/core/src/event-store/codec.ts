// The one place where events become bytes and bytes events: schema, canonical form, leaf hash, upcasting.
// Every adapter and every read path goes through it, so no two can differ.
import { canonicalJson, type Hasher, leafHashHex, NotCanonicalizable } from "@lcqm/ledger"
import { Result, Schema } from "effect"
import { type Malformed, decoderOf, shown } from "../vocabulary/index.ts"
import type { Catalogue, Listed } from "./catalogue.ts"
import { CorruptEvent, EventTooLarge, InvalidEvent, UnknownEventType } from "./errors.ts"
import { type Position, type Recorded, type Stamped, Metadata, Revision, StreamName } from "./event.ts"
import { largestEventBytes } from "./limits.ts"
import { EventId } from "../vocabulary/index.ts"

/** An event as a store keeps it. */
export interface Encoded {
  /** RFC 8785 canonical JSON of the stamped event. */
  readonly text: string
  /** How many bytes the text has in UTF-8. */
  readonly size: number
  /** RFC 6962 leaf hash of those bytes. */
  readonly leafHash: string
}

/** What a store knows of a stored event beside its text. */
export interface Stored {
  readonly stream: string
  readonly revision: number
  readonly position: Position
  readonly leafHash: string
}

/** Turns events into bytes and back, for one catalogue and one hasher. */
export interface Codec {
  readonly hasher: Hasher
  readonly catalogue: Catalogue
  /** Checks an event against its type's schema and the limits, and writes its bytes. */
  readonly encode: (event: Stamped) => Result.Result<Encoded, InvalidEvent | EventTooLarge>
  /** Reads a stored text: checked, upcast to the newest version, frozen. */
  readonly decode: (text: string, stored: Stored) => Result.Result<Recorded, CorruptEvent | UnknownEventType>
  /** The same without upcasting: the event as it was recorded, whose canonical form is its bytes. */
  readonly decodeAsStored: (
    text: string,
    stored: Stored
  ) => Result.Result<Recorded, CorruptEvent | UnknownEventType>
  /** Recomputes the leaf hash of a stored text; a CorruptEvent where it is another. */
  readonly verifyLeaf: (text: string, stored: Stored) => Result.Result<void, CorruptEvent>
}

interface Envelope {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly data: unknown
  readonly metadata: Metadata
}

type Check = (input: unknown) => Result.Result<Envelope, Malformed>

const envelopeOf = (listed: Listed): Check =>
  decoderOf(
    `${listed.type.type} event`,
    Schema.Struct({
      id: EventId,
      stream: StreamName,
      revision: Revision,
      type: Schema.Literal(listed.type.type),
      data: listed.type.data,
      metadata: Metadata
    })
  )

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const key in value) deepFreeze(value[key])
    Object.freeze(value)
  }
  return value
}

/** The stamped event of a recorded one: what its bytes are the canonical form of. */
export const stampedOf = (event: Recorded): Stamped => ({
  id: event.id,
  stream: event.stream,
  revision: event.revision,
  type: event.type,
  data: event.data,
  metadata: event.metadata
})

const versionsOf = (catalogue: Catalogue, type: string): ReadonlyArray<string> => {
  const name = type.replace(/\.v\d+$/, "")
  return [...catalogue.values()]
    .filter((listed) => listed.type.name === name)
    .map((listed) => listed.type.type)
}

const utf8 = new TextEncoder()

/** Makes the codec of a catalogue. */
export const codecOf = (catalogue: Catalogue, hasher: Hasher): Codec => {
  const checks = new Map<string, Check>()
  for (const [type, listed] of catalogue) checks.set(type, envelopeOf(listed))

  const encode: Codec["encode"] = (event) => {
    const check = checks.get(event.type)
    if (check === undefined) {
      const known = versionsOf(catalogue, event.type)
      return Result.fail(
        new InvalidEvent({
          stream: event.stream,
          type: shown(event.type),
          problems: [
            {
              path: "type",
              expected: known.length === 0 ? "an event type of the catalogue" : known.join(" or "),
              got: shown(event.type)
            }
          ]
        })
      )
    }
    const checked = check(event)
    if (Result.isFailure(checked)) {
      const { problems } = checked.failure
      return Result.fail(new InvalidEvent({ stream: event.stream, type: event.type, problems }))
    }
    let text: string
    try {
      text = canonicalJson(checked.success)
    } catch (error) {
      if (!(error instanceof NotCanonicalizable)) throw error
      const problem = {
        path: error.path.join("."),
        expected: "what canonical JSON can hold",
        got: error.reason
      }
      return Result.fail(new InvalidEvent({ stream: event.stream, type: event.type, problems: [problem] }))
    }
    const bytes = utf8.encode(text)
    if (bytes.length > largestEventBytes) {
      return Result.fail(
        new EventTooLarge({
          stream: event.stream,
          what: "event",
          limit: largestEventBytes,
          got: bytes.length,
          unit: "bytes"
        })
      )
    }
    return Result.succeed({ text, size: bytes.length, leafHash: leafHashHex(hasher, bytes) })
  }

  const read = (
    text: string,
    stored: Stored
  ): Result.Result<[Envelope, Listed], CorruptEvent | UnknownEventType> => {
    const corrupt = (reason: string) =>
      Result.fail(new CorruptEvent({ stream: stored.stream, revision: stored.revision, reason }))
    let parsed: unknown
    try {
      parsed = JSON.parse(text)
    } catch {
      return corrupt("its stored text is not JSON")
    }
    const type = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, "type") : undefined
    if (typeof type !== "string") return corrupt("its stored text names no event type")
    const listed = catalogue.get(type)
    const check = checks.get(type)
    if (listed === undefined || check === undefined) {
      const known = versionsOf(catalogue, type)
      return Result.fail(
        new UnknownEventType({ stream: stored.stream, revision: stored.revision, type, known })
      )
    }
    const checked = check(parsed)
    if (Result.isFailure(checked)) return corrupt(checked.failure.message)
    const envelope = checked.success
    if (envelope.stream !== stored.stream || envelope.revision !== stored.revision) {
      return corrupt(`it says it is event ${envelope.revision} of ${envelope.stream}`)
    }
    return Result.succeed([envelope, listed])
  }

  const recorded = (envelope: Envelope, type: string, data: unknown, stored: Stored): Recorded =>
    Object.freeze({
      id: envelope.id,
      stream: stored.stream,
      revision: envelope.revision,
      // The catalogue's own text, so that folds compare one and the same string.
      type,
      data: deepFreeze(data),
      metadata: deepFreeze(envelope.metadata),
      position: stored.position,
      leafHash: stored.leafHash
    })

  return {
    hasher,
    catalogue,
    encode,
    decode: (text, stored) =>
      Result.map(read(text, stored), ([envelope, listed]) => {
        let data = envelope.data
        for (const { step } of listed.steps) data = step(data)
        return recorded(envelope, listed.newest.type, data, stored)
      }),
    decodeAsStored: (text, stored) =>
      Result.map(read(text, stored), ([envelope, listed]) =>
        recorded(envelope, listed.type.type, envelope.data, stored)
      ),
    verifyLeaf: (text, stored) =>
      leafHashHex(hasher, utf8.encode(text)) === stored.leafHash
        ? Result.void
        : Result.fail(
            new CorruptEvent({
              stream: stored.stream,
              revision: stored.revision,
              reason: "its bytes are not those that were hashed when it was recorded"
            })
          )
  }
}
