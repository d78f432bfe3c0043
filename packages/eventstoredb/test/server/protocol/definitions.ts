// The service definitions and message classes that the client package ships, and the gRPC library that it uses.
// Serialisers test `instanceof`, and a second copy of the generated code in one process breaks both, so all of it is
// resolved from where the client's own files resolve it.
import { createRequire } from "node:module"

const fromHere = createRequire(import.meta.url)
const fromClient = createRequire(fromHere.resolve("@eventstore/db-client"))

export const grpc = fromClient("@grpc/grpc-js") as typeof import("@grpc/grpc-js")
export const { Any } = fromClient(
  "google-protobuf/google/protobuf/any_pb.js"
) as typeof import("google-protobuf/google/protobuf/any_pb.js")
/** Google's, where the messages use it; most use the one in `shared`. */
export const { Empty: GoogleEmpty } = fromClient(
  "google-protobuf/google/protobuf/empty_pb.js"
) as typeof import("google-protobuf/google/protobuf/empty_pb.js")

export const streams = fromHere(
  "@eventstore/db-client/generated/streams_pb.js"
) as typeof import("@eventstore/db-client/generated/streams_pb.js")
export const shared = fromHere(
  "@eventstore/db-client/generated/shared_pb.js"
) as typeof import("@eventstore/db-client/generated/shared_pb.js")
export const status = fromHere(
  "@eventstore/db-client/generated/status_pb.js"
) as typeof import("@eventstore/db-client/generated/status_pb.js")
export const gossip = fromHere(
  "@eventstore/db-client/generated/gossip_pb.js"
) as typeof import("@eventstore/db-client/generated/gossip_pb.js")
export const features = fromHere(
  "@eventstore/db-client/generated/serverfeatures_pb.js"
) as typeof import("@eventstore/db-client/generated/serverfeatures_pb.js")

export const { StreamsService } = fromHere(
  "@eventstore/db-client/generated/streams_grpc_pb.js"
) as typeof import("@eventstore/db-client/generated/streams_grpc_pb.js")
export const { GossipService } = fromHere(
  "@eventstore/db-client/generated/gossip_grpc_pb.js"
) as typeof import("@eventstore/db-client/generated/gossip_grpc_pb.js")
export const { ServerFeaturesService } = fromHere(
  "@eventstore/db-client/generated/serverfeatures_grpc_pb.js"
) as typeof import("@eventstore/db-client/generated/serverfeatures_grpc_pb.js")
