// ServerFeatures: which calls the server has. The client asks once a connection, before its first append.
import type * as Grpc from "@grpc/grpc-js"
import type * as Features from "@eventstore/db-client/generated/serverfeatures_pb.js"
import type * as Shared from "@eventstore/db-client/generated/shared_pb.js"
import { features } from "./definitions.ts"
import { failAnswer } from "./ending.ts"
import type { Node } from "./node.ts"

const streamsService = "event_store.client.streams.streams"

export const serveFeatures =
  (node: Node) =>
  (
    _call: Grpc.ServerUnaryCall<Shared.Empty, Features.SupportedMethods>,
    answer: Grpc.sendUnaryData<Features.SupportedMethods>
  ): void => {
    const fault = node.faults.strike({ on: "features" })
    if (fault !== undefined) return failAnswer(answer, fault.how, node)
    const methods = [
      method(streamsService, "read", ["position", "events"]),
      method(streamsService, "append"),
      method(streamsService, "delete"),
      method(streamsService, "tombstone"),
      method("event_store.client.gossip.gossip", "read"),
      ...(node.batchAppend ? [method(streamsService, "batchappend")] : [])
    ]
    answer(
      null,
      new features.SupportedMethods().setEventStoreServerVersion(node.version).setMethodsList(methods)
    )
  }

/** Names are lower-cased, as the engine does. */
const method = (service: string, name: string, list: Array<string> = []): Features.SupportedMethod =>
  new features.SupportedMethod().setServiceName(service).setMethodName(name).setFeaturesList(list)
