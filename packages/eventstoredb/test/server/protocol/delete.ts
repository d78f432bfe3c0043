// Delete and Tombstone.
import type * as Grpc from "@grpc/grpc-js"
import type * as Streams from "@eventstore/db-client/generated/streams_pb.js"
import { deleteStream } from "../log/deleting.ts"
import { notAdmitted, notTakenHere } from "./admission.ts"
import { streams } from "./definitions.ts"
import { failAnswer } from "./ending.ts"
import { type Failure, invalidCall, streamDeleted, wrongVersion } from "./failures.ts"
import type { Node } from "./node.ts"
import { expectedOf, expectedText, nameOf } from "./names.ts"

type Options = Streams.DeleteReq.Options | Streams.TombstoneReq.Options

export const serveDelete =
  (node: Node) =>
  (
    call: Grpc.ServerUnaryCall<Streams.DeleteReq, Streams.DeleteResp>,
    answer: Grpc.sendUnaryData<Streams.DeleteResp>
  ): void => {
    remove(node, call.metadata, call.request.getOptions(), "soft", answer, (position) => {
      const held = new streams.DeleteResp.Position()
      answer(
        null,
        new streams.DeleteResp().setPosition(held.setCommitPosition(position).setPreparePosition(position))
      )
    })
  }

export const serveTombstone =
  (node: Node) =>
  (
    call: Grpc.ServerUnaryCall<Streams.TombstoneReq, Streams.TombstoneResp>,
    answer: Grpc.sendUnaryData<Streams.TombstoneResp>
  ): void => {
    remove(node, call.metadata, call.request.getOptions(), "tombstone", answer, (position) => {
      const held = new streams.TombstoneResp.Position()
      answer(
        null,
        new streams.TombstoneResp().setPosition(held.setCommitPosition(position).setPreparePosition(position))
      )
    })
  }

const remove = (
  node: Node,
  metadata: Grpc.Metadata,
  options: Options | undefined,
  how: "soft" | "tombstone",
  fail: (failure: Failure) => void,
  succeed: (position: string) => void
): void => {
  const refused = notAdmitted(metadata, node) ?? notTakenHere(metadata, node, "write")
  if (refused !== undefined) return fail(refused)
  if (options === undefined) return fail(invalidCall("A deletion holds options."))
  const stream = nameOf(options.getStreamIdentifier())
  const fault = node.faults.strike({ on: "delete", stream })
  if (fault !== undefined) return failAnswer(fail, fault.how, node)
  const expected = expectedOf(options, options.getRevision())
  const deleted = deleteStream(node.log, stream, expected, how)
  if (deleted.verdict === "deleted") return fail(streamDeleted(stream))
  if (deleted.verdict === "wrong-version")
    return fail(wrongVersion(stream, expectedText(expected), deleted.actual))
  succeed(String(deleted.record.position))
}
