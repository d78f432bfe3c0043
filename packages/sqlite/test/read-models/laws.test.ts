// Read models in tables keep the laws of projections: in the store's own file, and in a file beside another store.
import { memoryStoreWith } from "@lcqm/memory"
import { describeReadModels } from "@lcqm/testing/projecting"
import { Effect } from "effect"
import { openReadModels, sqliteStoreWith } from "../../src/index.ts"
import { pathOf } from "../places.ts"
import { tallyInTables } from "./tally-in-tables.ts"

const places = [
  {
    name: "the file of their store",
    store: (place: string) => pathOf(place),
    models: (place: string) => pathOf(place)
  },
  { name: "a file of their own", store: undefined, models: (place: string) => pathOf(`${place}-models`) }
]

for (const { models, name, store } of places) {
  describeReadModels({
    name,
    store: (codec, place) =>
      store === undefined ? memoryStoreWith(codec) : sqliteStoreWith(codec, store(place)),
    keep: (place, spec) =>
      Effect.map(openReadModels(models(place)), (file) => tallyInTables(file, models(place), spec)),
    lasting: true,
    runs: 6
  })
}
