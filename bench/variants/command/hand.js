// G4, the baseline: the command by hand over a store by hand; with `cached` it keeps what it folded.
import { executorOf } from "../../by-hand/execute.js"
import { openStore } from "../../by-hand/store.js"
import { deepFreeze } from "../../workload/stored.js"
import { commandVariant, fixedSurroundings } from "./workload.js"

export const prepare = async ({ cached = false }) => {
  const store = openStore()
  const { execute } = executorOf(store, fixedSurroundings(), { cached })
  return commandVariant({
    fill: async (stream, events) => {
      for (const event of events) await store.append(stream, event.revision, deepFreeze(event))
    },
    execute
  })
}
