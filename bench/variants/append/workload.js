// What every variant of G6 is given: streams of a length, and the events to append, one at a time, to streams taken
// in a shuffled order. Everything appended is stamped beforehand: an append is all that is measured.
import { journey, restamped } from "../../workload/stored.js"

const firstSchool = 300_000

/** Always the same shuffle: a step that shares no factor with the number of streams visits each once a round. */
const shuffled = (/** @type {number} */ count, /** @type {number} */ streams) => {
  const step = streams > 2 ? 7919 % streams || 1 : 1
  return Array.from({ length: count }, (_, i) => (i * step) % streams)
}

/** So many consecutive events of a school: the journey's events of evidence over and over, which may repeat freely. */
const eventsOf = (/** @type {number} */ nth, /** @type {number} */ from, /** @type {number} */ count) => {
  const templates = evidence.slice(0, count)
  while (templates.length < count) templates.push(...evidence.slice(0, count - templates.length))
  return restamped(templates, nth, from)
}
const evidence = journey().filter(({ type }) => type.startsWith("Evidence"))

// Appended to another store first, so that the code is as warm whether the store measured is small or large.
const warming = 10_000

/**
 * Makes a variant of a function that opens a store, which fills a stream or appends an event to it.
 * @param {() => { fill: (stream: string, events: ReadonlyArray<object>) => Promise<unknown>,
 *   append: (event: { stream: string, revision: number }) => unknown }} open
 */
export const appendVariant = async (open, { appends, length, streams }) => {
  const other = open()
  for (let i = 0; i < warming; i += 1)
    await other.append(eventsOf(firstSchool + (i % 100), Math.floor(i / 100), 1)[0])
  const { append, fill } = open()
  for (let i = 0; i < streams; i += 1) {
    const events = eventsOf(firstSchool + i, 0, length)
    await fill(events[0].stream, events)
  }
  const lengths = Array.from({ length: streams }, () => length)
  const events = shuffled(appends, streams).map((i) => eventsOf(firstSchool + i, lengths[i]++, 1)[0])
  const perBatch = 50
  let next = 0
  return {
    batch: async () => {
      for (let i = 0; i < perBatch; i += 1) await append(events[next++])
    },
    batches: appends / perBatch,
    operations: perBatch
  }
}
