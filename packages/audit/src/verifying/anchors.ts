// What an award file hangs on: the operator's signatures on the log and on the stream's head, checked with the keys
// that the reader brings along. A file that vouches for itself proves nothing.
import {
  type Checkpoint,
  type Ed25519Verifier,
  type LogPolicy,
  type StreamHead,
  toHex,
  verifierKeyText,
  verifyCheckpoint,
  verifyStreamHead
} from "@lcqm/ledger"
import type { AwardFile, FiledLog } from "../award-file/award-file.ts"
import type { Finding, FindingKind, Unchecked } from "./finding.ts"

/** What of the file's head is believed, and what is wrong with it. */
export interface Anchors {
  readonly checkpoint: Checkpoint | undefined
  readonly head: StreamHead | undefined
  readonly findings: ReadonlyArray<Finding>
  readonly unchecked: ReadonlyArray<Unchecked>
}

/** Whose signatures are believed: the log's keys, and how many witnesses must have seen it. */
export interface Belief {
  readonly ed25519: Ed25519Verifier
  readonly policy: LogPolicy
  /** Checkpoints of the same log that the reader has from elsewhere. */
  readonly known: ReadonlyArray<string>
}

const part = (
  kind: FindingKind,
  where: string,
  says: string,
  [expected, got]: readonly [expected: string, got: string]
): Finding => ({ kind, where: { part: where }, says, expected, got })

const againstKnown = async (
  { ed25519, known, policy }: Belief,
  ours: Checkpoint
): Promise<Pick<Anchors, "findings" | "unchecked">> => {
  const findings: Array<Finding> = []
  const unchecked: Array<Unchecked> = []
  for (const [i, note] of known.entries()) {
    const where = `known checkpoint ${i + 1}`
    const verdict = await verifyCheckpoint(ed25519, policy, note)
    if (!verdict.ok) {
      const says = `The checkpoint that was brought along is not believed: ${verdict.reason}.`
      findings.push(part("checkpoint not believed", where, says, [verdict.expected, verdict.got]))
    } else if (verdict.checkpoint.size !== ours.size) {
      const { size } = verdict.checkpoint
      unchecked.push({
        what: `whether the log only grew between ${Math.min(size, ours.size)} and ${Math.max(size, ours.size)} events`,
        where: { part: where },
        why: "an award file holds no proof of it: ask the operator for a consistency proof, or verify the store"
      })
    } else if (toHex(verdict.checkpoint.root) !== toHex(ours.root)) {
      const says = `The operator signed two logs of ${ours.size} events that differ: the log was forked.`
      findings.push(part("forked log", where, says, [toHex(verdict.checkpoint.root), toHex(ours.root)]))
    }
  }
  return { findings, unchecked }
}

const checkpointOf = async ({ ed25519, policy }: Belief, log: FiledLog): Promise<Checkpoint | Finding> => {
  const verdict = await verifyCheckpoint(ed25519, policy, log.checkpoint)
  if (verdict.ok) return verdict.checkpoint
  const says = `The checkpoint of the file is not believed: ${verdict.reason}.`
  return part("checkpoint not believed", "log.checkpoint", says, [verdict.expected, verdict.got])
}

const headOf = async (
  { ed25519, policy }: Belief,
  file: AwardFile,
  note: string,
  checkpoint: Checkpoint | undefined
): Promise<StreamHead | Finding> => {
  const where = "log.head"
  const verdict = await verifyStreamHead(ed25519, policy, note)
  if (!verdict.ok) {
    const says = `The stream head of the file is not believed: ${verdict.reason}.`
    return part("stream head not believed", where, says, [verdict.expected, verdict.got])
  }
  const [{ stream }] = file.streams
  const { head } = verdict
  if (head.stream !== stream) {
    return part("heads disagree", where, "The stream head is that of another stream.", [stream, head.stream])
  }
  if (checkpoint !== undefined && head.logSize !== checkpoint.size) {
    const says = "Stream head and checkpoint are of the log at different sizes."
    return part("heads disagree", where, says, [`${checkpoint.size} events`, `${head.logSize} events`])
  }
  return head
}

const keyOf = ({ policy }: Belief, { key }: FiledLog): ReadonlyArray<Finding> => {
  const keys = policy.logKeys.map(verifierKeyText)
  if (keys.length === 0 || keys.includes(key)) return []
  const says = "The file names another key of the operator than those that were brought along."
  return [part("header changed", "log.key", says, [keys.join(" or "), key])]
}

const isFinding = (it: Checkpoint | StreamHead | Finding): it is Finding => "kind" in it

/** What a reader without any key can say of what is signed: nothing, neither for nor against it. */
export const withoutKey = ({ log }: AwardFile): Anchors => {
  const why =
    log === undefined
      ? "nothing in the file is signed by the operator"
      : "no key of the operator was brought along, and a file that vouches for itself proves nothing"
  const unchecked = [
    { what: "whether this is the operator's log at all", where: { part: "log" }, why },
    { what: "what came after the last decision, and whether anything did", where: { part: "log.head" }, why }
  ]
  return { checkpoint: undefined, head: undefined, findings: [], unchecked }
}

/** Checks what is signed in the file. */
export const anchorsOf = async (file: AwardFile, belief: Belief): Promise<Anchors> => {
  const { log } = file
  const noHead: Unchecked = {
    what: "what came after the last decision, and whether anything did",
    where: { part: "log.head" },
    why: "the file has no signed stream head"
  }
  if (log === undefined) {
    const nothingSigned: Unchecked = {
      what: "whether this is the operator's log at all",
      where: { part: "log" },
      why: "nothing in the file is signed by the operator"
    }
    return { checkpoint: undefined, head: undefined, findings: [], unchecked: [nothingSigned, noHead] }
  }
  const findings: Array<Finding> = [...keyOf(belief, log)]
  const unchecked: Array<Unchecked> = []
  const signed = await checkpointOf(belief, log)
  const checkpoint = isFinding(signed) ? undefined : signed
  if (isFinding(signed)) findings.push(signed)
  let head: StreamHead | undefined
  if (log.head === undefined) unchecked.push(noHead)
  else {
    const told = await headOf(belief, file, log.head, checkpoint)
    if (isFinding(told)) findings.push(told)
    else head = told
  }
  if (checkpoint !== undefined) {
    const told = await againstKnown(belief, checkpoint)
    findings.push(...told.findings)
    unchecked.push(...told.unchecked)
  }
  return { checkpoint, head, findings, unchecked }
}
