// The operator's signature on the log. Two signed checkpoints that contradict each other are a proof of fraud
// that never goes away, so the signer must be shown that the log only grew since it last signed.
import type { Hasher } from "../hasher.ts"
import { signNote, type NoteSigner } from "../note/sign-note.ts"
import { WillNotSign } from "../note/will-not-sign.ts"
import { type Checkpoint, checkpointText } from "./checkpoint.ts"
import { checkGrowth } from "./growth.ts"

/**
 * What is needed to sign a checkpoint: the last one signed by this key, `undefined` only for the very first, and
 * the consistency proof from it (32-byte hashes; empty for the first, from size 0, and for the same size).
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint, type SigningRequest } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const request: SigningRequest = { signer, checkpoint, lastSigned: checkpoint, proof: [] }
 * const note = await signCheckpoint(nodeHasher, request)
 * note.startsWith("a.example\n0\n") // => true
 * ```
 */
export interface SigningRequest {
  readonly signer: NoteSigner
  readonly checkpoint: Checkpoint
  readonly lastSigned: Checkpoint | undefined
  readonly proof: readonly Uint8Array[]
}

/**
 * A signed checkpoint: a note over origin, size and root, signed by the log's own key.
 * @throws {@link WillNotSign} when the checkpoint contradicts the last one signed, bears another name than the
 * key, or the key is not of kind `ed25519`; {@link Malformed} when it is no checkpoint.
 *
 * Source: C2SP tlog-checkpoint "Signatures": a log must not sign what is inconsistent with what it signed.
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * note.split("\n").slice(0, 2) // => ["a.example", "0"]
 * ```
 */
export const signCheckpoint = async (hasher: Hasher, request: SigningRequest): Promise<string> => {
  const { signer, checkpoint, lastSigned, proof } = request
  if (checkpoint.origin !== signer.key.name) {
    throw new WillNotSign("other origin", JSON.stringify(signer.key.name), JSON.stringify(checkpoint.origin))
  }
  const text = checkpointText(checkpoint)
  checkGrowth(hasher, lastSigned, checkpoint, proof)
  return signNote(signer, text)
}
