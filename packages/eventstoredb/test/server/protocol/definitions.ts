// The service definitions and message classes that the client package ships, and the gRPC library that it uses.
// Serialisers test `instanceof`, and a second copy of the generated code in one process breaks both, so all of it is
// resolved from where the client's own files resolve it.
import { createRequire } from "node:module"
import type * as GossipServices from "@eventstore/db-client/generated/gossip_grpc_pb.js"
import type * as GossipMessages from "@eventstore/db-client/generated/gossip_pb.js"
import type * as FeaturesServices from "@eventstore/db-client/generated/serverfeatures_grpc_pb.js"
import type * as FeaturesMessages from "@eventstore/db-client/generated/serverfeatures_pb.js"
import type * as SharedMessages from "@eventstore/db-client/generated/shared_pb.js"
import type * as StatusMessages from "@eventstore/db-client/generated/status_pb.js"
import type * as StreamsServices from "@eventstore/db-client/generated/streams_grpc_pb.js"
import type * as StreamsMessages from "@eventstore/db-client/generated/streams_pb.js"
import type * as Grpc from "@grpc/grpc-js"
import type * as GoogleAny from "google-protobuf/google/protobuf/any_pb.js"
import type * as GoogleEmptyMessage from "google-protobuf/google/protobuf/empty_pb.js"

const fromHere = createRequire(import.meta.url)
const fromClient = createRequire(fromHere.resolve("@eventstore/db-client"))
const generated = (name: string): unknown => fromHere(`@eventstore/db-client/generated/${name}.js`)
const google = (name: string): unknown => fromClient(`google-protobuf/google/protobuf/${name}.js`)

// `require` knows no types; each of these is the module that its type is imported from above.
export const grpc = fromClient("@grpc/grpc-js") as typeof Grpc
export const { Any } = google("any_pb") as typeof GoogleAny
/** Google's, where the messages use it; most use the one in `shared`. */
export const { Empty: GoogleEmpty } = google("empty_pb") as typeof GoogleEmptyMessage

export const streams = generated("streams_pb") as typeof StreamsMessages
export const shared = generated("shared_pb") as typeof SharedMessages
export const status = generated("status_pb") as typeof StatusMessages
export const gossip = generated("gossip_pb") as typeof GossipMessages
export const features = generated("serverfeatures_pb") as typeof FeaturesMessages

export const { StreamsService } = generated("streams_grpc_pb") as typeof StreamsServices
export const { GossipService } = generated("gossip_grpc_pb") as typeof GossipServices
export const { ServerFeaturesService } = generated("serverfeatures_grpc_pb") as typeof FeaturesServices
