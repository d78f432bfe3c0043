// G6. Appends where there are many streams, or a stream is long: everybody against themselves at a smaller size.
import { run } from "./comparing.js"

const growth = (/** @type {string} */ folder, large, small, who = ["lcqm", "emmett", "castore", "hand"]) =>
  Object.fromEntries(
    who.map((each) => [
      each,
      { subject: run(`${folder}/${each}`, large), baseline: run(`${folder}/${each}`, small) }
    ])
  )

/** @type {ReadonlyArray<import("./comparing.js").Line>} */
export const lines = [
  {
    goal: "G6",
    key: "many-streams",
    what: "append to one of 24,000 streams ÷ to one of 100",
    clock: "cpu",
    limit: { most: 2 },
    of: growth(
      "append",
      { streams: 24_000, length: 1, appends: 6_000 },
      { streams: 100, length: 1, appends: 6_000 }
    )
  },
  {
    goal: "G6",
    key: "long-stream",
    what: "append to a stream of 10,000 ÷ to one of 100",
    clock: "cpu",
    limit: { most: 1.2 },
    of: growth(
      "append",
      { streams: 1, length: 10_000, appends: 2_000 },
      { streams: 20, length: 100, appends: 2_000 }
    )
  }
]
