// G5, the baseline: the command by hand, trying again at once at a conflict, keeping nothing and queueing nobody.
import { executorOf } from "../../by-hand/execute.js"
import { openStore } from "../../by-hand/store.js"
import { deepFreeze } from "../../workload/stored.js"
import { contentionVariant, fixedSurroundings } from "./workload.js"

export const prepare = async ({ schools }) => {
  const store = openStore()
  const { attempted, execute } = executorOf(store, fixedSurroundings())
  const fill = async (stream, events) => {
    for (const event of events) await store.append(stream, event.revision, deepFreeze(event))
  }
  return contentionVariant({ attempted, execute, fill }, schools)
}
