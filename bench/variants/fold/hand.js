// G1 and G2, the baseline: a switch in a for loop over a draft that is changed in place.
import { foldByHand } from "../../by-hand/fold.js"
import { fingerprint } from "../../by-hand/fingerprint.js"
import { journeys } from "../../workload/stored.js"

export const prepare = async () => {
  const schools = journeys(20)
  let last
  return {
    batch: () => {
      for (const events of schools) last = foldByHand(events)
    },
    operations: schools.length,
    found: () => fingerprint(last)
  }
}
