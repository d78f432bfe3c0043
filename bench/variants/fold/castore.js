// G1 beside Castore: EventStore.buildAggregate, which is events.reduce(reducer, aggregate). The event is its payload.
import { EventStore } from "@castore/core"
import { evolve } from "../../by-hand/evolve.js"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { emptyEnrolment } from "../../by-hand/state.js"
import { journeys } from "../../workload/stored.js"

export const prepare = async () => {
  const store = new EventStore({
    eventStoreId: "SCHOOLS",
    eventTypes: [],
    reducer: (state, { payload }) => evolve(state, payload)
  })
  const schools = journeys(20).map((events) =>
    events.map((payload) => ({
      aggregateId: payload.stream,
      version: payload.revision + 1,
      type: payload.type,
      timestamp: payload.metadata.recordedAt,
      payload
    }))
  )
  let last
  return {
    batch: () => {
      for (const events of schools) last = store.buildAggregate(events, emptyEnrolment())
    },
    operations: schools.length,
    found: () => fingerprint(last)
  }
}
