// What the log holds. Every event, the engine's own and metadata too, is one record at one position.

/** An event as a client proposes it. */
export interface Proposed {
  /** A UUID, lower case. */
  readonly id: string
  readonly type: string
  readonly json: boolean
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** An event as it was recorded. */
export interface Recorded extends Proposed {
  readonly stream: string
  /** From 0 without gaps; `tombstoneRevision` for the record that ends a stream for ever. */
  readonly revision: number
  /** Where in the log it begins: grows, but never by one. Commit and prepare position are the same for an append. */
  readonly position: bigint
  /** Milliseconds since 1970. */
  readonly created: number
}

/** The revision of a tombstone. The engine writes the largest 64-bit integer, which a number cannot hold. */
export const tombstoneRevision = Number.POSITIVE_INFINITY

/** The largest signed 64-bit integer, as the engine writes it: a tombstone's revision, and `$tb` of a soft delete. */
export const longMax = "9223372036854775807"

/** A revision as it goes over the wire. */
export const revisionText = (revision: number): string =>
  revision === tombstoneRevision ? longMax : String(revision)

/** What an event counts towards the size of its append: UTF-16 of the type, data and metadata, as the engine counts. */
export const sizeOf = (event: Proposed): number =>
  2 * event.type.length + event.data.length + event.metadata.length
