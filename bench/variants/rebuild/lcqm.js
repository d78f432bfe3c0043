// G10: four read models rebuilt from the whole store by the runner of projections, everything decoded and validated.
import { cohortsOf, coverageOf, projectionsOver, registeredAwards } from "@lcqm/core"
import { Effect } from "effect"
import { nationalStore } from "../../workload/national.js"
import { openedSqlite } from "../sqlite/opened.js"
import { foundIn } from "./found.js"
import { fourViews } from "./views.js"

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalStore(schools))
  const head = await Effect.runPromise(store.head())
  let models
  return {
    batch: async () => {
      const projections = await Effect.runPromise(projectionsOver(store, fourViews()))
      await Effect.runPromise(projections.catchUp)
      models = projections.models
    },
    batches: 1,
    operations: Number(head.revision) + 1,
    found: () => {
      const read = (name, look) => Effect.runSync(models[name].read(look))
      return foundIn({
        awards: read("register", registeredAwards).length,
        cohorts: read("cohorts", cohortsOf).map(({ cohort, progress }) => [cohort, progress.awarded]),
        coverage: read("coverage", coverageOf).length,
        judgements: read("judgements", (model) => [...model])
      })
    },
    told: () => ({ peakMegabytes: process.resourceUsage().maxRSS / 1024 })
  }
}
