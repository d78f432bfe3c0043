// S1 and S2: a text sealed and opened by the library, its key looked up on a ring each time.
import { openText, sealText } from "@lcqm/core"
import { Effect } from "effect"
import { keyRing, randomBytes } from "../../workload/key-rings.js"
import { often, place, text } from "./sample.js"

export const prepare = async ({ ring, work }) => {
  const keys = await keyRing(ring)
  const seal = sealText({ keyRing: keys, randomBytes }, text, place)
  const box = await Effect.runPromise(seal)
  const open = openText({ keyRing: keys, erased: new Set() }, box, place)
  let last
  const many = Effect.gen(function* () {
    for (let n = 0; n < often; n += 1) last = yield* work === "seal" ? seal : open
  })
  return {
    batch: () => Effect.runPromise(many),
    operations: often,
    found: () => JSON.stringify(last)
  }
}
