// G9. Reads of a file: a stream, and everything.
import { against, run } from "./comparing.js"

const reading = (/** @type {string} */ what) => run(`sqlite/read/${what}`)

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G9",
    key: "sqlite-stream",
    what: "read a stream, checked, validated and frozen ÷ .all and JSON.parse",
    clock: "cpu",
    limit: { most: 1.2 },
    of: against(reading("stream-raw"), { lcqm: reading("stream-lcqm") })
  },
  {
    goal: "G9",
    key: "sqlite-stream-threads",
    what: "the same, CPU time of all threads",
    clock: "processCpu",
    of: against(reading("stream-raw"), { emmett: reading("stream-emmett") })
  },
  {
    goal: "G9",
    key: "sqlite-all",
    what: "read everything, validated and frozen ÷ .iterate and JSON.parse",
    clock: "cpu",
    limit: { most: 0.9 },
    of: against(reading("all-raw"), { lcqm: reading("all-lcqm") })
  },
  {
    goal: "G9",
    key: "sqlite-all-batches",
    what: "everything in Emmett's batches ÷ ours",
    clock: "wall",
    limit: { least: 2.5 },
    of: { emmett: { subject: reading("all-emmett"), baseline: reading("all-lcqm") } }
  },
  {
    goal: "G9",
    key: "sqlite-all-consumer",
    what: "everything through Emmett's consumer ÷ ours",
    clock: "wall",
    limit: { least: 100 },
    of: { emmett: { subject: reading("all-emmett-consumer"), baseline: reading("all-lcqm") } }
  }
]
