// What an operator signs about a store: a checkpoint over the whole log, and the head of one stream in it.
import type { Recorded } from "@lcqm/core"
import {
  type Checkpoint,
  consistencyProof,
  type Ed25519Verifier,
  hashFromHex,
  type Hasher,
  merkleRoot,
  type NoteSigner,
  signCheckpoint,
  signStreamHead,
  type StreamHead,
  verifyCheckpoint,
  WillNotSign
} from "@lcqm/ledger"
import type { StoreLog } from "./store-log.ts"

/** What signing a checkpoint needs. `lastSigned`: the note that was signed last, where any was. */
export interface CheckpointRequest {
  readonly hasher: Hasher
  readonly ed25519: Ed25519Verifier
  readonly signer: NoteSigner
  readonly log: Pick<StoreLog, "size" | "subtrees" | "headAt">
  readonly lastSigned?: string
}

/**
 * Signs a checkpoint over the whole log, where it only grew since the last one signed.
 * Rejects with a WillNotSign where the log shrank or its past is another, or the last note is not the signer's.
 */
export const signLogCheckpoint = async (request: CheckpointRequest): Promise<string> => {
  const { ed25519, hasher, lastSigned, log, signer } = request
  const origin = signer.key.name
  const checkpointNow = (): Checkpoint => ({ origin, ...log.headAt(log.size), extension: [] })
  if (lastSigned === undefined) {
    return signCheckpoint(hasher, { signer, checkpoint: checkpointNow(), lastSigned: undefined, proof: [] })
  }
  const policy = { origin, logKeys: [signer.key], witnesses: [], quorum: 0 }
  const last = await verifyCheckpoint(ed25519, policy, lastSigned)
  if (!last.ok) throw new WillNotSign("not signed by the log", last.expected, `${last.got} (${last.reason})`)
  const { size } = last.checkpoint
  if (size > log.size) {
    throw new WillNotSign("inconsistent", `a log of at least ${size} events`, `one of ${log.size}`)
  }
  const proof = size === 0 ? [] : consistencyProof(hasher, log.subtrees, size, log.size)
  return signCheckpoint(hasher, { signer, checkpoint: checkpointNow(), lastSigned: last.checkpoint, proof })
}

/** A stream whole, as the log has it when it has `logSize` events. */
export interface WholeStream {
  readonly stream: string
  readonly events: ReadonlyArray<Pick<Recorded, "leafHash">>
  readonly logSize: number
}

/** The head of a whole stream, of at least one event. */
export const streamHeadOf = (hasher: Hasher, origin: string, whole: WholeStream): StreamHead => {
  const { events, logSize, stream } = whole
  const leaves = events.map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash of the store"))
  return { origin, stream, revision: events.length - 1, root: merkleRoot(hasher, leaves), logSize }
}

/** Signs the head of a whole stream; rejects as `signStreamHead` does. */
export const signHeadOf = (hasher: Hasher, signer: NoteSigner, whole: WholeStream): Promise<string> =>
  signStreamHead({ signer, head: streamHeadOf(hasher, signer.key.name, whole), lastSigned: undefined })
