// The events of an append as they come over the wire, and what is wrong with them.
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import { type Proposed, sizeOf } from "../log/recorded.ts"
import { appendTooLarge, eventTooLarge, type Failure, missingProperty } from "./failures.ts"
import { idOf } from "./names.ts"

export interface Limits {
  readonly maxAppendBytes: number
  readonly maxEventBytes: number
}

/** Reads an event. Its bytes still belong to the message; the log copies what it keeps. */
export const proposedOf = (
  message: Streams.AppendReq.ProposedMessage | Streams.BatchAppendReq.ProposedMessage
): Proposed | Failure => {
  const map = message.getMetadataMap()
  const [type, contentType] = [map.get("type"), map.get("content-type")]
  if (type === undefined) return missingProperty("type")
  if (contentType === undefined) return missingProperty("content-type")
  return {
    id: idOf(message.getId()),
    type,
    json: contentType === "application/json",
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8()
  }
}

export const isFailure = (value: object): value is Failure => "details" in value

/** Which limit the events of one append break; an event's own is named with the event. */
export type OverLimit =
  | { readonly over: "append"; readonly failure: Failure }
  | { readonly over: "event"; readonly failure: Failure }

export const overLimits = (events: ReadonlyArray<Proposed>, limits: Limits): OverLimit | undefined => {
  let bytes = 0
  for (const event of events) {
    const size = sizeOf(event)
    if (size > limits.maxEventBytes)
      return { over: "event", failure: eventTooLarge(event.id, size, limits.maxEventBytes) }
    bytes += size
  }
  if (bytes <= limits.maxAppendBytes) return undefined
  return { over: "append", failure: appendTooLarge(limits.maxAppendBytes) }
}
