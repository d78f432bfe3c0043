// An append as a whole: judged, written, and a soft-deleted stream revived by it.
import { randomUUID } from "node:crypto"
import { cutsOf, revivedFrom } from "./stream-metadata.ts"
import { type Expected, judge, type Judgement } from "./judging.ts"
import { type Log, metadataStreamOf, originalOf } from "./log.ts"
import type { Proposed, Recorded } from "./recorded.ts"

export type Appended =
  /** `last` is missing only for an append of no events, which writes nothing. */
  | { readonly verdict: "written"; readonly last: Recorded | undefined; readonly revision: number }
  | Exclude<Judgement, { readonly verdict: "ok" }>

/** Appends events to a stream, or says why not. */
export const append = (
  log: Log,
  stream: string,
  expected: Expected,
  events: ReadonlyArray<Proposed>
): Appended => {
  const ids = events.map((event) => event.id)
  const judgement = judge(log, stream, expected, ids)
  if (judgement.verdict !== "ok") return judgement
  const head = log.eventsOf(stream).length - 1
  // The engine answers an append of nothing with the revision that it would have been.
  if (events.length === 0) return { verdict: "written", last: undefined, revision: Math.max(0, head) }
  const revived = cutsOf(log, stream).softDeleted
  const original = originalOf(stream)
  const revivedByMetadata = original !== undefined && cutsOf(log, original).softDeleted
  const records = log.write(stream, events)
  if (revived) revive(log, stream, head + 1)
  if (revivedByMetadata && original !== undefined) revive(log, original, log.eventsOf(original).length)
  return { verdict: "written", last: records.at(-1), revision: head + records.length }
}

const revive = (log: Log, stream: string, from: number): void => {
  log.write(metadataStreamOf(stream), [metadataEvent(revivedFrom(log, stream, from))])
}

const utf8 = new TextEncoder()

/** The event that sets a stream's metadata. */
export const metadataEvent = (json: string): Proposed => ({
  id: randomUUID(),
  type: "$metadata",
  json: true,
  data: utf8.encode(json),
  metadata: new Uint8Array()
})
