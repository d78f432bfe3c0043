// G11. Verifying, canonical writing, checkpoints.
import { against, run } from "./comparing.js"

// Schools of 120 events each.
const [million, tenThousand] = [{ schools: 8_334 }, { schools: 84 }]

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G11",
    key: "verify",
    what: "read, decode and verify 1,000,000 stored events ÷ read and decode them",
    // Two threads share the work: the main one's CPU time would leave half of it out.
    clock: "wall",
    limit: { most: 1.6 },
    sameResult: true,
    of: against(run("ledger/read", million), { lcqm: run("ledger/verify", million) })
  },
  {
    goal: "G11",
    key: "verify-threads",
    what: "the same, CPU time of all threads",
    clock: "processCpu",
    sameResult: true,
    of: against(run("ledger/read", million), { lcqm: run("ledger/verify", million) })
  },
  {
    goal: "G11",
    key: "canonical",
    what: "canonical writing of a stamped event, by the writer of its type ÷ JSON.stringify",
    clock: "cpu",
    limit: { most: 0.7 },
    sameResult: true,
    of: against(run("ledger/stringify"), { lcqm: run("ledger/canonical-event") })
  },
  {
    goal: "G11",
    key: "canonical-any",
    what: "the same, by the ledger's writer of any value",
    clock: "cpu",
    sameResult: true,
    of: against(run("ledger/stringify"), { lcqm: run("ledger/canonical") })
  },
  {
    goal: "G11",
    key: "checkpoint",
    what: "the checkpoint after 1,000 new events, in a log of 1,000,000 ÷ of 10,000",
    clock: "cpu",
    limit: { most: 1.2 },
    of: {
      lcqm: { subject: run("ledger/checkpoint", million), baseline: run("ledger/checkpoint", tenThousand) }
    }
  }
]
