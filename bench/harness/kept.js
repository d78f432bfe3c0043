// The figures that the performance page quotes: one file a goal, with every round and what it was run on, written
// over by the next run of that goal. A whole run of everything takes an hour, a quiet moment seldom lasts so long.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { tableOf } from "./table.js"

const fileOf = (/** @type {string} */ goal) =>
  fileURLToPath(new URL(`../results/${goal}.json`, import.meta.url))

/** The goals of these lines, each once, in order. */
export const goalsOf = (/** @type {ReadonlyArray<{ goal: string }>} */ lines) => [
  ...new Set(lines.map(({ goal }) => goal))
]

/** Keeps a goal's figures in the place of those kept before. */
export const keep = (/** @type {string} */ goal, figures) => {
  mkdirSync(new URL("../results", import.meta.url), { recursive: true })
  writeFileSync(fileOf(goal), `${JSON.stringify(figures, undefined, 1)}\n`)
}

const keptOf = (/** @type {string} */ goal) =>
  existsSync(fileOf(goal)) ? JSON.parse(readFileSync(fileOf(goal), "utf8")) : undefined

const about = (/** @type {string} */ goal, { quiet, run }) => {
  const { commit, date } = run.surroundings
  return `- [${goal}](../bench/results/${goal}.json): ${date.slice(0, 10)}, ${run.rounds} rounds, commit ${commit}, ${Math.round(quiet * 100)} % of a CPU`
}

/** The table of everything kept, and under it when and on what each goal was run. */
export const keptAsMarkdown = (/** @type {ReadonlyArray<import("../goals/comparing.js").Line>} */ lines) => {
  const goals = goalsOf(lines)
  const kept = goals.flatMap((goal) => {
    const figures = keptOf(goal)
    return figures === undefined ? [] : [{ goal, ...figures }]
  })
  const table = tableOf(
    lines.filter(({ goal }) => kept.some((each) => each.goal === goal)),
    kept.flatMap(({ compared }) => compared)
  )
  const missing = goals.filter((goal) => !kept.some((each) => each.goal === goal))
  const first = kept[0]?.run
  const where =
    first === undefined
      ? []
      : [
          `Node ${first.surroundings.node}, ${first.surroundings.cpu}, effect ${first.surroundings.effect}, ${Object.entries(
            first.surroundings.peers
          )
            .map(([name, version]) => `${name} ${version}`)
            .join(
              ", "
            )}. The journey: ${first.workload.events} events of ${first.workload.types} types, ${first.workload.meanBytes} bytes of canonical JSON each.`
        ]
  const notRun = missing.length === 0 ? [] : [`Not yet run: ${missing.join(", ")}.`]
  return [table, ...where, kept.map((each) => about(each.goal, each)).join("\n"), ...notRun].join("\n\n")
}
