// N2: the search for networks with a similar focus, through Lcqm's Promise face, over the country's networks: each
// search catches up with the store, makes the directory and ranks it.
import { openLcqm, valueOf } from "@lcqm/core"
import { sqliteStore } from "@lcqm/sqlite"
import { nationalNetworks, networksInAll } from "../../workload/national-networks.js"

const searches = 100

export const prepare = async ({ schools }) => {
  const lcqm = openLcqm({ store: sqliteStore(await nationalNetworks(schools)) })
  const ids = valueOf(await lcqm.networks()).map(({ network }) => network)
  if (ids.length !== networksInAll) throw new Error(`${ids.length} networks`)
  const times = []
  let next = 0
  return {
    batch: async () => {
      const network = ids[(next++ * 97) % ids.length]
      const from = performance.now()
      valueOf(await lcqm.similarNetworks({ network }))
      times.push(performance.now() - from)
    },
    batches: searches,
    operations: 1,
    told: () => ({ milliseconds: times.toSorted((a, b) => a - b)[times.length >> 1] })
  }
}
