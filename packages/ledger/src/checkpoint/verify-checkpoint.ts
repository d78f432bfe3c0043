// Whether to believe a checkpoint, under a policy that the reader brings along: which log, whose keys, and how
// many outside witnesses must have seen it too.
import { toHex } from "../hex.ts"
import { Malformed } from "../malformed.ts"
import type { Ed25519Verifier } from "../note/ed25519.ts"
import { parseSignedNote } from "../note/signed-note.ts"
import { type VerifiedSignature, verifyNote } from "../note/verify-note.ts"
import type { VerifierKey } from "../note/verifier-key.ts"
import { type Checkpoint, parseCheckpointText } from "./checkpoint.ts"

/**
 * Whom a reader trusts: the log's `origin`, its own keys (several while a key is being replaced: one must have
 * signed), the witnesses known to the reader, and how many of them must have cosigned.
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint, type LogPolicy, verifyCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const policy: LogPolicy = { origin: "a.example", logKeys: [signer.key], witnesses: [], quorum: 0 }
 * const verdict = await verifyCheckpoint(nodeEd25519, policy, note)
 * verdict.ok // => true
 * ```
 */
export interface LogPolicy {
  readonly origin: string
  readonly logKeys: readonly VerifierKey[]
  readonly witnesses: readonly VerifierKey[]
  readonly quorum: number
}

/**
 * Why a checkpoint was not believed; see {@link CheckpointVerdict}.
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint, type CheckpointRefusal, verifyCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const expected: CheckpointRefusal = "too few witnesses"
 * const policy = { origin: "a.example", logKeys: [signer.key], witnesses: [], quorum: 1 }
 * const verdict = await verifyCheckpoint(nodeEd25519, policy, note)
 * !verdict.ok && verdict.reason === expected // => true
 * ```
 */
export type CheckpointRefusal =
  | "malformed"
  | "other origin"
  | "no known key"
  | "wrong signature"
  | "not signed by the log"
  | "too few witnesses"

/**
 * The checkpoint and who signed it, or why it is not believed, with what was expected and what came.
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint, type CheckpointVerdict, verifyCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const note = await signCheckpoint(nodeHasher, { signer, checkpoint, lastSigned: undefined, proof: [] })
 * const policy = { origin: "a.example", logKeys: [signer.key], witnesses: [], quorum: 0 }
 * const verdict: CheckpointVerdict = await verifyCheckpoint(nodeEd25519, policy, note)
 * verdict.ok && verdict.checkpoint.size // => 0
 * ```
 */
export type CheckpointVerdict =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly by: readonly VerifiedSignature[] }
  | {
      readonly ok: false
      readonly reason: CheckpointRefusal
      readonly expected: string
      readonly got: string
    }

type Refused = Extract<CheckpointVerdict, { readonly ok: false }>

/** What `read` gives, or, when it throws {@link Malformed}, the verdict that says so. */
export const orMalformed = <A>(read: () => A): { readonly ok: true; readonly value: A } | Refused => {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    const expected = `${error.format}: ${error.where} ${error.expected}`
    return { ok: false, reason: "malformed", expected, got: error.got }
  }
}

const refused = (reason: CheckpointRefusal, expected: string, got: string): Refused => ({
  ok: false,
  reason,
  expected,
  got
})

/**
 * Verifies a signed checkpoint under a policy. Never throws for what stands in the note: that is a verdict.
 *
 * Source: C2SP tlog-checkpoint; C2SP signed-note "Signatures"; C2SP tlog-cosignature.
 * @example
 * ```ts
 * import { verifyCheckpoint } from "@lcqm/ledger"
 * import { nodeEd25519 } from "@lcqm/ledger/node"
 * const policy = { origin: "a.example", logKeys: [], witnesses: [], quorum: 0 }
 * const verdict = await verifyCheckpoint(nodeEd25519, policy, "not a note")
 * verdict.ok ? "believed" : verdict.reason // => "malformed"
 * ```
 */
export const verifyCheckpoint = async (
  ed25519: Ed25519Verifier,
  policy: LogPolicy,
  note: string
): Promise<CheckpointVerdict> => {
  const read = orMalformed(() => {
    const parsed = parseSignedNote(note)
    return { parsed, checkpoint: parseCheckpointText(parsed.text) }
  })
  if (!read.ok) return read
  const { parsed, checkpoint } = read.value
  if (checkpoint.origin !== policy.origin) {
    return refused("other origin", JSON.stringify(policy.origin), JSON.stringify(checkpoint.origin))
  }
  const verdict = await verifyNote(ed25519, parsed, [...policy.logKeys, ...policy.witnesses])
  if (!verdict.ok) return verdict
  if (!verdict.by.some(({ key }) => policy.logKeys.includes(key))) {
    const got = verdict.by.map(({ key }) => key.name).join(", ")
    return refused("not signed by the log", "a signature of the log itself", `only ${got}`)
  }
  // One witness with two names is still one witness.
  const witnesses = verdict.by.filter(({ key }) => policy.witnesses.includes(key))
  const count = new Set(witnesses.map(({ key }) => toHex(key.publicKey))).size
  if (count < policy.quorum) return refused("too few witnesses", `${policy.quorum}`, `${count}`)
  return { ok: true, checkpoint, by: verdict.by }
}
