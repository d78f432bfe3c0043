// Recorded events as they are sent to a reader, with links followed where the reader asked for it.
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import { stateOf } from "../log/reading.ts"
import type { Log } from "../log/log.ts"
import { type Recorded, revisionText } from "../log/recorded.ts"
import { streams } from "./definitions.ts"
import { identifierOf, uuidOf } from "./names.ts"

const { ReadResp } = streams

/** The message that carries an event to a reader. */
export const eventMessage = (log: Log, record: Recorded, resolveLinks: boolean): Streams.ReadResp => {
  const read = new ReadResp.ReadEvent().setCommitPosition(String(record.position))
  if (resolveLinks && record.type === "$>") {
    read.setLink(recordedMessage(record))
    const target = targetOf(log, record)
    if (target !== undefined) read.setEvent(recordedMessage(target))
  } else read.setEvent(recordedMessage(record))
  return new ReadResp().setEvent(read)
}

const recordedMessage = (record: Recorded): Streams.ReadResp.ReadEvent.RecordedEvent => {
  const position = String(record.position)
  const message = new ReadResp.ReadEvent.RecordedEvent()
    .setId(uuidOf(record.id))
    .setStreamIdentifier(identifierOf(record.stream))
    .setStreamRevision(revisionText(record.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(record.data)
    .setCustomMetadata(record.metadata)
  message
    .getMetadataMap()
    .set("type", record.type)
    .set("content-type", record.json ? "application/json" : "application/octet-stream")
    // Ticks of 100 ns since 1970.
    .set("created", `${record.created}0000`)
  return message
}

/** What a link (`revision@stream`) points at, where it can still be read. */
const targetOf = (log: Log, link: Recorded): Recorded | undefined => {
  const [, revision, stream] = /^(\d+)@(.+)$/su.exec(new TextDecoder().decode(link.data)) ?? []
  if (revision === undefined || stream === undefined || stateOf(log, stream) !== "there") return undefined
  return log.eventsOf(stream)[Number(revision)]
}
