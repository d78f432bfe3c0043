// Signing the text of a note. What may be signed is not decided here: see the checkpoint's own rules.
import type { Hasher } from "../hasher.ts"
import type { Ed25519Signer } from "./ed25519.ts"
import { type NoteSignature, writeSignedNote } from "./signed-note.ts"
import { cosignedMessage, joinCosignature } from "./timestamped.ts"
import { type NoteAlgorithm, type VerifierKey, verifierKey } from "./verifier-key.ts"
import { WillNotSign } from "./will-not-sign.ts"

/**
 * A signer of notes: the key others verify with, and the port that signs.
 * @example
 * ```ts
 * import { type NoteSigner, noteSigner } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const ed25519 = nodeEd25519Signer(new Uint8Array(32))
 * const signer: NoteSigner = noteSigner(nodeHasher, "example.com/log", "ed25519", ed25519)
 * signer.key.name // => "example.com/log"
 * ```
 */
export interface NoteSigner {
  readonly key: VerifierKey
  readonly ed25519: Ed25519Signer
}

/**
 * A signer of notes under a name: `ed25519` for the log itself, `cosignature/v1` for a witness.
 * @throws {@link Malformed} on a name that cannot stand in a note, or a public key that is not 32 bytes.
 *
 * Source: C2SP signed-note "Ed25519 signatures"; C2SP tlog-cosignature "Format".
 * @example
 * ```ts
 * import { noteSigner } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const ed25519 = nodeEd25519Signer(new Uint8Array(32))
 * noteSigner(nodeHasher, "witness.example", "cosignature/v1", ed25519).key.algorithm // => "cosignature/v1"
 * ```
 */
export const noteSigner = (
  hasher: Hasher,
  name: string,
  algorithm: NoteAlgorithm,
  ed25519: Ed25519Signer
): NoteSigner => ({ key: verifierKey(hasher, name, algorithm, ed25519.publicKey), ed25519 })

const utf8 = new TextEncoder()

const signed = async (
  { key, ed25519 }: NoteSigner,
  algorithm: NoteAlgorithm,
  message: Uint8Array
): Promise<Uint8Array> => {
  if (key.algorithm !== algorithm) {
    throw new WillNotSign("wrong kind of key", `a key of kind ${algorithm}`, `one of kind ${key.algorithm}`)
  }
  const signature = await ed25519.sign(message)
  if (signature.length === 64) return signature
  throw new WillNotSign("not a signature", "64 bytes from the signer", `${signature.length} bytes`)
}

/** A witness's signature over a text and the time, in POSIX seconds, at which it looked. */
export const cosignature = async (signer: NoteSigner, text: string, time: number): Promise<NoteSignature> => {
  if (!Number.isSafeInteger(time) || time < 0) {
    throw new WillNotSign("not a time", "whole seconds since 1970", String(time))
  }
  const signature = await signed(signer, "cosignature/v1", cosignedMessage(text, time))
  return { name: signer.key.name, id: signer.key.id, signature: joinCosignature(time, signature) }
}

/**
 * A text signed as a note with an `ed25519` key. The text must end with a line end. For checkpoints use
 * {@link signCheckpoint}, which refuses to contradict what was signed before.
 * @throws {@link Malformed} on a text that no note may have; {@link WillNotSign} on a key of another kind.
 *
 * Source: C2SP signed-note "Format" and "Ed25519 signatures".
 * @example
 * ```ts
 * import { noteSigner, parseSignedNote, signNote } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const note = await signNote(signer, "hello\n")
 * parseSignedNote(note).text // => "hello\n"
 * ```
 */
export const signNote = async (signer: NoteSigner, text: string): Promise<string> => {
  const signature = await signed(signer, "ed25519", utf8.encode(text))
  return writeSignedNote({ text, signatures: [{ name: signer.key.name, id: signer.key.id, signature }] })
}
