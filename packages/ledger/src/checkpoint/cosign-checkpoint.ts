// A witness's part: "at this time I saw this log, and since I last looked it only grew". It says nothing about
// what the log holds.
import type { Hasher } from "../hasher.ts"
import type { Ed25519Verifier } from "../note/ed25519.ts"
import { cosignature, type NoteSigner } from "../note/sign-note.ts"
import { parseSignedNote, signatureLine } from "../note/signed-note.ts"
import type { VerifierKey } from "../note/verifier-key.ts"
import { WillNotSign } from "../note/will-not-sign.ts"
import type { Checkpoint } from "./checkpoint.ts"
import { checkGrowth } from "./growth.ts"
import { verifyCheckpoint } from "./verify-checkpoint.ts"

/**
 * What a witness needs to cosign: its signer (`cosignature/v1`), the log's note and key, the last checkpoint it
 * saw of this log (undefined only the first time), the consistency proof from there (32-byte hashes), and the
 * time in whole seconds since 1970.
 * @example
 * ```ts
 * import { cosignCheckpoint, type CosigningRequest, emptyRoot, noteSigner, signCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const witness = noteSigner(nodeHasher, "w.example", "cosignature/v1", nodeEd25519Signer(new Uint8Array(32).fill(1)))
 * const request: CosigningRequest = { witness, note, logKey: signer.key, lastSeen: checkpoint, proof: [], time: 1 }
 * const cosigned = await cosignCheckpoint(nodeHasher, nodeEd25519, request)
 * cosigned.lastSeen.size // => 0
 * ```
 */
export interface CosigningRequest {
  readonly witness: NoteSigner
  readonly note: string
  readonly logKey: VerifierKey
  readonly lastSeen: Checkpoint | undefined
  readonly proof: readonly Uint8Array[]
  readonly time: number
}

/**
 * The note with the witness's line under it, and the checkpoint to remember as last seen.
 * @example
 * ```ts
 * import { cosignCheckpoint, type Cosigned, emptyRoot, noteSigner, signCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const witness = noteSigner(nodeHasher, "w.example", "cosignature/v1", nodeEd25519Signer(new Uint8Array(32).fill(1)))
 * const request = { witness, note, logKey: signer.key, lastSeen: undefined, proof: [], time: 1 }
 * const cosigned: Cosigned = await cosignCheckpoint(nodeHasher, nodeEd25519, request)
 * cosigned.note.split("\n").length - note.split("\n").length // => 1
 * ```
 */
export interface Cosigned {
  readonly note: string
  readonly lastSeen: Checkpoint
}

/**
 * Cosigns a checkpoint, if the log signed it and only grew since the witness last looked.
 * @throws {@link WillNotSign} with the reason.
 *
 * Source: C2SP tlog-cosignature (Ed25519); C2SP tlog-witness for the order of checks.
 * @example
 * ```ts
 * import { cosignCheckpoint, emptyRoot, noteSigner, signCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const witness = noteSigner(nodeHasher, "w.example", "cosignature/v1", nodeEd25519Signer(new Uint8Array(32).fill(1)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const request = { witness, note, logKey: signer.key, lastSeen: undefined, proof: [], time: 1700000000 }
 * const cosigned = await cosignCheckpoint(nodeHasher, nodeEd25519, request)
 * cosigned.note.startsWith(note) // => true
 * ```
 */
export const cosignCheckpoint = async (
  hasher: Hasher,
  ed25519: Ed25519Verifier,
  request: CosigningRequest
): Promise<Cosigned> => {
  const { witness, note, logKey, lastSeen, proof, time } = request
  const policy = { origin: lastSeen?.origin ?? logKey.name, logKeys: [logKey], witnesses: [], quorum: 0 }
  const verdict = await verifyCheckpoint(ed25519, policy, note)
  if (!verdict.ok) {
    throw new WillNotSign("not signed by the log", verdict.expected, `${verdict.got} (${verdict.reason})`)
  }
  checkGrowth(hasher, lastSeen, verdict.checkpoint, proof)
  const line = signatureLine(await cosignature(witness, parseSignedNote(note).text, time))
  return { note: note + line, lastSeen: verdict.checkpoint }
}
