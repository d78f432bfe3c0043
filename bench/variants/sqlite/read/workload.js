// G9: what is read. A file with the journeys of a hundred schools, written once for the process.
import { newFile, openWriter, rowOf } from "../../../by-hand/sqlite-file.js"
import { journey, restamped, streamOf } from "../../../workload/stored.js"

const schools = 100
const firstSchool = 500_000

/** The events of each school. */
export const schoolsEvents = () => {
  const events = journey()
  return Array.from({ length: schools }, (_, i) => restamped(events, firstSchool + i))
}

/** The streams in the file. */
export const streams = Array.from({ length: schools }, (_, i) => streamOf(firstSchool + i))

/** How many events each stream has. */
export const eventsEach = journey().length

/** A file with all of them, one append an event's school, closed. */
export const writtenFile = () => {
  const path = newFile()
  const { append, database } = openWriter(path, "normal")
  for (const events of schoolsEvents()) append(events.map(rowOf))
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
  return path
}

/** A variant that reads one stream after the other. */
export const readingStreams = (/** @type {(stream: string) => unknown} */ read) => {
  let next = 0
  return { batch: () => read(streams[next++ % schools]), operations: eventsEach }
}

/** A variant that reads everything, and says how much that was. */
export const readingAll = (/** @type {() => number | Promise<number>} */ read) => ({
  batch: async () => {
    const events = await read()
    if (events !== schools * eventsEach) throw new Error(`read ${events} events`)
  },
  operations: schools * eventsEach
})
