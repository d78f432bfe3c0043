// G5. Commands to one stream at once.
import { against, run } from "./comparing.js"

const contended = { schools: 150 }
// By its own policy a peer sleeps between its tries: a tenth is enough, and takes as long.
const contendedAndWaiting = { schools: 15, ownPolicy: true }

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G5",
    key: "contention",
    what: "8 commands at once on a stream ÷ by hand, trying again at once",
    clock: "wall",
    told: { attemptsPerCommand: 1, accepted: 1 },
    of: against(run("contention/hand", contended), {
      lcqm: run("contention/lcqm", contended),
      emmett: run("contention/emmett", contended),
      castore: run("contention/castore", contended),
      fmodel: run("contention/fmodel", contended)
    })
  },
  {
    goal: "G5",
    key: "contention-emmett",
    what: "Emmett without back-off ÷ ours",
    clock: "wall",
    limit: { least: 4 },
    of: {
      emmett: { subject: run("contention/emmett", contended), baseline: run("contention/lcqm", contended) }
    }
  },
  {
    goal: "G5",
    key: "contention-own-policy",
    what: "the peer's own policy ÷ ours",
    clock: "wall",
    of: against(run("contention/lcqm", { schools: 15 }), {
      emmett: run("contention/emmett", contendedAndWaiting),
      castore: run("contention/castore", contendedAndWaiting)
    })
  }
]
