// What can be wrong with a store, each as a finding with its place.
import type { ReadError, Recorded } from "@lcqm/core"
import { type Checkpoint, toHex } from "@lcqm/ledger"
import type { Finding, Where } from "./finding.ts"

/** The log does not continue a checkpoint. */
export const forked = ({ root, size }: Checkpoint, got: string): Finding => ({
  kind: "forked log",
  where: { part: `checkpoint of ${size} events` },
  says: `The store's first ${size} events are not those that the checkpoint was signed for.`,
  expected: toHex(root),
  got
})

/** The log is shorter than a checkpoint. */
export const shrunken = ({ size }: Checkpoint, has: number): Finding => ({
  kind: "shrunken log",
  where: { part: `checkpoint of ${size} events` },
  says: `The store has ${has} events, and a checkpoint was signed over ${size}.`,
  expected: `at least ${size} events`,
  got: `${has} events`
})

/** The bytes of an event are not those that were hashed. */
export const edited = ({ leafHash, revision, stream }: Recorded, got: string): Finding => ({
  kind: "event edited",
  where: { stream, revision },
  says: `Event ${revision} of ${stream} is not the one that was recorded.`,
  expected: leafHash,
  got
})

/** An event is missing before this one, or this one is out of its place. */
export const gap = ({ revision, stream }: Recorded, expected: number): Finding => ({
  kind: "event left out",
  where: { stream, revision: expected, ...(revision > expected ? { to: revision - 1 } : {}) },
  says: `In ${stream} event ${revision} follows where event ${expected} was to be.`,
  expected: `event ${expected}`,
  got: `event ${revision}`
})

/** A decision names another history of a stream than the store holds. */
export const wrongBasis = (
  { revision, stream }: Recorded,
  of: string,
  { expected, got }: { readonly expected: string; readonly got: string }
): Finding => ({
  kind: of === stream ? "history changed" : "fact changed",
  where: { stream, revision },
  says: `Decision ${revision} of ${stream} names another history of ${of} than the store holds.`,
  expected,
  got
})

/** What the store keeps beside its events is not as they are: an index, a root, a page of its file. */
export const damaged = (error: ReadError): Finding => ({
  kind: "store damaged",
  where: whereOf(error),
  says: error.message,
  expected: "a store that finds nothing wrong with itself",
  got: error._tag
})

const whereOf = (error: ReadError): Where => {
  const [stream, revision]: ReadonlyArray<unknown> = [
    Reflect.get(error, "stream"),
    Reflect.get(error, "revision")
  ]
  return {
    ...(typeof stream === "string" ? { stream } : {}),
    ...(typeof revision === "number" ? { revision } : {})
  }
}

/** The store cannot be read on. What nobody edited since it was hashed was written by a later version, and is called so. */
export const unreadable = (error: ReadError): Finding => {
  const [where, says] = [whereOf(error), error.message]
  return error._tag === "UnknownEventType" && error.asHashed === true
    ? {
        kind: "written by another version",
        where,
        says,
        expected: "an event of a type that this version knows",
        got: error.type
      }
    : { kind: "event edited", where, says, expected: "an event that can be read", got: error._tag }
}
