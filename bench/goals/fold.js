// G1, G2. Folding a history: the public API beside a switch in a loop.
import { against, run } from "./comparing.js"

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G1",
    key: "fold",
    what: "fold a journey through the public API ÷ a switch in a for loop",
    clock: "cpu",
    limit: { most: 1.1 },
    sameResult: true,
    of: against(run("fold/hand"), {
      lcqm: run("fold/lcqm"),
      emmett: run("fold/emmett"),
      castore: run("fold/castore"),
      fmodel: run("fold/fmodel")
    })
  },
  {
    goal: "G2",
    key: "immutable",
    what: "immutable fold of a history ÷ mutating a private draft",
    clock: "cpu",
    limit: { most: 1.0 },
    sameResult: true,
    of: against(run("fold/hand"), { lcqm: run("fold/lcqm") })
  },
  {
    goal: "G2",
    key: "immutable-each",
    what: "the same, every single event's state published",
    clock: "cpu",
    sameResult: true,
    of: against(run("fold/hand"), { lcqm: run("fold/lcqm", { oneByOne: true }) })
  }
]
