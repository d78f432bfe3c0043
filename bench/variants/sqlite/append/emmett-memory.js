// For the record: the same appends to Emmett's store in memory.
import { getInMemoryEventStore } from "@event-driven-io/emmett"
import { appendVariant } from "./workload.js"

export const prepare = (params) =>
  appendVariant(() => {
    const store = getInMemoryEventStore()
    return {
      append: (event) =>
        store.appendToStream(event.stream, [event], { expectedStreamVersion: BigInt(event.revision) })
    }
  }, params)
