// Which events a read sees: of one stream, within what its metadata leaves, or of the whole log.
import type { Log } from "./log.ts"
import type { Recorded } from "./recorded.ts"
import { cutsOf } from "./stream-metadata.ts"

export type Direction = "forwards" | "backwards"

export type StreamState = "there" | "missing" | "tombstoned"

/** Whether a stream can be read. A soft-deleted one counts as missing. */
export const stateOf = (log: Log, stream: string): StreamState => {
  if (log.tombstoneOf(stream) !== undefined) return "tombstoned"
  return log.eventsOf(stream).length === 0 || cutsOf(log, stream).softDeleted ? "missing" : "there"
}

/** The lowest revision that a read may see. */
export const lowestOf = (log: Log, stream: string): number => {
  const cuts = cutsOf(log, stream)
  const byCount = cuts.maxCount === undefined ? 0 : log.eventsOf(stream).length - cuts.maxCount
  return Math.max(0, cuts.truncateBefore, byCount)
}

/** Whether an event is young enough for its stream's `$maxAge`. */
export const youngEnough = (log: Log, event: Recorded): boolean => {
  const { maxAge } = cutsOf(log, event.stream)
  return maxAge === undefined || event.created >= log.now() - maxAge * 1000
}

/** The events of a stream from a revision on, that one included. */
export function* readStream(
  log: Log,
  stream: string,
  from: number | "start" | "end",
  direction: Direction,
  count: number
): Generator<Recorded> {
  const last = log.eventsOf(stream).length - 1
  const lowest = lowestOf(log, stream)
  const at = from === "start" ? 0 : from === "end" ? last : from
  let left = count
  const [step, first] = direction === "forwards" ? [1, Math.max(at, lowest)] : [-1, Math.min(at, last)]
  // "end", forwards, is after the last one.
  if (from === "end" && direction === "forwards") return
  for (let revision = first; revision >= lowest && revision <= last && left > 0; revision += step) {
    const event = log.eventsOf(stream)[revision]
    if (event === undefined || !youngEnough(log, event)) continue
    left -= 1
    yield event
  }
}

/** Where in the log a read begins, or that no record begins there. */
export const startOf = (log: Log, from: bigint | "start" | "end"): number | "no-record-there" => {
  if (from === "start" || from === 0n) return 0
  if (from === "end" || from === log.end) return log.records.length
  const index = log.indexAt(from)
  return log.records[index]?.position === from ? index : "no-record-there"
}

/** The log from an index on: forwards with the record there, backwards without it. */
export function* readAll(
  log: Log,
  start: number,
  direction: Direction,
  count: number,
  wanted: (event: Recorded) => boolean
): Generator<Recorded> {
  const [step, first] = direction === "forwards" ? [1, start] : [-1, start - 1]
  // A read ends where the log ended as it began, or it might never end.
  const { length } = log.records
  let left = count
  for (let index = first; index >= 0 && index < length && left > 0; index += step) {
    const event = log.records[index]
    if (event === undefined || !wanted(event)) continue
    left -= 1
    yield event
  }
}
