// G4. A command in memory, with and without the cache of states.
import { against, run } from "./comparing.js"

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G4",
    key: "command",
    what: "a command without a cache ÷ by hand",
    clock: "cpu",
    limit: { most: 1.25 },
    sameResult: true,
    of: against(run("command/hand"), {
      lcqm: run("command/lcqm", { cached: false }),
      emmett: run("command/emmett"),
      castore: run("command/castore"),
      fmodel: run("command/fmodel")
    })
  },
  {
    goal: "G4",
    key: "command-cached",
    what: "a command with the cache of states ÷ by hand without one",
    clock: "cpu",
    limit: { most: 0.45 },
    sameResult: true,
    of: against(run("command/hand"), {
      lcqm: run("command/lcqm"),
      hand: run("command/hand", { cached: true })
    })
  },
  {
    goal: "G4",
    key: "command-cached-effect",
    what: "the same through the Effect face, in one fiber",
    clock: "cpu",
    sameResult: true,
    of: against(run("command/hand"), { lcqm: run("command/lcqm-effect") })
  }
]
