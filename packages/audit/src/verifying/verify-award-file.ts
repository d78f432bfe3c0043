// The verdict on one award file, from its bytes alone and the keys that the reader brings along.
import { type Codec, schoolStream } from "@lcqm/core"
import { type Ed25519Verifier, type LogPolicy, toHex } from "@lcqm/ledger"
import { Result } from "effect"
import type { AwardFile } from "../award-file/award-file.ts"
import { type NotAnAwardFile, readAwardFile } from "../award-file/read-award-file.ts"
import { type Anchors, anchorsOf, withoutKey } from "./anchors.ts"
import { decisionsAmong, restOnFacts, restOnHistory } from "./decisions-rest.ts"
import { lookAtStream, type SaidEnd, type StreamLooked } from "./filed-stream.ts"
import type { Finding } from "./finding.ts"
import { otherVersions, unknownContent } from "./other-version.ts"
import { partiesOf } from "./parties.ts"
import { type AwardFileVerdict, type EventVerdict, outcomeOf } from "./verdict.ts"

/** What a reader brings along to verify by. */
export interface VerifyingWith {
  /** How events are read and hashed. */
  readonly codec: Codec
  readonly ed25519: Ed25519Verifier
  /** Whose log it is to be, and whose keys are believed. Without one no signature is checked, and nothing verified. */
  readonly policy?: LogPolicy
  /** Checkpoints of the same log from elsewhere: a forked log shows against them. */
  readonly known?: ReadonlyArray<string>
  /** The school the file is to be of, where the reader asked for one. */
  readonly school?: string
}

const header = (file: AwardFile, asked: string | undefined): ReadonlyArray<Finding> => {
  const { school, scheme } = file
  const findings: Array<Finding> = []
  const expected = schoolStream(scheme, school)
  const [{ stream }] = file.streams
  if (stream !== expected) {
    const says = "The file says it is of another school than its first stream is."
    findings.push({ kind: "header changed", where: { part: "school" }, says, expected, got: stream })
  }
  if (asked !== undefined && school !== asked) {
    const says = `The file is of school ${school}, and ${asked} was asked for.`
    findings.push({ kind: "another school", where: { part: "school" }, says, expected: asked, got: school })
  }
  const names = file.streams.map((each) => each.stream)
  const inOrder = [names[0], ...new Set(names.slice(1).toSorted())]
  if (names.some((name, i) => name !== inOrder[i])) {
    const says = "The streams of the file are not each there once, in the order of their names."
    const [want, got] = [inOrder.join(", "), names.join(", ")]
    findings.push({ kind: "header changed", where: { part: "streams" }, says, expected: want, got })
  }
  return findings
}

// How far the decisions of a stream read each fact, and what root they found there.
const endsRead = (own: StreamLooked): ReadonlyMap<string, SaidEnd> => {
  const ends = new Map<string, SaidEnd>()
  for (const { basis } of decisionsAmong(own.inOrder)) {
    for (const { revision, root, stream } of basis.facts) {
      if (revision !== "none" && revision >= (ends.get(stream)?.revision ?? 0))
        ends.set(stream, { revision, root })
    }
  }
  return ends
}

const beyond = (own: StreamLooked, { head }: Anchors): ReadonlyArray<Finding> => {
  if (head === undefined || own.findings.length > 0) return []
  const last = own.inOrder.at(-1)?.claims.revision ?? -1
  const { stream } = own
  if (last > head.revision) {
    const where = { stream, revision: head.revision + 1, to: last }
    const says = `${stream} holds more events than the log had of it.`
    const [expected, got] = [`its last event to be ${head.revision}`, `event ${last}`]
    return [{ kind: "beyond its head", where, says, expected, got }]
  }
  if (own.confirmed !== false) return []
  const sound = decisionsAmong(own.inOrder).at(-1)?.basis.revision ?? "none"
  const where = { stream, revision: sound === "none" ? 0 : sound + 1, to: last }
  const says = `${stream} is not the stream whose head was signed.`
  return [
    { kind: "history changed", where, says, expected: toHex(head.root), got: own.rootOver(last + 1) ?? "" }
  ]
}

const standing = (
  streams: ReadonlyArray<StreamLooked>,
  findings: ReadonlyArray<Finding>
): ReadonlyArray<EventVerdict> =>
  streams.flatMap(({ looked, stream }) =>
    looked.map(({ claims, inLog, place }): EventVerdict => {
      const revision = claims?.revision
      const wrong = findings.some(({ where }) => {
        if (where.stream !== stream) return false
        if (where.place !== undefined) return where.place === place
        if (where.revisions !== undefined) return revision !== undefined && where.revisions.includes(revision)
        if (where.revision === undefined || revision === undefined) return false
        return revision >= where.revision && revision <= (where.to ?? where.revision)
      })
      const stands = wrong ? "wrong" : inLog === true ? "verified" : "not checked"
      return { stream, place, revision, stands }
    })
  )

const verdictOn = async (file: AwardFile, given: VerifyingWith): Promise<AwardFileVerdict> => {
  const { codec, ed25519, known = [], school } = given
  const { policy } = given
  const anchors = policy === undefined ? withoutKey(file) : await anchorsOf(file, { ed25519, policy, known })
  const { checkpoint, head } = anchors
  const [ownFiled, ...factsFiled] = file.streams
  const said = head === undefined ? undefined : { revision: head.revision, root: toHex(head.root) }
  const own = lookAtStream(codec, ownFiled, checkpoint, said)
  const ends = endsRead(own)
  const facts = factsFiled.map((filed) => lookAtStream(codec, filed, checkpoint, ends.get(filed.stream)))
  const byName = new Map(facts.map((each) => [each.stream, each]))
  const signed = await partiesOf({ codec, ed25519, own, facts: byName })
  const findings: ReadonlyArray<Finding> = [
    ...header(file, school),
    ...anchors.findings,
    ...own.findings,
    ...facts.flatMap((each) => each.findings),
    ...restOnHistory(own),
    ...beyond(own, anchors),
    ...restOnFacts(own, byName),
    ...[own, ...facts].flatMap(otherVersions),
    ...signed.findings
  ]
  const unchecked = [...anchors.unchecked, ...[own, ...facts].flatMap((each) => unknownContent(codec, each))]
  return {
    outcome: outcomeOf(findings, unchecked, head),
    findings,
    unchecked,
    events: standing([own, ...facts], findings),
    parties: signed.parties,
    checkpoint,
    head
  }
}

const notAFile = ({ expected, got, message, offset, where }: NotAnAwardFile): AwardFileVerdict => ({
  outcome: "does not verify",
  findings: [
    {
      kind: "not an award file",
      where: offset === undefined ? { part: where } : { offset },
      says: message,
      expected,
      got
    }
  ],
  unchecked: [],
  events: [],
  parties: [],
  checkpoint: undefined,
  head: undefined
})

/**
 * Verifies one award file. Answers with a verdict whatever the bytes are; nothing is thrown for what they hold.
 * @example
 * ```ts
 * import { verifyAwardFile } from "@lcqm/audit"
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const verdict = await verifyAwardFile(new TextEncoder().encode("{}"), { codec, ed25519: nodeEd25519 })
 * verdict.findings.map(({ kind }) => kind) // => ["not an award file"]
 * ```
 */
export const verifyAwardFile = async (bytes: Uint8Array, given: VerifyingWith): Promise<AwardFileVerdict> => {
  const read = readAwardFile(bytes)
  return Result.isFailure(read) ? notAFile(read.failure) : verdictOn(read.success, given)
}
