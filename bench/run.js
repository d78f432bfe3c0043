// `npm run bench`: plays the journey, measures every line of goals/ beside the peers, prints the table, keeps the
// raw figures of whole goals. Never part of a test: a figure is worth something only at a quiet moment (docs/performance.md).
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { lines } from "./goals/index.js"
import { goalsOf, keep, keptAsMarkdown } from "./harness/kept.js"
import { compare, quietness } from "./harness/rounds.js"
import { surroundingsOf } from "./harness/surroundings.js"
import { tableOf } from "./harness/table.js"

const usage = `npm run bench -- [--only G1,G4] [--rounds N] [--quick] [--write]
  --only    these goals, or single lines by their key
  --rounds  how often everything is measured (default 7; figures of fewer are no results)
  --quick   once and briefly, to see that all runs: nothing is kept
  --write   keep the figures of every goal measured whole, and put the table of all that is kept into
            docs/performance.md`

const refuse = (/** @type {string} */ why) => {
  console.error(`${why}\n\n${usage}`)
  process.exit(2)
}

const flags = (() => {
  try {
    return parseArgs({
      options: {
        only: { type: "string" },
        rounds: { type: "string" },
        quick: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
        help: { type: "boolean", default: false }
      }
    }).values
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error))
  }
})()
if (flags.help) {
  console.log(usage)
  process.exit(0)
}

const fewestRounds = 7
const rounds = Number(flags.rounds ?? (flags.quick ? 1 : fewestRounds))
if (!Number.isSafeInteger(rounds) || rounds < 1)
  refuse(`--rounds: expected a whole number from 1, got ${flags.rounds}`)
const only = flags.only?.split(",")
const chosen =
  only === undefined ? lines : lines.filter(({ goal, key }) => only.includes(goal) || only.includes(key))
const unknown = only?.filter((name) => !lines.some(({ goal, key }) => goal === name || key === name)) ?? []
if (unknown.length > 0) refuse(`--only: no goal and no line is called ${unknown.join(" or ")}`)
if (flags.write && (flags.quick || rounds < fewestRounds)) {
  refuse(`--write: only a run of ${fewestRounds} rounds or more goes into the document`)
}

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url))
const [load = 0] = loadavg()
if (load > 0.5)
  console.error(`The load is ${load.toFixed(2)}: this is no quiet moment, and the figures are no results.`)

const workload = JSON.parse(
  execFileSync(process.execPath, [here("prepare-workload.js")], { encoding: "utf8" })
)
console.error(
  `${workload.events} events of ${workload.types} types, ${workload.meanBytes} bytes each (data ${workload.meanDataBytes})`
)

const surroundings = surroundingsOf()
const times = flags.quick ? { warmMs: 150, measureMs: 250 } : { warmMs: 400, measureMs: 1_000 }
const compared = await compare(chosen, { rounds, ...times, say: (text) => console.error(text) })
const quiet = quietness(compared)
const table = tableOf(chosen, compared)
console.log(`\n${table}\n`)
console.log(
  `The main thread had a CPU for ${Math.round(quiet * 100)} % of the time measured (95 % and more is quiet).`
)

const run = { command: process.argv.slice(2), rounds, ...times, workload, surroundings }
const last = here(".workload/last.json")
writeFileSync(last, `${JSON.stringify({ run, quiet, compared }, undefined, 1)}\n`)
console.log(`Raw figures: ${last}`)

if (flags.write) {
  const whole = goalsOf(chosen).filter((goal) =>
    lines.every((line) => line.goal !== goal || chosen.includes(line))
  )
  for (const goal of whole) {
    const ofGoal = compared.filter((each) => each.goal === goal)
    keep(goal, { run, quiet: quietness(ofGoal), compared: ofGoal })
  }
  const document = here("../docs/performance.md")
  const [before, , after] = readFileSync(document, "utf8").split(/<!-- results (?:begin|end) -->/)
  if (after === undefined) refuse(`${document} has no markers for the results`)
  const results = `<!-- results begin -->\n\n${keptAsMarkdown(lines)}\n\n<!-- results end -->`
  writeFileSync(document, `${before}${results}${after}`)
  console.log(`Kept: ${whole.join(", ")}`)
}
