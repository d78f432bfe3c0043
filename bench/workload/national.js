// The national store: so many schools, each with the journey's 120 events, appended through the store itself, school
// after school, in one SQLite file. Made once and kept in .workload, since making it takes longer than reading it.
import { codecOf, lcqmCatalogue, noStream, exactly, stampedOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openSqliteStore } from "@lcqm/sqlite"
import { Effect } from "effect"
import { execFileSync } from "node:child_process"
import { existsSync, renameSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { journey, restamped, surroundings } from "./stored.js"

/** The URN of the first school. */
export const firstSchool = 100_000

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

const pathOf = (/** @type {number} */ schools) =>
  fileURLToPath(new URL(`../.workload/national-${schools}.db`, import.meta.url))

const make = async (/** @type {number} */ schools) => {
  const making = `${pathOf(schools)}.making`
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
  await Effect.runPromise(Effect.scoped(fill(making, schools)))
  renameSync(making, pathOf(schools))
  for (const ending of ["-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
}

/** The file of the store of so many schools; made by another process, since its memory is not the reader's. */
export const nationalStore = async (/** @type {number} */ schools) => {
  if (!existsSync(pathOf(schools)))
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(schools)])
  return pathOf(schools)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await make(Number(process.argv[2]))
