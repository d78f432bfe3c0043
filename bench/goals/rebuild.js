// G10. The read models of the whole country, rebuilt and opened again.
import { against, run } from "./comparing.js"

const [national, tenth, hundredth] = [{ schools: 24_000 }, { schools: 2_400 }, { schools: 240 }]

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
    of: against(run("rebuild/hand", { ...tenth, filtered: true }), {
      lcqm: run("rebuild/lcqm", tenth)
    })
  },
  {
    goal: "G10",
    key: "memory-tenth",
    what: "rebuild a read model that is as large for any number of schools, from a tenth of the country ÷ from a hundredth, by event in the store; peak of memory",
    clock: "cpu",
    sameResult: true,
    of: against(run("rebuild/judgements", hundredth), { lcqm: run("rebuild/judgements", tenth) })
  },
  {
    goal: "G10",
    key: "memory-national",
    what: "the same from the whole country ÷ from a tenth",
    clock: "cpu",
    sameResult: true,
    of: against(run("rebuild/judgements", tenth), { lcqm: run("rebuild/judgements", national) })
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
    of: { emmett: { subject: run("rebuild/emmett"), baseline: run("rebuild/lcqm", hundredth) } }
  }
]
