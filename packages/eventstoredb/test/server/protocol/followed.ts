// What a subscription follows, a stream or the whole log, and how far it has come. Both begin after a place, without it.
import type { Log } from "../log/log.ts"
import { readStream, startOf, stateOf } from "../log/reading.ts"
import { type Recorded, tombstoneRevision } from "../log/recorded.ts"
import { type Failure, invalidPosition, streamDeleted } from "./failures.ts"
import type { Asked, Source } from "./read-options.ts"

export interface Followed {
  /** The events after the place reached that are in the log now, wanted or not. */
  readonly past: () => Iterable<Recorded>
  /** Whether an event belongs to what is followed. */
  readonly concerns: (event: Recorded) => boolean
  /** Whether an event comes after the place reached. */
  readonly isNew: (event: Recorded) => boolean
  readonly wanted: (event: Recorded) => boolean
  /** Moves the place. */
  readonly passed: (event: Recorded) => void
  /** Whether there is anything after the place yet. */
  readonly behind: () => boolean
  /** Why the subscription cannot go on after, or begin with, an event. */
  readonly ended: () => Failure | undefined
}

export const followedOf = (log: Log, { source, filter }: Asked): Followed | Failure =>
  source.kind === "all"
    ? wholeLog(log, source, filter?.wanted ?? (() => true))
    : oneStream(log, source.stream, source.from)

const wholeLog = (
  log: Log,
  { from }: Extract<Source, { readonly kind: "all" }>,
  wanted: (event: Recorded) => boolean
): Followed | Failure => {
  const beyond = typeof from === "bigint" && from > log.end
  if (!beyond && startOf(log, from) === "no-record-there") return invalidPosition()
  const last = log.records.at(-1)?.position ?? -1n
  let at = from === "start" ? -1n : from === "end" ? last : from
  return {
    *past() {
      for (let index = log.indexAt(at + 1n); index < log.records.length; index += 1) {
        const record = log.records[index]
        if (record !== undefined) yield record
      }
    },
    concerns: () => true,
    isNew: (event) => event.position > at,
    wanted,
    passed: (event) => void (at = event.position),
    behind: () => (log.records.at(-1)?.position ?? -1n) > at,
    ended: () => undefined
  }
}

const oneStream = (log: Log, stream: string, from: number | "start" | "end"): Followed => {
  const last = () => log.eventsOf(stream).length - 1
  let at = from === "start" ? -1 : from === "end" ? last() : from
  return {
    past: () =>
      stateOf(log, stream) === "there"
        ? readStream(log, stream, at + 1, "forwards", Number.POSITIVE_INFINITY)
        : [],
    concerns: (event) => event.stream === stream,
    isNew: (event) => event.revision > at,
    wanted: (event) => event.revision !== tombstoneRevision,
    passed: (event) => void (at = event.revision),
    behind: () => last() > at,
    ended: () => (log.tombstoneOf(stream) === undefined ? undefined : streamDeleted(stream))
  }
}
