// Whether to believe a stream head, by the keys the reader brings along.
import { orMalformed } from "../checkpoint/verify-checkpoint.ts"
import type { Ed25519Verifier } from "../note/ed25519.ts"
import { parseSignedNote } from "../note/signed-note.ts"
import type { VerifierKey } from "../note/verifier-key.ts"
import { type VerifiedSignature, verifyNote } from "../note/verify-note.ts"
import { parseStreamHeadText, type StreamHead } from "./stream-head.ts"

/**
 * What verifying a stream head answered: the head and who signed it, or why it is not believed.
 * @example
 * ```ts
 * import { type StreamHeadVerdict, verifyStreamHead } from "@lcqm/ledger"
 * import { nodeEd25519 } from "@lcqm/ledger/node"
 * const question = { origin: "log.example", logKeys: [] }
 * const verdict: StreamHeadVerdict = await verifyStreamHead(nodeEd25519, question, "no note")
 * verdict.ok ? "believed" : verdict.reason // => "malformed"
 * ```
 */
export type StreamHeadVerdict =
  | { readonly ok: true; readonly head: StreamHead; readonly by: readonly VerifiedSignature[] }
  | {
      readonly ok: false
      readonly reason: "malformed" | "other origin" | "no known key" | "wrong signature"
      readonly expected: string
      readonly got: string
    }

/**
 * Verifies a stream head: its form, its log, and a signature by one of the log's keys.
 * @example
 * ```ts
 * import { noteSigner, signStreamHead, verifyStreamHead } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "log.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const head = { origin: "log.example", stream: "s-1", revision: 0, root: new Uint8Array(32), logSize: 1 }
 * const note = await signStreamHead({ signer, head, lastSigned: undefined })
 * const verdict = await verifyStreamHead(nodeEd25519, { origin: "log.example", logKeys: [signer.key] }, note)
 * verdict.ok && verdict.head.stream // => "s-1"
 * ```
 */
export const verifyStreamHead = async (
  ed25519: Ed25519Verifier,
  policy: { readonly origin: string; readonly logKeys: readonly VerifierKey[] },
  note: string
): Promise<StreamHeadVerdict> => {
  const read = orMalformed(() => {
    const parsed = parseSignedNote(note)
    return { parsed, head: parseStreamHeadText(parsed.text) }
  })
  if (!read.ok) {
    const { expected, got } = read
    return { ok: false, reason: "malformed", expected, got }
  }
  const { head, parsed } = read.value
  if (head.origin !== policy.origin) {
    const [expected, got] = [JSON.stringify(policy.origin), JSON.stringify(head.origin)]
    return { ok: false, reason: "other origin", expected, got }
  }
  const keys = policy.logKeys.filter(({ algorithm }) => algorithm === "ed25519")
  const verdict = await verifyNote(ed25519, parsed, keys)
  return verdict.ok ? { ok: true, head, by: verdict.by } : verdict
}
