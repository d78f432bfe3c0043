// G7, G8. Appends to a file: one after the other, and together.
import { against, run } from "./comparing.js"

const appending = (/** @type {string} */ who, /** @type {Record<string, unknown>} */ params) =>
  run(`sqlite/append/${who}`, params)
const [normal, full] = [{ durability: "normal" }, { durability: "full" }]
const together = { durability: "full", atOnce: 32 }

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G7",
    key: "sqlite-append",
    what: "append to a file, NORMAL ÷ the raw driver with our tables, indexes and bytes",
    clock: "cpu",
    limit: { most: 1.15 },
    of: against(appending("raw", normal), {
      lcqm: appending("lcqm", normal),
      hand: appending("raw-rows", normal)
    })
  },
  {
    goal: "G7",
    key: "sqlite-append-threads",
    what: "the same, CPU time of all threads",
    clock: "processCpu",
    of: against(appending("raw", normal), { emmett: appending("emmett", normal) })
  },
  {
    goal: "G7",
    key: "sqlite-append-full",
    what: "the same, FULL",
    clock: "wall",
    limit: { most: 1.05 },
    of: against(appending("raw", full), { lcqm: appending("lcqm", full), emmett: appending("emmett", full) })
  },
  {
    goal: "G7",
    key: "sqlite-append-documented",
    what: "the same, FULL, each peer as its manual has it",
    clock: "wall",
    of: against(appending("raw", full), {
      emmett: appending("emmett", { ...full, asDocumented: true, cold: true })
    })
  },
  {
    goal: "G7",
    key: "sqlite-append-memory",
    what: "append to Emmett's store in memory ÷ ours to a file, NORMAL",
    clock: "processCpu",
    of: against(appending("lcqm", normal), { emmett: appending("emmett-memory", normal) })
  },
  {
    goal: "G8",
    key: "sqlite-together",
    what: "one append after the other ÷ 32 at once, FULL",
    clock: "wall",
    limit: { least: 6 },
    of: {
      lcqm: { subject: appending("lcqm", full), baseline: appending("lcqm", together) }
    }
  }
]
