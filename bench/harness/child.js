// One measurement in a process of its own: loads a variant, warms it up, measures it, prints what it found as one
// line of JSON. A process each, because what a variant does to inline caches and heap stays with it.
import { between, cpuClock, readClocks } from "./clock.js"

const { variant, params, warmMs, measureMs } = JSON.parse(process.argv[2] ?? "{}")

/**
 * A variant: `batch` does `operations` of the thing measured, `batches` how often that can be done (as often as
 * one likes where it is left out), `found` what it came to, for comparison with the baseline's.
 * @type {{ prepare: (params: Record<string, unknown>) => Promise<{ batch: () => unknown, operations: number,
 *   batches?: number, found?: () => unknown, told?: () => Record<string, number> }> }}
 */
const { prepare } = await import(`../variants/${variant}.js`)
const { batch, batches, found, operations, told } = await prepare(params)

// Only a Promise is waited for: an `await` of each synchronous batch would be part of what is measured.
const once = async () => {
  const result = batch()
  if (result instanceof Promise) await result
}

/** Runs batches for a time, or the given number of them. */
const repeat = async (/** @type {number} */ ms, /** @type {number | undefined} */ count) => {
  const until = performance.now() + ms
  let done = 0
  while (count === undefined ? performance.now() < until : done < count) {
    await once()
    done += 1
  }
  return done
}

// Of a limited number the first half warms up.
const warming = batches === undefined ? undefined : Math.floor(batches / 2)
await repeat(warmMs, warming)
globalThis.gc?.()
const from = readClocks()
const done = await repeat(measureMs, batches === undefined ? undefined : batches - (warming ?? 0))
const spent = between(from, readClocks())
const perOperation = (/** @type {number} */ ms) => (ms * 1e3) / (done * operations)

console.log(
  JSON.stringify({
    operations: done * operations,
    microseconds: {
      cpu: perOperation(spent.cpu),
      processCpu: perOperation(spent.processCpu),
      wall: perOperation(spent.wall)
    },
    spent,
    cpuClock,
    found: found?.(),
    told: told?.()
  })
)
// Pools and timers of a peer must not keep the process.
process.exit(0)
