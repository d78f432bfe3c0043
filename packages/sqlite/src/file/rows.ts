// Rows of the file as the program sees them. A row that has not the shape the schema gives it was written by
// something else, and says so.
import { type Codec, CorruptEvent, positionOf, type Recorded, UnknownEventType } from "@lcqm/core"
import { isCanonicalJson } from "@lcqm/ledger"
import { Result } from "effect"
import { numberIn } from "./columns.ts"

/** An event's row. */
export interface EventRow {
  readonly ordinal: number
  readonly revision: number
  readonly leafHash: string
  readonly bytes: string
}

const isEventRow = (row: unknown): row is EventRow =>
  typeof row === "object" &&
  row !== null &&
  typeof Reflect.get(row, "ordinal") === "number" &&
  typeof Reflect.get(row, "revision") === "number" &&
  typeof Reflect.get(row, "leafHash") === "string" &&
  typeof Reflect.get(row, "bytes") === "string"

/** The columns of an event's row, in SQL. */
export const eventColumns = "e.ordinal, e.revision, e.leaf_hash AS leafHash, e.bytes"

/** How a read treats each event. */
export interface Reading {
  readonly codec: Codec
  readonly asStored: boolean
  /** Whether the leaf hash is recomputed from the bytes. */
  readonly verified: boolean
}

/** What is said of an event of the whole store that cannot be told from its row: its number there. */
export const corruptAt = (ordinal: number, reason: string): CorruptEvent =>
  new CorruptEvent({ stream: "the whole store", revision: ordinal, reason })

/** What is said of an event whose columns say another id or type than its text. */
export const otherThanInText = "its id or type in the file is another than in its text"

/** The event of a row that may have another shape. */
export const eventOf = (
  reading: Reading,
  stream: string,
  row: unknown
): Result.Result<Recorded, CorruptEvent | UnknownEventType> => {
  if (!isEventRow(row)) {
    const [ordinal, revision] = [numberIn(row, "ordinal"), numberIn(row, "revision")]
    const reason = "its row has not the shape of an event's"
    return Result.fail(
      revision === undefined
        ? corruptAt(ordinal ?? 0, reason)
        : new CorruptEvent({ stream, revision, reason })
    )
  }
  return decodedRow(reading, stream, row)
}

/** The event of a row. */
export const decodedRow = (
  { asStored, codec, verified }: Reading,
  stream: string,
  { bytes, leafHash, ordinal, revision }: EventRow
): Result.Result<Recorded, CorruptEvent | UnknownEventType> => {
  const stored = { stream, revision, position: positionOf(ordinal), leafHash }
  if (verified || asStored) {
    const checked = codec.verifyLeaf(bytes, stored)
    // An edited event whose text is canonical is found by whoever hashes what is read as recorded: with both hashes, and
    // reading goes on. Another spelling of the same event (a space, a key twice) shows in its bytes alone, and so only here.
    if (Result.isFailure(checked) && (verified || !isCanonicalJson(bytes)))
      return Result.fail(checked.failure)
  }
  const read = asStored ? codec.decodeAsStored(bytes, stored) : codec.decode(bytes, stored)
  if (Result.isSuccess(read) || read.failure._tag === "CorruptEvent") return read
  // A type that was edited is unknown too: whoever is told so is told which of the two it is.
  const { known, type } = read.failure
  return Result.flatMap(codec.verifyLeaf(bytes, stored), () =>
    Result.fail(new UnknownEventType({ stream, revision, type, known, asHashed: true }))
  )
}
