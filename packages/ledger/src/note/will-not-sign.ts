// A signature cannot be taken back, so whoever holds a key refuses first and explains.

/**
 * Why nothing was signed; see {@link WillNotSign}.
 * @example
 * ```ts
 * import { noteSigner, signNote, type SigningRefusal, WillNotSign } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const expected: SigningRefusal = "wrong kind of key"
 * const witness = noteSigner(nodeHasher, "w.example", "cosignature/v1", nodeEd25519Signer(new Uint8Array(32)))
 * const refusal = await signNote(witness, "hello\n").catch((error: unknown) => error)
 * refusal instanceof WillNotSign && refusal.reason === expected // => true
 * ```
 */
export type SigningRefusal =
  | "wrong kind of key"
  | "not a signature"
  | "not a time"
  | "other origin"
  | "other log"
  | "not signed by the log"
  | "inconsistent"

const advice: Record<SigningRefusal, string> = {
  "wrong kind of key": "use the log's own key for checkpoints and a cosignature/v1 key for witnessing",
  "not a signature": "look at the implementation of the signer: Ed25519 gives 64 bytes",
  "not a time": "give whole seconds since 1970, as a safe integer",
  "other origin": "sign each log with the key that bears its name",
  "other log": "compare a log only with its own earlier checkpoints",
  "not signed by the log": "ask the log for a checkpoint signed with the key you know",
  inconsistent:
    "stop and find out what happened to the log: leaves that were signed for are gone, changed or in another order"
}

/**
 * Nothing was signed: `reason` says why, `expected` and `got` in words what the rule wanted and what came.
 *
 * Source: C2SP tlog-checkpoint "Signatures"; C2SP tlog-cosignature.
 * @example
 * ```ts
 * import { emptyRoot, noteSigner, signCheckpoint, WillNotSign } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "a.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const checkpoint = { origin: "b.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * const request = { signer, checkpoint, lastSigned: undefined, proof: [] }
 * const refusal = await signCheckpoint(nodeHasher, request).catch((error: unknown) => error)
 * refusal instanceof WillNotSign ? refusal.reason : "signed" // => "other origin"
 * ```
 */
export class WillNotSign extends Error {
  readonly _tag = "WillNotSign"
  override readonly name = "WillNotSign"
  readonly reason: SigningRefusal
  readonly expected: string
  readonly got: string

  constructor(reason: SigningRefusal, expected: string, got: string) {
    super(`Nothing was signed (${reason}): expected ${expected}; got ${got}. What to do: ${advice[reason]}.`)
    this.reason = reason
    this.expected = expected
    this.got = got
  }
}
