// What an event is: the stored type (name and version), its data, and the envelope the loop stamps around it.
import { Schema } from "effect"
import {
  ActedAs,
  CommandId,
  EventId,
  Instant,
  longestIdentifier,
  PartialDate,
  Sha256
} from "../vocabulary/index.ts"

/** The name of a stream, as `school-lcqm-900001`. Its category is the text before the first hyphen. */
export const StreamName = Schema.String.check(
  Schema.isMinLength(1),
  Schema.isMaxLength(400, { expected: "a stream name of at most 400 characters" }),
  Schema.makeFilter((text: string) => !/\p{Surrogate}/u.test(text), {
    expected: "a stream name without broken (lone) surrogates"
  })
).annotate({ identifier: "StreamName", holds: "identifier" })
export type StreamName = typeof StreamName.Type

/** The place of an event in its stream: 0 is the first. */
export const Revision = Schema.Int.check(
  Schema.isBetween(
    { minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    { expected: "a revision: a whole number from 0" }
  )
).annotate({ identifier: "Revision" })
export type Revision = typeof Revision.Type

/** 16 random bytes in hexadecimal: without them a neighbour's leaf hash could be found by guessing its event. */
export const Salt = Schema.String.check(
  Schema.isPattern(/^[0-9a-f]{32}$/u, { expected: "a salt: 16 bytes as 32 hexadecimal digits" })
).annotate({ identifier: "Salt", holds: "hash" })

/** What the loop records about an event beside its data. */
export const Metadata = Schema.Struct({
  /** The command that was decided; the same command again answers with these events. */
  commandId: CommandId,
  /** SHA-256 over the command without its free text: tells a repeated command from a reused id. */
  commandDigest: Sha256,
  /** The conversation this belongs to: the first command's id unless the sender says otherwise. */
  correlationId: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestIdentifier)).annotate({
    holds: "identifier"
  }),
  /** The event that gave rise to the command, where there is one. */
  causationId: Schema.optionalKey(EventId),
  actor: ActedAs,
  /** When it happened, as given. */
  occurredOn: PartialDate,
  /** When it was recorded; never goes back within a stream. */
  recordedAt: Instant,
  salt: Salt
})
export type Metadata = typeof Metadata.Type

/** An event before it is stamped: what a decision yields. */
export interface EventBody {
  readonly type: string
  readonly data: unknown
}

/** The envelope around a body: what the ledger hashes, together with it. Adapters build none of it. */
export interface Stamp {
  readonly id: EventId
  readonly stream: StreamName
  readonly revision: Revision
  readonly metadata: Metadata
}

/** A stamped event: the loop's to build, the store's to keep. Its bytes are the RFC 8785 form of exactly this. */
export type Stamped<Body extends EventBody = EventBody> = Stamp & Body

/**
 * Where an event stands in the order of the whole store: opaque, and as a text in the same order as the events.
 */
export const Position = Schema.String.check(
  Schema.isPattern(/^\d{20}$/u, { expected: "a position: 20 digits" })
).annotate({ identifier: "Position", holds: "identifier" })
export type Position = typeof Position.Type

/** The position of a store's running number. */
export const positionOf = (ordinal: number | bigint): Position => String(ordinal).padStart(20, "0")

/** An event as a store answers with it: what was stamped, where it stands, and the hash of its bytes. Frozen. */
export type Recorded<Body extends EventBody = EventBody> = Stamped<Body> & {
  readonly position: Position
  /** RFC 6962 leaf hash of the event's recorded bytes, 64 hexadecimal digits. */
  readonly leafHash: Sha256
}
