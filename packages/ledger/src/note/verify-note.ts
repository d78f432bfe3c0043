// Whether a note was signed by somebody we know. Which keys those are comes from outside the note, always.
import { Malformed } from "../malformed.ts"
import type { Ed25519Verifier } from "./ed25519.ts"
import { type NoteSignature, type SignedNote, signatureTitle } from "./signed-note.ts"
import { cosignedMessage, splitCosignature } from "./timestamped.ts"
import type { VerifierKey } from "./verifier-key.ts"

/**
 * A good signature: whose, and for a cosignature when, in seconds since 1970 (POSIX).
 * @example
 * ```ts
 * import { noteSigner, parseSignedNote, signNote, type VerifiedSignature, verifyNote } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const note = parseSignedNote(await signNote(signer, "hello\n"))
 * const verdict = await verifyNote(nodeEd25519, note, [signer.key])
 * const by: readonly VerifiedSignature[] = verdict.ok ? verdict.by : []
 * by.map(({ key, time }) => [key.name, time]) // => [["a.example", undefined]]
 * ```
 */
export interface VerifiedSignature {
  readonly key: VerifierKey
  readonly time: number | undefined
}

/**
 * What verifying a note answered: the good signatures, at least one, or why the note must be rejected. Lines of
 * unknown keys are passed over, as the format asks.
 * @example
 * ```ts
 * import { noteSigner, parseSignedNote, signNote, type NoteVerdict, verifyNote } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const note = parseSignedNote(await signNote(signer, "hello\n"))
 * const verdict: NoteVerdict = await verifyNote(nodeEd25519, note, [signer.key])
 * verdict.ok // => true
 * ```
 */
export type NoteVerdict =
  | { readonly ok: true; readonly by: readonly VerifiedSignature[] }
  | {
      readonly ok: false
      readonly reason: "no known key" | "wrong signature"
      readonly expected: string
      readonly got: string
    }

const utf8 = new TextEncoder()

// undefined: the signature is wrong.
const verified = async (
  ed25519: Ed25519Verifier,
  key: VerifierKey,
  text: string,
  { signature }: NoteSignature
): Promise<VerifiedSignature | undefined> => {
  if (key.algorithm === "ed25519") {
    const good =
      signature.length === 64 && (await ed25519.verify(key.publicKey, utf8.encode(text), signature))
    return good ? { key, time: undefined } : undefined
  }
  const cosignature = splitCosignature(signature)
  if (cosignature instanceof Malformed) return undefined
  const message = cosignedMessage(text, cosignature.time)
  const good = await ed25519.verify(key.publicKey, message, cosignature.signature)
  return good ? { key, time: cosignature.time } : undefined
}

/**
 * Verifies every signature on a note that is from one of `keys`. One wrong signature of a known key rejects the
 * whole note; so does a note that no known key signed.
 *
 * Source: C2SP signed-note "Signatures".
 * @example
 * ```ts
 * import { parseSignedNote, verifyNote } from "@lcqm/ledger"
 * import { nodeEd25519 } from "@lcqm/ledger/node"
 * const note = parseSignedNote("hello\n\n— a.example AAAAAQI=\n")
 * const verdict = await verifyNote(nodeEd25519, note, [])
 * verdict.ok // => false
 * ```
 */
export const verifyNote = async (
  ed25519: Ed25519Verifier,
  note: SignedNote,
  keys: readonly VerifierKey[]
): Promise<NoteVerdict> => {
  const by: VerifiedSignature[] = []
  for (const line of note.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id)
    if (key === undefined) continue
    const good = await verified(ed25519, key, note.text, line)
    if (good === undefined) {
      const expected = `a signature of ${signatureTitle(line)} over this text`
      return { ok: false, reason: "wrong signature", expected, got: "one that does not verify" }
    }
    by.push(good)
  }
  if (by.length > 0) return { ok: true, by }
  const expected = keys.length === 0 ? "a known key" : keys.map(signatureTitleOfKey).join(" or ")
  return { ok: false, reason: "no known key", expected, got: note.signatures.map(signatureTitle).join(", ") }
}

const signatureTitleOfKey = ({ name, id }: VerifierKey): string =>
  signatureTitle({ name, id, signature: new Uint8Array() })
