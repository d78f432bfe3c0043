// `npm run bench`: plays the journey, measures every line of goals.js beside the peers, prints the table, keeps the
// raw figures. Never part of a test: a figure is worth something only at a quiet moment (docs/performance.md).
import { execFileSync } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { loadavg } from "node:os"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { lines } from "./goals.js"
import { compare, quietness } from "./harness/rounds.js"
import { surroundingsOf } from "./harness/surroundings.js"
import { tableOf } from "./harness/table.js"

const usage = `npm run bench -- [--only G1,G4] [--rounds N] [--quick] [--write]
  --only    these goals, or single lines by their key
  --rounds  how often everything is measured (default 7; figures of fewer are no results)
  --quick   once and briefly, to see that all runs: nothing is kept
  --write   put the table into docs/performance.md`

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
if (flags.write && (flags.quick || only !== undefined || rounds < fewestRounds)) {
  refuse(`--write: only a whole run of ${fewestRounds} rounds or more goes into the document`)
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

const results = { command: process.argv.slice(2), rounds, ...times, workload, quiet, surroundings, compared }
const name = surroundings.date.slice(0, 16).replace(":", "")
const file = flags.quick ? here(".workload/last-quick.json") : here(`results/${name}.json`)
mkdirSync(here("results"), { recursive: true })
writeFileSync(file, `${JSON.stringify(results, undefined, 1)}\n`)
console.log(`Raw figures: ${file}`)

if (flags.write) {
  const document = here("../docs/performance.md")
  const [before, , after] = readFileSync(document, "utf8").split(/<!-- results (?:begin|end) -->/)
  if (after === undefined) refuse(`${document} has no markers for the results`)
  const { commit, cpu, date, effect, node, peers } = surroundings
  const about = `Run of ${date.slice(0, 10)}, ${rounds} rounds, commit ${commit}, Node ${node}, ${cpu}, effect ${effect}, Emmett ${peers.emmett}, Castore ${peers.castore}, fmodel-ts ${peers["fmodel-ts"]}. The journey: ${workload.events} events of ${workload.types} types, ${workload.meanBytes} bytes of canonical JSON each. The main thread had a CPU for ${Math.round(quiet * 100)} % of the time measured. Raw figures: [bench/results/${name}.json](../bench/results/${name}.json).`
  const markers = ["<!-- results begin -->", "<!-- results end -->"]
  writeFileSync(document, `${before}${markers[0]}\n\n${about}\n\n${table}\n\n${markers[1]}${after}`)
}
