// G1 beside fmodel-ts: an aggregate folds in computeNewEvents, events.reduce(decider.evolve, decider.initialState).
// Its initial state is one value for all, so the first event copies it; decide answers with no event.
import { Decider, EventComputation } from "@fraktalio/fmodel-ts"
import { evolve } from "../../by-hand/evolve.js"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { emptyEnrolment } from "../../by-hand/state.js"
import { journeys } from "../../workload/stored.js"

export const prepare = async () => {
  const schools = journeys(20)
  const initial = emptyEnrolment()
  let last
  const decider = new Decider(
    (_command, state) => {
      last = state
      return []
    },
    (state, event) => evolve(state === initial ? emptyEnrolment() : state, event),
    initial
  )
  const computation = new EventComputation(decider)
  return {
    batch: () => {
      for (const events of schools) computation.computeNewEvents(events, undefined)
    },
    operations: schools.length,
    found: () => fingerprint(last)
  }
}
