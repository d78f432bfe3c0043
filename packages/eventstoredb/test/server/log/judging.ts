// Whether an append goes ahead: the engine's rules for expected revisions and for events that are there already. Only
// ids are compared, never what the events say.
import { type Log, metadataStreamOf } from "./log.ts"
import type { Recorded } from "./recorded.ts"
import { cutsOf } from "./stream-metadata.ts"

/** What a client expects of the stream: an exact revision is a number. */
export type Expected = number | "no-stream" | "any" | "stream-exists"

export type Judgement =
  | { readonly verdict: "ok" }
  /** All of it is there already; it ends with this record. */
  | { readonly verdict: "idempotent"; readonly last: Recorded }
  /** `actual` is -1 for a stream without events. */
  | { readonly verdict: "wrong-version"; readonly actual: number }
  | { readonly verdict: "deleted" }

const ok: Judgement = { verdict: "ok" }

/** Judges an append of events with these ids. */
export const judge = (
  log: Log,
  stream: string,
  expected: Expected,
  ids: ReadonlyArray<string>
): Judgement => {
  if (log.tombstoneOf(stream) !== undefined) return { verdict: "deleted" }
  if (expected === "any") return againstRecent(log, stream, ids)
  if (expected === "stream-exists") {
    if (cutsOf(log, stream).softDeleted) return { verdict: "deleted" }
    const exists = log.eventsOf(stream).length > 0 || log.eventsOf(metadataStreamOf(stream)).length > 0
    return exists ? againstRecent(log, stream, ids) : wrongVersion(log, stream)
  }
  return againstStream(log, stream, expected === "no-stream" ? -1 : expected, ids)
}

const wrongVersion = (log: Log, stream: string): Judgement => ({
  verdict: "wrong-version",
  actual: log.eventsOf(stream).length - 1
})

/** Without a revision the ids are looked up in the memory of recent ones: the first unknown one decides. */
const againstRecent = (log: Log, stream: string, ids: ReadonlyArray<string>): Judgement => {
  let last: Recorded | undefined
  for (const id of ids) {
    const place = log.recent.get(id)
    if (place === undefined || place.stream !== stream)
      return last === undefined ? ok : wrongVersion(log, stream)
    last = log.eventsOf(stream)[place.revision]
  }
  return last === undefined ? ok : { verdict: "idempotent", last }
}

/** With a revision the ids are compared, in order, with what follows it in the stream. */
const againstStream = (log: Log, stream: string, expected: number, ids: ReadonlyArray<string>): Judgement => {
  const events = log.eventsOf(stream)
  const head = events.length - 1
  if (expected === head) return ok
  if (expected > head || ids.length === 0) return wrongVersion(log, stream)
  for (const [index, id] of ids.entries()) {
    if (events[expected + 1 + index]?.id === id) continue
    const revives = index === 0 && expected === -1 && cutsOf(log, stream).softDeleted
    return revives ? ok : wrongVersion(log, stream)
  }
  const last = events[expected + ids.length]
  return last === undefined ? wrongVersion(log, stream) : { verdict: "idempotent", last }
}
