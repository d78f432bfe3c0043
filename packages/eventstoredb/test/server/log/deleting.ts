// The two ways to delete a stream: softly, which an append undoes, and with a tombstone, which nothing does.
import { randomUUID } from "node:crypto"
import { metadataEvent } from "./appending.ts"
import { type Expected, judge, type Judgement } from "./judging.ts"
import { type Log, metadataStreamOf } from "./log.ts"
import { longMax, type Recorded } from "./recorded.ts"

export type Deleted =
  | { readonly verdict: "deleted-now"; readonly record: Recorded }
  | Exclude<Judgement, { readonly verdict: "ok" | "idempotent" }>

/** Deletes a stream, or says why not. */
export const deleteStream = (
  log: Log,
  stream: string,
  expected: Expected,
  how: "soft" | "tombstone"
): Deleted => {
  const judgement = judge(log, stream, expected, [randomUUID()])
  if (judgement.verdict === "wrong-version" || judgement.verdict === "deleted") return judgement
  if (how === "tombstone") return { verdict: "deleted-now", record: log.bury(stream, tombstone()) }
  const metadata = metadataStreamOf(stream)
  const nothingThere = log.eventsOf(stream).length === 0 && log.eventsOf(metadata).length === 0
  if (nothingThere) return { verdict: "wrong-version", actual: -1 }
  const [record] = log.write(metadata, [metadataEvent(`{"$tb":${longMax}}`)])
  return record === undefined ? { verdict: "deleted" } : { verdict: "deleted-now", record }
}

const tombstone = () => ({
  id: randomUUID(),
  type: "$streamDeleted",
  json: false,
  data: new Uint8Array(),
  metadata: new Uint8Array()
})
