// The library's own place for read models in memory, over the memory store.
import { memoryStoreWith } from "@lcqm/memory"
import { Effect } from "effect"
import { describeReadModels, tallyInMemory } from "../../src/projecting/index.ts"

describeReadModels({
  name: "memory",
  store: memoryStoreWith,
  keep: (_, spec) => Effect.sync(() => tallyInMemory(spec)),
  lasting: false
})
