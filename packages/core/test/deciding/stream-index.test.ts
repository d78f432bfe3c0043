// An index finds what was recorded before it was asked, in any store, however often it is asked meanwhile; and it finds
// the same as a look through all events.
import { networksJoinedBy, StreamIndexes, streamsNaming } from "@lcqm/core"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, emptyStoreLayer, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"
import { sent, today, urn } from "./a-school.ts"

describe("an index of streams", () => {
  it("finds what a look through all events finds, asked after every command", () => {
    const met = new Coverage("looks", ["nothing found", "a network found"])
    met.assert(
      10,
      fc.property(anyHistory({ store: emptyStoreLayer, fewestMoves: 10 }), ({ sequence }) => {
        const store = emptyStore()
        const clock = { now: 0 }
        const lcqm = lcqmOver(store, { now: () => clock.now })
        const indexes = new StreamIndexes(store)
        for (const { at, command } of sequence.steps) {
          clock.now = at
          Effect.runSync(Effect.result(lcqm.execute(command)))
          for (const school of ["900001", "900008"]) {
            const found = Effect.runSync(indexes.streamsNaming(networksJoinedBy(school)))
            expect(found).toEqual(streamsNaming(eventsOf(store), networksJoinedBy(school)))
            met.count(found.length === 0 ? "nothing found" : "a network found")
          }
        }
      }),
      { numRuns: 15 }
    )
  })

  it("reads on from where it stands: only what is new, and nothing where nothing is", () => {
    const store = emptyStore()
    const lcqm = lcqmOver(store, { now: () => today })
    const asked: Array<unknown> = []
    const watched = {
      ...store,
      readAll: (range: Parameters<typeof store.readAll>[0]) => {
        asked.push(range)
        return store.readAll(range)
      }
    }
    const indexes = new StreamIndexes(watched)
    const look = () => Effect.runSync(indexes.streamsNaming(networksJoinedBy(urn)))
    const form = (network: string) => {
      const data = { network, name: "Harbour", schools: [{ school: urn }] }
      Effect.runSync(lcqm.execute({ type: "FormNetwork", ...sent(network), data }))
    }
    form("n-one")
    expect(look()).toEqual(["network-n-one"])
    expect(look()).toEqual(["network-n-one"])
    form("n-two")
    expect(look()).toEqual(["network-n-one", "network-n-two"])
    const filter = { types: ["SchoolJoinedNetwork.v1"] }
    expect(asked).toEqual([{ filter }, { filter, after: "00000000000000000001" }])
  })

  it("is right where two look at once", async () => {
    const store = emptyStore()
    const lcqm = lcqmOver(store, { now: () => today })
    const indexes = new StreamIndexes(store)
    const networks = Array.from({ length: 300 }, (_, i) => `n-${i}`)
    for (const network of networks) {
      const data = { network, name: "Harbour", schools: [{ school: urn }] }
      Effect.runSync(lcqm.execute({ type: "FormNetwork", ...sent(network), data }))
    }
    const look = indexes.streamsNaming(networksJoinedBy(urn))
    const found = await Effect.runPromise(Effect.all([look, look, look], { concurrency: 3 }))
    for (const each of found) expect(each).toEqual(networks.map((network) => `network-${network}`))
  })
})
