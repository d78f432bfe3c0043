// An event of a file as verifying looks at it: its hash, what its bytes claim, and whether the signed log has it.
import type { Basis, Codec, Position, Recorded } from "@lcqm/core"
import {
  fromBase64,
  leafHashOfText,
  NotCanonicalJson,
  parseCanonicalJson,
  toHex,
  type TreeHead,
  verifyInclusion
} from "@lcqm/ledger"
import { Result } from "effect"
import type { FiledEvent, FiledStream } from "../award-file/award-file.ts"
import { basisOf } from "../history/basis-of.ts"

/** What an event's bytes say of themselves. */
export interface Claims {
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly data: unknown
  /** What it rests on, where it is a decision. */
  readonly basis: Basis | undefined
}

/** An event of a file, looked at by itself. */
export interface Looked {
  /** Its place among its stream's events in the file, from 0. */
  readonly place: number
  readonly bytes: string
  readonly leafHash: Uint8Array
  /** What its bytes say they are; undefined where they are no event's bytes. */
  readonly claims: Claims | undefined
  /** Whether the log of the believed checkpoint has it at its place; undefined where that cannot be checked. */
  readonly inLog: boolean | undefined
  /** Its index in the log, as the file says. */
  readonly index: number | undefined
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

const claimsOf = (bytes: string): Looked["claims"] => {
  try {
    const value = parseCanonicalJson(bytes)
    const [stream, revision, type] = [field(value, "stream"), field(value, "revision"), field(value, "type")]
    if (typeof stream !== "string" || typeof revision !== "number" || typeof type !== "string")
      return undefined
    if (!Number.isSafeInteger(revision) || revision < 0) return undefined
    const data = field(value, "data")
    return { stream, revision, type, data, basis: basisOf(data) }
  } catch (error) {
    if (error instanceof NotCanonicalJson) return undefined
    throw error
  }
}

const lookAt = (codec: Codec, event: FiledEvent, place: number, tree: TreeHead | undefined): Looked => {
  const { bytes, place: logged } = event
  const leafHash = leafHashOfText(codec.hasher, bytes)
  const checked = tree !== undefined && logged !== undefined
  return {
    place,
    bytes,
    leafHash,
    claims: claimsOf(bytes),
    inLog: checked
      ? verifyInclusion(codec.hasher, {
          index: logged.index,
          leafHash,
          tree,
          proof: logged.proof.map((hash) => fromBase64(hash))
        }).ok
      : undefined,
    index: logged?.index
  }
}

/** The events of a stream, each looked at by itself; `tree` is that of a checkpoint that is believed. */
export const lookedAt = (
  codec: Codec,
  { events }: FiledStream,
  tree: TreeHead | undefined
): ReadonlyArray<Looked> => events.map((event, place) => lookAt(codec, event, place, tree))

// A file does not say where in its engine's order an event stood, and nothing that is verified needs it.
const nowhere: Position = "0".repeat(20)

/** The recorded event of filed bytes, upcast; the failure says why this program cannot read it. */
export const recordedOf = (
  codec: Codec,
  { bytes, claims, leafHash }: Looked
): Result.Result<Recorded, string> => {
  if (claims === undefined) return Result.fail("its bytes are not those of a recorded event")
  const { revision, stream } = claims
  const stored = { stream, revision, position: nowhere, leafHash: toHex(leafHash) }
  return Result.mapError(codec.decode(bytes, stored), (error) =>
    error._tag === "CorruptEvent" ? error.reason : error.message
  )
}
