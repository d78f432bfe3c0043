// G10: one read model of as many entries as there are criteria and levels, whatever the number of schools: what a rebuild
// takes of memory beside the model itself.
import { inMemory, projectionsOver } from "@lcqm/core"
import { Effect } from "effect"
import { nationalStore } from "../../workload/national.js"
import { openedSqlite } from "../sqlite/opened.js"
import { judgements } from "./views.js"

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalStore(schools))
  const head = await Effect.runPromise(store.head())
  let entries
  return {
    batch: async () => {
      const read = Effect.gen(function* () {
        const { models } = yield* projectionsOver(store, { judgements: inMemory(judgements) })
        return yield* models.judgements.readCaughtUp((model) => model.size)
      })
      entries = await Effect.runPromise(read)
    },
    batches: 1,
    operations: Number(head.revision) + 1,
    found: () => String(entries),
    told: () => ({ peakMegabytes: process.resourceUsage().maxRSS / 1024 })
  }
}
