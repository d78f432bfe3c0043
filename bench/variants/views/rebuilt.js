// N1: one view rebuilt from the country's store by the runner of projections, and then asked.
import { inMemory, projectionsOver } from "@lcqm/core"
import { Effect } from "effect"
import { nationalNetworks } from "../../workload/national-networks.js"
import { openedSqlite } from "../sqlite/opened.js"
import { eachView } from "./each-view.js"

const asked = 7

export const prepare = async ({ schools, view }) => {
  const store = await openedSqlite(await nationalNetworks(schools))
  const head = await Effect.runPromise(store.head())
  const { ask, projection } = eachView[view]
  let model
  return {
    batch: async () => {
      const projections = await Effect.runPromise(projectionsOver(store, { it: inMemory(projection) }))
      await Effect.runPromise(projections.catchUp)
      model = projections.models.it
    },
    batches: 1,
    operations: Number(head.position) + 1,
    told: () => {
      const times = Array.from({ length: asked }, () => {
        const from = performance.now()
        Effect.runSync(model.read(ask))
        return performance.now() - from
      })
      return {
        peakMegabytes: process.resourceUsage().maxRSS / 1024,
        milliseconds: times.toSorted((a, b) => a - b)[asked >> 1]
      }
    }
  }
}
