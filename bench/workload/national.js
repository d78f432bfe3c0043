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

/**
 * Appends the surroundings and so many schools to a new store in a file. A school's events are made of its number's;
 * what is appended may be made of them, in an effect.
 */
const fill = (/** @type {string} */ path, /** @type {number} */ schools, kept) =>
  Effect.gen(function* () {
    const codec = codecOf(lcqmCatalogue, nodeHasher)
    const store = yield* openSqliteStore(codec, path, { durability: "normal" })
    for (const event of surroundings()) {
      const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
      yield* store.append(event.stream, expected, [stampedOf(event)])
    }
    const events = journey()
    const append = (/** @type {number} */ nth) =>
      Effect.flatMap(kept(restamped(events, firstSchool + nth), nth), (own) =>
        store.append(own[0].stream, noStream, own)
      )
    for (let nth = 0; nth < schools; nth += 8) {
      const eight = Array.from({ length: Math.min(8, schools - nth) }, (_, i) => nth + i)
      yield* Effect.forEach(eight, append, { concurrency: "unbounded", discard: true })
    }
  })

const pathOf = (/** @type {number} */ schools) =>
  fileURLToPath(new URL(`../.workload/national-${schools}.db`, import.meta.url))

/** Makes the file of a store at a path, whole or not at all; `kept` says what is appended of each school's events. */
export const makeSchools = async (
  /** @type {string} */ path,
  /** @type {number} */ schools,
  kept = (events) => Effect.succeed(events)
) => {
  const making = `${path}.making`
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
  await Effect.runPromise(Effect.scoped(fill(making, schools, kept)))
  renameSync(making, path)
  for (const ending of ["-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
}

/** The file of the store of so many schools; made by another process, since its memory is not the reader's. */
export const nationalStore = async (/** @type {number} */ schools) => {
  if (!existsSync(pathOf(schools)))
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(schools)])
  return pathOf(schools)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await makeSchools(pathOf(Number(process.argv[2])), Number(process.argv[2]))
