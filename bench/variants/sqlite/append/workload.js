// G7 and G8: appends of one event each to a hundred streams in a file. What is appended is stamped beforehand.
import { journey, restamped } from "../../../workload/stored.js"

const streams = 100
const firstSchool = 400_000
const evidence = journey().filter(({ type }) => type.startsWith("Evidence"))

/** How many are appended: each wait for the disk takes its time. */
const appendsOf = { full: 960, normal: 6_400 }

const eventOf = (/** @type {number} */ stream, /** @type {number} */ revision) =>
  restamped([evidence[revision % evidence.length]], firstSchool + stream, revision)[0]

// Appended to another file first, which waits for no disk, so that the code is warm where few appends are measured.
const warming = 4_000

/**
 * Makes a variant of a function that opens a store to append to. `atOnce` appends are under way together, each to a
 * stream of its own.
 * @param {(durability: "full" | "normal") => { append: (event: object) => unknown } | Promise<{ append: (event: object) => unknown }>} open
 * @param {{ durability: "full" | "normal", atOnce?: number, cold?: boolean }} params
 */
export const appendVariant = async (open, { atOnce = 1, cold = false, durability }) => {
  if (!cold) {
    const other = await open("normal")
    for (let i = 0; i < warming; i += 1) {
      await other.append(eventOf(streams + (i % streams), Math.floor(i / streams)))
    }
  }
  const { append } = await open(durability)
  // Cold are the slow ones: a tenth of it takes as long.
  const appends = cold ? appendsOf[durability] / 10 : appendsOf[durability]
  for (let i = 0; i < streams; i += 1) await append(eventOf(i, 0))
  const events = Array.from({ length: appends }, (_, i) => eventOf(i % streams, 1 + Math.floor(i / streams)))
  const perBatch = 32
  let next = 0
  return {
    batch: async () => {
      for (let i = 0; i < perBatch; i += atOnce) {
        if (atOnce === 1) await append(events[next++])
        else await Promise.all(events.slice(next, (next += atOnce)).map((event) => append(event)))
      }
    },
    batches: appends / perBatch,
    operations: perBatch
  }
}
