// The award file: what a school hands to whoever doubts its award. It holds the stored bytes of the school's stream
// and of every stream its decisions read facts from, and what the operator signed about them. It is one line of
// canonical JSON, so that a changed byte anywhere shows, and needs no program of ours to be checked.
import { SchemeId, StreamName, Urn } from "@lcqm/core"
import { Schema } from "effect"

/** What an award file says it is: the first version of the format. */
export const awardFileFormat = "lcqm-award-file/1"

/** A hash in base64: 32 bytes, standard alphabet, padded. */
const Hash = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u, {
    expected: "32 bytes in base64: 43 characters and ="
  })
)

/** Where an event stands in the operator's log, and the hashes that prove it (RFC 6962 section 2.1.1). */
export const LogPlace = Schema.Struct({
  /** The event's index in the log, from 0. */
  index: Schema.Int.check(
    Schema.isBetween({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }, { expected: "an index: from 0" })
  ),
  /** The audit path to the root that the checkpoint of the file names, lowest first. */
  proof: Schema.Array(Hash).check(Schema.isMaxLength(63))
}).annotate({ identifier: "LogPlace" })
export type LogPlace = typeof LogPlace.Type

/** An event: its stored bytes as text, and its place in the log where the file has a log. */
export const FiledEvent = Schema.Struct({
  bytes: Schema.String,
  place: Schema.optionalKey(LogPlace)
}).annotate({ identifier: "FiledEvent" })
export type FiledEvent = typeof FiledEvent.Type

/** A stream from its first event on. */
export const FiledStream = Schema.Struct({
  stream: StreamName,
  events: Schema.Array(FiledEvent)
}).annotate({ identifier: "FiledStream" })
export type FiledStream = typeof FiledStream.Type

/** What the operator of the log signed. */
export const FiledLog = Schema.Struct({
  /** The operator's verifier key as the file claims it: to be compared with one known from elsewhere. */
  key: Schema.String,
  /** A signed C2SP checkpoint: every `place` of the file refers to its tree. */
  checkpoint: Schema.String,
  /** The signed head of the school's stream; without one nobody sees whether the end was cut off. */
  head: Schema.optionalKey(Schema.String)
}).annotate({ identifier: "FiledLog" })
export type FiledLog = typeof FiledLog.Type

/**
 * An award file. `streams` begins with the school's own stream, whole; behind it, in the order of their names, the
 * streams of the facts its decisions read, each up to the last revision that a decision names.
 * @example
 * ```ts
 * import { AwardFile } from "@lcqm/audit"
 * import { Schema } from "effect"
 * const streams = [{ stream: "school-lcqm-900001", events: [] }]
 * const file = { format: "lcqm-award-file/1", scheme: "lcqm", school: "900001", streams }
 * Schema.is(AwardFile)(file) // => true
 * ```
 */
export const AwardFile = Schema.Struct({
  format: Schema.Literal(awardFileFormat),
  scheme: SchemeId,
  school: Urn,
  streams: Schema.NonEmptyArray(FiledStream),
  log: Schema.optionalKey(FiledLog)
}).annotate({ identifier: "AwardFile" })
export type AwardFile = typeof AwardFile.Type
