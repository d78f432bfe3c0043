// The answers of BatchAppend. Errors are statuses inside an answer, so that one append's failure leaves the stream of
// the others open.
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import type { Message } from "google-protobuf"
import type { Appended } from "../log/appending.ts"
import type { Expected } from "../log/judging.ts"
import { Any, GoogleEmpty, grpc, shared, status, streams } from "./definitions.ts"
import { identifierOf } from "./names.ts"

const { BatchAppendResp } = streams

type Error = ReturnType<typeof error>

const error = (code: number, message: string, detail: Message, name: string) => {
  const any = new Any()
  any.pack(detail.serializeBinary(), name)
  return new status.Status().setCode(code).setMessage(message).setDetails(any)
}

const { status: code } = grpc

export const accessDenied = (): Error =>
  error(code.PERMISSION_DENIED, "Access Denied", new shared.AccessDenied(), "event_store.client.AccessDenied")

export const timeout = (): Error =>
  error(code.DEADLINE_EXCEEDED, "Timeout", new shared.Timeout(), "event_store.client.Timeout")

export const unknown = (): Error =>
  error(code.UNKNOWN, "Unknown", new shared.Unknown(), "event_store.client.Unknown")

/** The engine while it starts: a status whose detail is empty, so that a client cannot know its kind but by the text. */
export const notReady = (): Error =>
  error(0, "Server Is Not Ready", new GoogleEmpty(), "google.protobuf.Empty")

export const appendTooLarge = (limit: number): Error =>
  error(
    code.INVALID_ARGUMENT,
    "Maximum Append Size Exceeded",
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(limit),
    "event_store.client.MaximumAppendSizeExceeded"
  )

export const badRequest = (reason: string): Error =>
  error(
    code.INVALID_ARGUMENT,
    reason,
    new shared.BadRequest().setMessage(reason),
    "event_store.client.BadRequest"
  )

const deleted = (stream: string): Error =>
  error(
    code.FAILED_PRECONDITION,
    `Event stream '${stream}' is deleted.`,
    new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)),
    "event_store.client.StreamDeleted"
  )

const wrongVersion = (expected: Expected, actual: number): Error => {
  const detail = new shared.WrongExpectedVersion()
  if (expected === "any") detail.setExpectedAny(new GoogleEmpty())
  else if (expected === "stream-exists") detail.setExpectedStreamExists(new GoogleEmpty())
  else if (expected === "no-stream") detail.setExpectedNoStream(new GoogleEmpty())
  else detail.setExpectedStreamPosition(String(expected))
  if (actual < 0) detail.setCurrentNoStream(new GoogleEmpty())
  else detail.setCurrentStreamRevision(String(actual))
  return error(
    code.FAILED_PRECONDITION,
    "Wrong Expected Version",
    detail,
    "event_store.client.WrongExpectedVersion"
  )
}

/** The answer to an append that was judged. */
export const answerOf = (appended: Appended, stream: string, expected: Expected): Streams.BatchAppendResp => {
  if (appended.verdict === "wrong-version")
    return new BatchAppendResp().setError(wrongVersion(expected, appended.actual))
  if (appended.verdict === "deleted") return new BatchAppendResp().setError(deleted(stream))
  const revision = appended.verdict === "written" ? appended.revision : appended.last.revision
  const success = new BatchAppendResp.Success().setCurrentRevision(String(revision))
  if (appended.last === undefined) success.setNoPosition(new GoogleEmpty())
  else {
    const position = String(appended.last.position)
    success.setPosition(
      new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position)
    )
  }
  return new BatchAppendResp().setSuccess(success)
}
