// One file that proves, offline, that an event was in the log: position, proof and signed checkpoint together.
import { fromBase64, hashFromBase64, toBase64 } from "../base64.ts"
import { hashLength, type Hasher } from "../hasher.ts"
import { Malformed } from "../malformed.ts"
import { verifyInclusion } from "../merkle/inclusion.ts"
import type { ProofRefusal } from "../merkle/verdict.ts"
import type { Ed25519Verifier } from "../note/ed25519.ts"
import { parseSignedNote } from "../note/signed-note.ts"
import { type CheckpointVerdict, type LogPolicy, orMalformed, verifyCheckpoint } from "./verify-checkpoint.ts"

/**
 * A tlog-proof: leaf `index` from 0; the inclusion `proof`, 32-byte hashes, sibling first; the signed
 * `checkpoint` as it was issued; `extra` bytes that nothing vouches for, or undefined.
 * @example
 * ```ts
 * import { type TlogProof, writeTlogProof } from "@lcqm/ledger"
 * const checkpoint = "a.example\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— a.example AAAAAQI=\n"
 * const proof: TlogProof = { index: 0, proof: [], checkpoint, extra: undefined }
 * writeTlogProof(proof).split("\n")[1] // => "index 0"
 * ```
 */
export interface TlogProof {
  readonly index: number
  readonly proof: readonly Uint8Array[]
  readonly checkpoint: string
  readonly extra: Uint8Array | undefined
}

const firstLine = "c2sp.org/tlog-proof@v1"
const decimal = /^(?:0|[1-9][0-9]*)$/

/**
 * The text of a tlog-proof, for a file named `*.tlog-proof`.
 * @throws {@link Malformed} on an index that is not a safe integer from 0 up, a hash that is not 32 bytes, or a
 * checkpoint that is not a signed note.
 *
 * Source: C2SP tlog-proof "Format".
 * @example
 * ```ts
 * import { writeTlogProof } from "@lcqm/ledger"
 * const checkpoint = "a.example\n1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n— a.example AAAAAQI=\n"
 * writeTlogProof({ index: 0, proof: [], checkpoint, extra: undefined }).startsWith("c2sp.org/tlog-proof@v1\n") // => true
 * ```
 */
export const writeTlogProof = ({ index, proof, checkpoint, extra }: TlogProof): string => {
  if (!Number.isSafeInteger(index) || index < 0) {
    throw new Malformed("tlog-proof", "the index", "a safe integer from 0 up", String(index))
  }
  for (const [i, hash] of proof.entries()) {
    if (hash.length !== hashLength) {
      throw new Malformed("tlog-proof", `hash ${i}`, `${hashLength} bytes`, `${hash.length} bytes`)
    }
  }
  parseSignedNote(checkpoint)
  const extraLine = extra === undefined ? [] : [`extra ${toBase64(extra)}`]
  return [firstLine, ...extraLine, `index ${index}`, ...proof.map(toBase64), "", checkpoint].join("\n")
}

/**
 * The parts of a tlog-proof. Says nothing about whether it holds: see {@link verifyTlogProof}.
 * @throws {@link Malformed} on a text of another form, or an index beyond 2^53 - 1.
 *
 * Source: C2SP tlog-proof "Format".
 * @example
 * ```ts
 * import { parseTlogProof } from "@lcqm/ledger"
 * parseTlogProof("c2sp.org/tlog-proof@v1\nindex 7\n\nhello\n\n— a.example AAAAAQI=\n").index // => 7
 * ```
 */
export const parseTlogProof = (text: string): TlogProof => {
  const blank = text.indexOf("\n\n")
  if (blank < 0)
    throw new Malformed("tlog-proof", "it", "a head, an empty line and a checkpoint", "without empty line")
  const [first, ...lines] = text.slice(0, blank).split("\n")
  if (first !== firstLine) throw new Malformed("tlog-proof", "line 1", firstLine, JSON.stringify(first))
  const extraLine = lines[0]?.startsWith("extra ") === true ? lines.shift() : undefined
  const indexLine = lines.shift()
  const index = indexLine?.startsWith("index ") === true ? indexLine.slice("index ".length) : ""
  if (!decimal.test(index) || !Number.isSafeInteger(Number(index))) {
    const expected = "index and a decimal number from 0 to 2^53 - 1"
    throw new Malformed("tlog-proof", "the index line", expected, JSON.stringify(indexLine ?? "missing"))
  }
  const checkpoint = text.slice(blank + 2)
  parseSignedNote(checkpoint)
  return {
    index: Number(index),
    proof: lines.map((line, i) => hashFromBase64(line, `hash ${i} of the proof`)),
    checkpoint,
    extra:
      extraLine === undefined ? undefined : fromBase64(extraLine.slice("extra ".length), "the extra data")
  }
}

type Believed = Extract<CheckpointVerdict, { readonly ok: true }>
type Disbelieved = Extract<CheckpointVerdict, { readonly ok: false }>

/**
 * The leaf's index and the checkpoint it is under, with who signed; or why the proof does not hold.
 * @example
 * ```ts
 * import { type TlogProofVerdict, verifyTlogProof } from "@lcqm/ledger"
 * import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
 * const policy = { origin: "a.example", logKeys: [], witnesses: [], quorum: 0 }
 * const question = { policy, leafHash: new Uint8Array(32), file: "" }
 * const verdict: TlogProofVerdict = await verifyTlogProof(nodeHasher, nodeEd25519, question)
 * verdict.ok // => false
 * ```
 */
export type TlogProofVerdict =
  | (Believed & { readonly index: number })
  | (Omit<Disbelieved, "reason"> & { readonly reason: Disbelieved["reason"] | ProofRefusal })

/**
 * Verifies a tlog-proof file for one leaf under a policy: the checkpoint's signatures, then the inclusion of
 * `leafHash` (32 bytes) in its tree. Never throws for what stands in the file: that is a verdict.
 *
 * Source: C2SP tlog-proof; RFC 9162 section 2.1.3.2.
 * @example
 * ```ts
 * import { verifyTlogProof } from "@lcqm/ledger"
 * import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
 * const policy = { origin: "a.example", logKeys: [], witnesses: [], quorum: 0 }
 * const question = { policy, leafHash: new Uint8Array(32), file: "not a proof" }
 * const verdict = await verifyTlogProof(nodeHasher, nodeEd25519, question)
 * verdict.ok ? "holds" : verdict.reason // => "malformed"
 * ```
 */
export const verifyTlogProof = async (
  hasher: Hasher,
  ed25519: Ed25519Verifier,
  question: { readonly policy: LogPolicy; readonly leafHash: Uint8Array; readonly file: string }
): Promise<TlogProofVerdict> => {
  const read = orMalformed(() => parseTlogProof(question.file))
  if (!read.ok) return read
  const { index, proof, checkpoint: note } = read.value
  const believed = await verifyCheckpoint(ed25519, question.policy, note)
  if (!believed.ok) return believed
  const { leafHash } = question
  const included = verifyInclusion(hasher, { index, leafHash, tree: believed.checkpoint, proof })
  return included.ok ? { ...believed, index } : included
}
