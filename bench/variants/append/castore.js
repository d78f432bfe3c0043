// G6 beside Castore: pushEvent of an event store over its adapter in memory.
import { EventStore } from "@castore/core"
import { InMemoryEventStorageAdapter } from "@castore/event-storage-adapter-in-memory"
import { appendVariant } from "./workload.js"

const open = () => {
  const store = new EventStore({
    eventStoreId: "SCHOOLS",
    eventTypes: [],
    reducer: (state) => state ?? {},
    eventStorageAdapter: new InMemoryEventStorageAdapter()
  })
  const append = (event) =>
    store.pushEvent({
      aggregateId: event.stream,
      version: event.revision + 1,
      type: event.type,
      timestamp: event.metadata.recordedAt,
      payload: event
    })
  const fill = async (_stream, events) => {
    for (const event of events) await append(event)
  }
  return { append, fill }
}

export const prepare = (size) => appendVariant(open, size)
