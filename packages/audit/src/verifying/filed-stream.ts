// One stream of an award file held against what is known of it: the signed head for the school's own, the basis that
// reaches furthest for a fact's.
import type { Codec } from "@lcqm/core"
import { toHex, type TreeHead } from "@lcqm/ledger"
import type { FiledStream } from "../award-file/award-file.ts"
import type { Claimed } from "./claimed.ts"
import { type Looked, lookedAt } from "./filed-event.ts"
import type { Finding } from "./finding.ts"
import { sequenceOf } from "./sequence.ts"
import { type RootOver, rootsOver } from "./stream-roots.ts"

/** The end that a stream is said to have, by whoever says it. */
export interface SaidEnd {
  readonly revision: number
  /** In hexadecimal. */
  readonly root: string
}

/** A stream of a file after it was looked at. */
export interface StreamLooked {
  readonly stream: string
  readonly looked: ReadonlyArray<Looked>
  readonly inOrder: ReadonlyArray<Claimed>
  readonly rootOver: RootOver
  /** Whether its root up to the said end is the said one; undefined where no end is said. */
  readonly confirmed: boolean | undefined
  readonly findings: ReadonlyArray<Finding>
}

const suspected = (stream: string, event: Looked, confirmed: boolean): Finding => {
  const revision = event.claims?.revision ?? event.place
  const where = { stream, revision, place: event.place }
  return confirmed
    ? {
        kind: "proof wrong",
        where,
        says: `The proof that event ${revision} of ${stream} is in the log does not hold; its bytes are the recorded ones.`,
        expected: "a proof to the root of the checkpoint",
        got: event.index === undefined ? "none" : `one for index ${event.index} that does not hold`
      }
    : {
        kind: "event edited",
        where,
        says: `Event ${revision} of ${stream} is not the one that was recorded.`,
        expected: "the bytes that the log has at its place",
        got: `bytes with leaf hash ${toHex(event.leafHash)}`
      }
}

const endOf = (stream: string, last: number, said: SaidEnd): Finding | undefined => {
  if (said.revision > last) {
    const what =
      said.revision === last + 1 ? `event ${last + 1} is` : `events ${last + 1} to ${said.revision} are`
    return {
      kind: "cut at its end",
      where: { stream, revision: last + 1, to: said.revision },
      says: `${stream} was cut: ${what} missing at its end.`,
      expected: `its last event to be ${said.revision}`,
      got: last < 0 ? "no event" : `event ${last}`
    }
  }
  return undefined
}

/** Looks at a stream of a file. `tree` is the believed checkpoint's, `said` the end that the stream is to have. */
export const lookAtStream = (
  codec: Codec,
  filed: FiledStream,
  tree: TreeHead | undefined,
  said: SaidEnd | undefined
): StreamLooked => {
  const { stream } = filed
  const looked = lookedAt(codec, filed, tree)
  const { findings, inOrder, suspects } = sequenceOf(stream, looked, said?.revision)
  const rootOver = rootsOver(
    codec.hasher,
    inOrder.map(({ leafHash }) => leafHash)
  )
  const confirmed = said === undefined ? undefined : rootOver(said.revision + 1) === said.root
  const last = inOrder.at(-1)?.claims.revision ?? -1
  const cut = said === undefined ? undefined : endOf(stream, last, said)
  // In a sealed file every event has its proof: one without is as wrong as one whose proof does not hold.
  const bare = tree === undefined ? [] : looked.filter(({ index }) => index === undefined)
  return {
    stream,
    looked,
    inOrder,
    rootOver,
    confirmed,
    findings: [
      ...findings,
      // What the log has as it stands was not edited; `otherVersions` tells of it.
      ...[...suspects.filter(({ otherForm }) => otherForm === undefined), ...bare].map((event) =>
        suspected(stream, event, confirmed === true || bare.includes(event))
      ),
      ...(cut === undefined ? [] : [cut])
    ]
  }
}
