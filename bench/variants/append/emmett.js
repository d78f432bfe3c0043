// G6 beside Emmett: appendToStream of its store in memory, the expected version given.
import { getInMemoryEventStore } from "@event-driven-io/emmett"
import { appendVariant } from "./workload.js"

const open = () => {
  const store = getInMemoryEventStore()
  return {
    append: (event) =>
      store.appendToStream(event.stream, [event], { expectedStreamVersion: BigInt(event.revision) }),
    fill: (stream, events) => store.appendToStream(stream, events)
  }
}

export const prepare = (size) => appendVariant(open, size)
