// BatchAppend: one stream of requests for all appends of a client. The parts of an append share a correlation id; the
// first holds its options, the last says that it is the last.
import type * as Grpc from "@grpc/grpc-js"
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import type { Ending } from "../faults.ts"
import { append } from "../log/appending.ts"
import type { Expected } from "../log/judging.ts"
import type { Proposed } from "../log/recorded.ts"
import { authentication, notTakenHere } from "./admission.ts"
import * as answers from "./batch-answers.ts"
import { streams } from "./definitions.ts"
import { endCall } from "./ending.ts"
import { notAuthenticated } from "./failures.ts"
import type { Node } from "./node.ts"
import { expectedOf, identifierOf, idOf, nameOf } from "./names.ts"
import { isFailure, overLimits, proposedOf } from "./proposed.ts"

type Call = Grpc.ServerDuplexStream<Streams.BatchAppendReq, Streams.BatchAppendResp>
type Options = Streams.BatchAppendReq.Options

/** An append whose parts are still coming in. */
interface Pending {
  readonly correlation: ReturnType<Streams.BatchAppendReq["getCorrelationId"]>
  readonly stream: string
  readonly expected: Expected
  readonly events: Array<Proposed>
}

export const serveBatchAppend =
  (node: Node) =>
  (call: Call): void => {
    const closed = node.counts.opened()
    call.on("close", closed)
    const caller = authentication(call.metadata, node)
    if (caller === "wrong") return void call.emit("error", notAuthenticated())
    const pending = new Map<string, Pending>()
    call.on("data", (request: Streams.BatchAppendReq) => {
      const key = idOf(request.getCorrelationId())
      const options = request.getOptions()
      if (options !== undefined) {
        const append = pendingOf(request, options)
        if (caller === "anonymous") return say(call, append, refused(answers.accessDenied()))
        if (deadlineOf(options) <= node.log.now()) return say(call, append, refused(answers.timeout()))
        pending.set(key, append)
      }
      const append = pending.get(key)
      // A part of an append that was refused already.
      if (append === undefined) return
      const wrong = take(append, request, node)
      if (wrong === undefined && !request.getIsFinal()) return
      pending.delete(key)
      if (wrong !== undefined) return say(call, append, wrong)
      node.counts.appends += 1
      commit(call, append, node)
    })
    call.on("end", () => call.end())
  }

const pendingOf = (request: Streams.BatchAppendReq, options: Options): Pending => ({
  correlation: request.getCorrelationId(),
  stream: nameOf(options.getStreamIdentifier()),
  expected: expectedOf(options, options.getStreamPosition()),
  events: []
})

const deadlineOf = (options: Options): number => {
  const deadline = options.getDeadline()
  return deadline === undefined
    ? Number.POSITIVE_INFINITY
    : deadline.getSeconds() * 1000 + deadline.getNanos() / 1e6
}

const refused = (error: ReturnType<typeof answers.timeout>): Streams.BatchAppendResp =>
  new streams.BatchAppendResp().setError(error)

/** Takes in a part's events, or says what is wrong with them. */
const take = (
  append: Pending,
  request: Streams.BatchAppendReq,
  node: Node
): Streams.BatchAppendResp | undefined => {
  for (const message of request.getProposedMessagesList()) {
    const event = proposedOf(message)
    if (isFailure(event)) return refused(answers.badRequest(event.details))
    append.events.push(event)
  }
  const tooLarge = overLimits(append.events, node.limits)
  if (tooLarge === undefined) return undefined
  return refused(
    tooLarge.over === "event"
      ? answers.badRequest(tooLarge.failure.details)
      : answers.appendTooLarge(node.limits.maxAppendBytes)
  )
}

const commit = (call: Call, pending: Pending, node: Node): void => {
  const { stream, expected, events } = pending
  const elsewhere = notTakenHere(call.metadata, node, "write")
  if (elsewhere !== undefined) return void call.emit("error", elsewhere)
  const before = node.faults.strike({ on: "append", moment: "before", stream })
  if (before !== undefined) return fail(call, pending, before.how, node)
  const appended = append(node.log, stream, expected, events)
  const after = node.faults.strike({ on: "append", moment: "after", stream })
  if (after !== undefined) return fail(call, pending, after.how, node)
  say(call, pending, answers.answerOf(appended, stream, expected))
}

/** Some endings are answers to the one append; the others end the whole stream, and with it every append on it. */
const fail = (call: Call, pending: Pending, how: Ending, node: Node): void => {
  if (how === "timeout") return say(call, pending, refused(answers.timeout()))
  if (how === "not-ready") return say(call, pending, refused(answers.notReady()))
  if (how === "access-denied") return say(call, pending, refused(answers.accessDenied()))
  if (how === "unknown") return say(call, pending, refused(answers.unknown()))
  endCall(call, how, node)
}

const say = (call: Call, { correlation, stream }: Pending, answer: Streams.BatchAppendResp): void => {
  if (call.cancelled || call.destroyed) return
  call.write(answer.setCorrelationId(correlation).setStreamIdentifier(identifierOf(stream)))
}
