// An event of a file as verifying looks at it: its hash, what its bytes claim, and whether the signed log has it.
import type { Basis, Codec, Position, Recorded } from "@lcqm/core"
import {
  canonicalJson,
  fromBase64,
  leafHashOfText,
  NotCanonicalizable,
  NotCanonicalJson,
  parseCanonicalJson,
  toHex,
  type TreeHead,
  verifyInclusion
} from "@lcqm/ledger"
import { Result } from "effect"
import type { FiledEvent, FiledStream } from "../award-file/award-file.ts"
import { basisOf } from "../history/basis-of.ts"
import { isSaidOnce } from "./said-once.ts"

/** What an event's bytes say of themselves. */
export interface Claims {
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly data: unknown
  /** What it rests on, where it is a decision. */
  readonly basis: Basis | undefined
}

/**
 * How an event that the signed log vouches for was written, where not in the canonical form: its text here is another
 * than what was hashed and says the same (`text`), or what was hashed is itself in another form (`log`).
 */
export type OtherForm = "text" | "log"

/** An event of a file, looked at by itself. */
export interface Looked {
  /** Its place among its stream's events in the file, from 0. */
  readonly place: number
  readonly bytes: string
  /** The hash of what the log has, where the text is in another form than that; of the text everywhere else. */
  readonly leafHash: Uint8Array
  /** What its bytes say they are; undefined where they are no event's bytes. */
  readonly claims: Claims | undefined
  /** Whether the log of the believed checkpoint has it at its place; undefined where that cannot be checked. */
  readonly inLog: boolean | undefined
  /** Only where `inLog` is true. */
  readonly otherForm: OtherForm | undefined
  /** Its index in the log, as the file says. */
  readonly index: number | undefined
}

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

const claimsIn = (value: unknown): Claims | undefined => {
  const [stream, revision, type] = [field(value, "stream"), field(value, "revision"), field(value, "type")]
  if (typeof stream !== "string" || typeof revision !== "number" || typeof type !== "string") return undefined
  if (!Number.isSafeInteger(revision) || revision < 0) return undefined
  const data = field(value, "data")
  return { stream, revision, type, data, basis: basisOf(data) }
}

const claimsOf = (bytes: string): Claims | undefined => {
  try {
    return claimsIn(parseCanonicalJson(bytes))
  } catch (error) {
    if (error instanceof NotCanonicalJson) return undefined
    throw error
  }
}

/** What a text that is not canonical says, and its canonical form; undefined where two readers may read two things in it. */
const saidIn = (bytes: string): { readonly value: unknown; readonly canonical: string } | undefined => {
  try {
    const value: unknown = JSON.parse(bytes)
    const canonical = canonicalJson(value)
    return isSaidOnce(bytes, canonical) ? { value, canonical } : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof NotCanonicalizable) return undefined
    throw error
  }
}

type Found = Pick<Looked, "claims" | "leafHash" | "inLog" | "otherForm">

/** An event's text held against the log; `holds` tells whether the log has a leaf at the event's place. */
const held = (
  bytes: string,
  leafHash: Uint8Array,
  holds: ((leaf: Uint8Array) => boolean) | undefined,
  hash: (text: string) => Uint8Array
): Found => {
  const claims = claimsOf(bytes)
  const inLog = holds?.(leafHash)
  const asItIs = { claims, leafHash, inLog, otherForm: undefined }
  // Without the log's word nothing tells a text that another version wrote from one that somebody edited.
  if (claims !== undefined || holds === undefined) return asItIs
  const said = saidIn(bytes)
  if (inLog === true) return { ...asItIs, claims: claimsIn(said?.value), otherForm: "log" }
  const canonical = said === undefined ? undefined : hash(said.canonical)
  const told = claimsIn(said?.value)
  return canonical !== undefined && told !== undefined && holds(canonical)
    ? { claims: told, leafHash: canonical, inLog: true, otherForm: "text" }
    : asItIs
}

const lookAt = (codec: Codec, event: FiledEvent, place: number, tree: TreeHead | undefined): Looked => {
  const { bytes, place: logged } = event
  const hash = (text: string) => leafHashOfText(codec.hasher, text)
  const proof = logged?.proof.map((each) => fromBase64(each))
  const holds =
    tree === undefined || logged === undefined || proof === undefined
      ? undefined
      : (leafHash: Uint8Array) =>
          verifyInclusion(codec.hasher, { index: logged.index, leafHash, tree, proof }).ok
  return { place, bytes, index: logged?.index, ...held(bytes, hash(bytes), holds, hash) }
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
