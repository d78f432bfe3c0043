// G1 and G2: the fold of the public API. The state it answers with is nobody's to change and shares nothing that
// will be: one draft a batch, published read-only. With `oneByOne` every single event's state is published.
import { cohortFold, criteriaFold, enrolmentFold, personFold, ruleSetFold } from "@lcqm/core"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { journeys, surroundings } from "../../workload/stored.js"

// A program folds streams of every slice, through one and the same code: not only schools, as a bench would.
const foldTheOthers = () => {
  for (let round = 0; round < 200; round += 1) {
    for (const fold of [cohortFold, criteriaFold, personFold, ruleSetFold]) {
      fold.fold(
        fold.initial,
        theOthers.filter(({ type }) => fold.types.has(type))
      )
    }
  }
}
const theOthers = surroundings()

export const prepare = async ({ oneByOne = false }) => {
  foldTheOthers()
  const schools = journeys(20)
  let last
  const whole = () => {
    for (const events of schools) last = enrolmentFold.fold(enrolmentFold.initial, events)
  }
  const eachEvent = () => {
    for (const events of schools) {
      let state = enrolmentFold.initial
      for (const event of events) state = enrolmentFold.evolve(state, event)
      last = state
    }
  }
  return {
    batch: oneByOne ? eachEvent : whole,
    operations: schools.length,
    found: () => fingerprint(last)
  }
}
