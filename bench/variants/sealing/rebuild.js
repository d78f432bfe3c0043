// S4: the four read models of G10, which open no text, over a store whose texts are plain or sealed.
import { cohortsOf, coverageOf, projectionsOver, registeredAwards } from "@lcqm/core"
import { Effect } from "effect"
import { storeOfTexts } from "../../workload/sealed.js"
import { foundIn } from "../rebuild/found.js"
import { fourViews } from "../rebuild/views.js"
import { openedSqlite } from "../sqlite/opened.js"

/** @param {{ schools: number, kept: "plain" | "sealed" }} params */
export const prepare = async ({ kept, schools }) => {
  const { path } = await storeOfTexts(schools, kept)
  const store = await openedSqlite(path)
  const head = await Effect.runPromise(store.head())
  let models
  return {
    batch: async () => {
      const projections = await Effect.runPromise(projectionsOver(store, fourViews()))
      await Effect.runPromise(projections.catchUp)
      models = projections.models
    },
    operations: Number(head.position) + 1,
    found: () => {
      const read = (name, look) => Effect.runSync(models[name].read(look))
      return foundIn({
        awards: read("register", registeredAwards).length,
        cohorts: read("cohorts", cohortsOf).map(({ cohort, progress }) => [cohort, progress.awarded]),
        coverage: read("coverage", coverageOf).length,
        judgements: read("judgements", (model) => [...model])
      })
    }
  }
}
