// The networks that a school has joined, as facts of a decision about the school: no stream of the school's names them,
// so they are found by an index, and read as they then are. One that it has left is read too: that it has left is a fact.
import type { Fact, FactRequest } from "../../deciding/declaring/slice.ts"
import type { LookUp, StreamIndex } from "../../deciding/loop/stream-index.ts"
import type { StreamName } from "../../event-store/index.ts"
import type { Urn } from "../../vocabulary/index.ts"
import { networkFold } from "../fold.ts"
import { networkStream } from "../slice.ts"
import type { NetworkState } from "../state.ts"
import { SchoolJoinedNetwork } from "./events.ts"

/** The networks that a school has joined, as a decision is given them. */
export interface NetworkFacts {
  readonly networks: ReadonlyArray<Fact<NetworkState>>
}

const joinings: StreamIndex = {
  streamPrefix: networkStream(""),
  types: new Set([SchoolJoinedNetwork.type]),
  // The index hands over events of its own types only.
  namedBy: ({ data }) => (data as typeof SchoolJoinedNetwork.data.Type).school
}

/** Looks up which networks a school has ever joined. */
export const networksJoinedBy = (school: Urn): LookUp => ({ index: joinings, name: school })

/** The networks of these streams as facts of a decision. */
export const networkFacts = (
  streams: ReadonlyArray<StreamName>
): { readonly networks: ReadonlyArray<FactRequest<NetworkState>> } => ({
  networks: streams.map((stream) => ({ stream, fold: networkFold }))
})
