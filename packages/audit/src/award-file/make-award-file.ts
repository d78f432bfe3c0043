// Makes a school's award file from a store: its stream, the facts its decisions read, and, where the operator's key
// is at hand, what is signed about them.
import { type EventStore, type ReadError, type Recorded, schoolStream, stampedOf } from "@lcqm/core"
import { canonicalJson, inclusionProof, toBase64, verifierKeyText, type NoteSigner } from "@lcqm/ledger"
import { Data, Effect } from "effect"
import { basisOf } from "../history/basis-of.ts"
import { readWholeStream } from "../history/read-stream.ts"
import { signHeadOf } from "../log/sealing.ts"
import type { StoreLog } from "../log/store-log.ts"
import { type AwardFile, awardFileFormat, type FiledEvent, type FiledStream } from "./award-file.ts"

/** What makes a file one that proves itself: the log, a checkpoint over it, and the key that signs the stream head. */
export interface Seal {
  readonly log: StoreLog
  /** The size of the log that the checkpoint is over. */
  readonly size: number
  /** A checkpoint signed over the first `size` events of the log. */
  readonly checkpoint: string
  readonly signer: NoteSigner
}

/** The store holds nothing of the school in this scheme, or nothing within the checkpoint. */
export class NothingToFile extends Data.TaggedError("NothingToFile")<{ readonly stream: string }> {
  override get message(): string {
    return `There is no event of ${this.stream} to file. Check the scheme and the school's URN; with a checkpoint, whether it is of a later day than the enrolment.`
  }
}

// Up to which revision each fact's stream was read by any decision of these events.
const factsNamedBy = (events: ReadonlyArray<Recorded>): ReadonlyMap<string, number> => {
  const named = new Map<string, number>()
  for (const { data } of events) {
    for (const { revision, stream } of basisOf(data)?.facts ?? []) {
      if (revision !== "none") named.set(stream, Math.max(revision, named.get(stream) ?? 0))
    }
  }
  return named
}

const inOrder = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : 1)

/**
 * A school's award file. Without a seal it holds nothing signed, and verifies as no more than complete up to the
 * award.
 * @example
 * ```ts
 * import { makeAwardFile } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const file = Effect.flatMap(EventStore, (store) => makeAwardFile(store, { scheme: "lcqm", school: "900001" }))
 * const made = await Effect.runPromise(Effect.result(Effect.provide(file, memoryStore())))
 * made._tag // => "Failure"
 * ```
 */
export const makeAwardFile = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  request: { readonly scheme: string; readonly school: string; readonly seal?: Seal }
): Effect.fn.Return<AwardFile, ReadError | NothingToFile> {
  const { scheme, school, seal } = request
  const { hasher } = store.codec
  const stream = schoolStream(scheme, school)

  const indexOf = ({ position }: Recorded): number | undefined => {
    const index = seal?.log.indexOf(position)
    return index === undefined || index >= (seal?.size ?? 0) ? undefined : index
  }
  const filed = (event: Recorded): FiledEvent => {
    const bytes = canonicalJson(stampedOf(event))
    const index = indexOf(event)
    if (seal === undefined || index === undefined) return { bytes }
    const proof = inclusionProof(hasher, seal.log.subtrees, index, seal.size).map(toBase64)
    return { bytes, place: { index, proof } }
  }

  const read = yield* readWholeStream(store, stream)
  const own = seal === undefined ? read : read.filter((event) => indexOf(event) !== undefined)
  if (own.length === 0) return yield* new NothingToFile({ stream })
  const facts: Array<FiledStream> = []
  for (const [name, revision] of [...factsNamedBy(own)].toSorted(inOrder)) {
    const events = yield* readWholeStream(store, name, revision)
    facts.push({ stream: name, events: events.map(filed) })
  }
  const file: AwardFile = {
    format: awardFileFormat,
    scheme,
    school,
    streams: [{ stream, events: own.map(filed) }, ...facts]
  }
  if (seal === undefined) return file
  const whole = { stream, events: own, logSize: seal.size }
  const head = yield* Effect.promise(() => signHeadOf(hasher, seal.signer, whole))
  return { ...file, log: { key: verifierKeyText(seal.signer.key), checkpoint: seal.checkpoint, head } }
})
