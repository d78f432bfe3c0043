// G10: one read model of as many entries as there are criteria and levels, whatever the number of schools: what a rebuild
// takes of memory beside the model itself.
import "effect/schema/SchemaJITCompiler/enable"
import { codecOf, inMemory, lcqmCatalogue, projectionsOver } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openSqliteStore } from "@lcqm/sqlite"
import { Effect, Scope } from "effect"
import { nationalStore } from "../../workload/national.js"
import { judgements } from "./views.js"

export const prepare = async ({ schools }) => {
  const path = await nationalStore(schools)
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  const store = await Effect.runPromise(Scope.provide(openSqliteStore(codec, path), Scope.makeUnsafe()))
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
