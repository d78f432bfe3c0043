// G10. The read models of the whole country, rebuilt and opened again.
import { against, run } from "./comparing.js"

const national = { schools: 24_000 }

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G10",
    key: "national",
    what: "rebuild four read models from 24,000 schools × 120 events, decoded and validated ÷ by hand, nothing checked; peak of the process's memory",
    clock: "cpu",
    limit: { most: 1.5 },
    atMost: { peakMegabytes: 150 },
    sameResult: true,
    of: against(run("rebuild/hand", national), { lcqm: run("rebuild/lcqm", national) })
  },
  {
    goal: "G10",
    key: "national-filtered",
    what: "a tenth of that ÷ by hand, with SQL that leaves out the types nobody reads",
    clock: "cpu",
    sameResult: true,
    of: against(run("rebuild/hand", { schools: 2_400, filtered: true }), {
      lcqm: run("rebuild/lcqm", { schools: 2_400 })
    })
  },
  {
    goal: "G10",
    key: "restart",
    what: "open the country's read models in a file again, caught up ÷ by hand",
    clock: "wall",
    atMost: { milliseconds: 200 },
    sameResult: true,
    of: against(run("rebuild/restart-by-hand", national), { lcqm: run("rebuild/restart", national) })
  },
  {
    goal: "G10",
    key: "national-consumer",
    what: "four read models through Emmett's consumer, a thousandth of the country ÷ ours, a hundredth",
    clock: "wall",
    of: { emmett: { subject: run("rebuild/emmett"), baseline: run("rebuild/lcqm", { schools: 240 }) } }
  }
]
