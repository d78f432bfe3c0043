// Append: one append a call, its events streamed in. An unexpected revision is an ordinary answer, not a failure.
import type * as Grpc from "@grpc/grpc-js"
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import { append, type Appended } from "../log/appending.ts"
import type { Expected } from "../log/judging.ts"
import type { Proposed } from "../log/recorded.ts"
import { notAdmitted, notTakenHere } from "./admission.ts"
import { shared, streams } from "./definitions.ts"
import { failAnswer } from "./ending.ts"
import { invalidCall, streamDeleted } from "./failures.ts"
import type { Node } from "./node.ts"
import { expectedOf, nameOf } from "./names.ts"
import { isFailure, overLimits, proposedOf } from "./proposed.ts"

const { AppendResp } = streams

type Call = Grpc.ServerReadableStream<Streams.AppendReq, Streams.AppendResp>
type Callback = Grpc.sendUnaryData<Streams.AppendResp>

export const serveAppend =
  (node: Node) =>
  (call: Call, answer: Callback): void => {
    node.counts.appends += 1
    const closed = node.counts.opened()
    call.on("close", closed)
    const refused = notAdmitted(call.metadata, node) ?? notTakenHere(call.metadata, node, "write")
    if (refused !== undefined) return answer(refused)
    const requests: Array<Streams.AppendReq> = []
    call.on("data", (request: Streams.AppendReq) => requests.push(request))
    call.on("end", () => respond(node, requests, answer))
  }

const respond = (node: Node, requests: ReadonlyArray<Streams.AppendReq>, answer: Callback): void => {
  const [options, ...rest] = [requests[0]?.getOptions(), ...requests.slice(1)]
  if (options === undefined) return answer(invalidCall("The first message of an append holds its options."))
  const stream = nameOf(options.getStreamIdentifier())
  const expected = expectedOf(options, options.getRevision())
  const events: Array<Proposed> = []
  for (const request of rest) {
    const message = request.getProposedMessage()
    const event = message === undefined ? invalidCall("An append holds events.") : proposedOf(message)
    if (isFailure(event)) return answer(event)
    events.push(event)
  }
  const tooLarge = overLimits(events, node.limits)
  if (tooLarge !== undefined) return answer(tooLarge.failure)
  const before = node.faults.strike({ on: "append", moment: "before", stream })
  if (before !== undefined) return failAnswer(answer, before.how, node)
  const appended = append(node.log, stream, expected, events)
  const after = node.faults.strike({ on: "append", moment: "after", stream })
  if (after !== undefined) return failAnswer(answer, after.how, node)
  if (appended.verdict === "deleted") return answer(streamDeleted(stream))
  answer(null, answerOf(appended, expected))
}

const answerOf = (
  appended: Exclude<Appended, { readonly verdict: "deleted" }>,
  expected: Expected
): Streams.AppendResp => {
  if (appended.verdict === "wrong-version")
    return new AppendResp().setWrongExpectedVersion(wrongVersion(appended.actual, expected))
  const revision = appended.verdict === "written" ? appended.revision : appended.last.revision
  const success = new AppendResp.Success().setCurrentRevision(String(revision))
  if (appended.last === undefined)
    return new AppendResp().setSuccess(success.setNoPosition(new shared.Empty()))
  const position = String(appended.last.position)
  return new AppendResp().setSuccess(
    success.setPosition(new AppendResp.Position().setCommitPosition(position).setPreparePosition(position))
  )
}

const wrongVersion = (actual: number, expected: Expected): Streams.AppendResp.WrongExpectedVersion => {
  const answer = new AppendResp.WrongExpectedVersion()
  if (expected === "any") answer.setExpectedAny(new shared.Empty())
  else if (expected === "stream-exists") answer.setExpectedStreamExists(new shared.Empty())
  else if (expected === "no-stream") answer.setExpectedNoStream(new shared.Empty())
  else answer.setExpectedRevision(String(expected))
  return actual < 0
    ? answer.setCurrentNoStream(new shared.Empty())
    : answer.setCurrentRevision(String(actual))
}
