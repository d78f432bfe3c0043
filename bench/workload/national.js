// The national store: so many schools, each with the journey's 120 events, appended through the store itself, school
// after school, in one SQLite file. Made once and kept in .workload, since making it takes longer than reading it.
import { codecOf, lcqmCatalogue, noStream, exactly, stampedOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openSqliteStore } from "@lcqm/sqlite"
import { Effect } from "effect"
import { existsSync, renameSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { journey, restamped, surroundings } from "./stored.js"

const firstSchool = 100_000

const fill = (/** @type {string} */ path, /** @type {number} */ schools) =>
  Effect.gen(function* () {
    const codec = codecOf(lcqmCatalogue, nodeHasher)
    const store = yield* openSqliteStore(codec, path, { durability: "normal" })
    for (const event of surroundings()) {
      const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
      yield* store.append(event.stream, expected, [stampedOf(event)])
    }
    const events = journey()
    const append = (/** @type {number} */ nth) => {
      const own = restamped(events, firstSchool + nth)
      return store.append(own[0].stream, noStream, own)
    }
    for (let nth = 0; nth < schools; nth += 8) {
      const eight = Array.from({ length: Math.min(8, schools - nth) }, (_, i) => nth + i)
      yield* Effect.forEach(eight, append, { concurrency: "unbounded", discard: true })
    }
  })

/** The file of the store of so many schools. */
export const nationalStore = async (/** @type {number} */ schools) => {
  const path = fileURLToPath(new URL(`../.workload/national-${schools}.db`, import.meta.url))
  if (existsSync(path)) return path
  const making = `${path}.making`
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
  await Effect.runPromise(Effect.scoped(fill(making, schools)))
  renameSync(making, path)
  return path
}
