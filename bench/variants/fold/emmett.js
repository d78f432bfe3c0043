// G1 beside Emmett: its store's aggregateStream is the way to a folded state; in memory it hands over the events
// without parsing any. There is no way to its fold without its read, and the read is a copy of an array.
import { getInMemoryEventStore } from "@event-driven-io/emmett"
import { evolve } from "../../by-hand/evolve.js"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { emptyEnrolment } from "../../by-hand/state.js"
import { journeys } from "../../workload/stored.js"

export const prepare = async () => {
  const store = getInMemoryEventStore()
  const streams = []
  for (const events of journeys(20)) {
    streams.push(events[0].stream)
    await store.appendToStream(events[0].stream, events)
  }
  const options = { evolve, initialState: emptyEnrolment }
  let last
  return {
    batch: async () => {
      for (const stream of streams) last = (await store.aggregateStream(stream, options)).state
    },
    operations: streams.length,
    found: () => fingerprint(last)
  }
}
