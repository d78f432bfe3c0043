// Among what a decision has read, the networks it found are told by what their streams are called: so replay and an
// explanation know them from the other facts.
import { networkFold, networksJoinedBy } from "@lcqm/core"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { emptyStoreLayer } from "../properties/lcqm-over.ts"

it("a stream begins as the index of joinings says where it is a network's, and no other stream does", () => {
  const { streamPrefix } = networksJoinedBy("900001").index
  const met = new Coverage("events", ["of a network", "of something else"])
  met.assert(
    10,
    fc.property(anyHistory({ store: emptyStoreLayer, fewestMoves: 10 }), ({ events }) => {
      for (const { stream, type } of events) {
        const isNetwork = networkFold.types.has(type)
        expect([stream, stream.startsWith(streamPrefix)]).toEqual([stream, isNetwork])
        met.count(isNetwork ? "of a network" : "of something else")
      }
    }),
    { numRuns: 15 }
  )
})
