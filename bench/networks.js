// The national scale of learning networks: 1,239 and 300 more, over 600 of them mathematics centres, played by a seed
// through the public API into a SQLite file; then every view of them built from the file and asked. Figures are of one
// run, for the record: `node bench/networks.js [--networks N] [--seed N]` after a build. Sample data, all of it.
import "effect/schema/SchemaJITCompiler/enable"
import { mkdtempSync, rmSync } from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { openLcqm, valueOf } from "@lcqm/core"
import { sqliteStore } from "../packages/sqlite/dist/index.js"

const { values } = parseArgs({
  options: { networks: { type: "string", default: "1539" }, seed: { type: "string", default: "7" } }
})
const networks = Number(values.networks)

// A small generator (mulberry32): the same seed plays the same networks.
let state = Number(values.seed) >>> 0
const below = (/** @type {number} */ most) => {
  state = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return ((mixed ^ (mixed >>> 14)) >>> 0) % most
}
/** @type {<T>(all: ReadonlyArray<T>) => T} */
const oneOf = (all) => /** @type {any} */ (all[below(all.length)])

const topics = [
  "using and applying mathematics",
  "mental calculation",
  "shape and space",
  "data handling",
  "speaking and listening",
  "boys' writing",
  "phonics",
  "assessment for learning",
  "children's self-assessment",
  "transition between schools"
]
const subjects = ["mathematics", "mathematics", "writing", "reading", "science", "creativity"]
// "Year 3 then Year 4 are the most frequently occurring."
const years = [
  "Year 3",
  "Year 3",
  "Year 3",
  "Year 4",
  "Year 4",
  "Year 1",
  "Year 2",
  "Year 5",
  "Year 6",
  "Reception"
]
const activities = ["maths week", "joint planning", "peer visit", "authority input", "more able morning"]
const measures = ["confidence", "test answers", "planning", "enthusiasm"]
const models = ["subject leaders attend", "representatives cascade", "delivered to the network"]

const folder = mkdtempSync(join(tmpdir(), "lcqm-networks-"))
const path = join(folder, "networks.db")
const opened = () =>
  openLcqm({ store: sqliteStore(path, { durability: "normal" }), now: () => Date.UTC(2006, 5, 1) })
const office = { person: "p-benchoffice", roles: ["SchemeOffice"] }

const commandsOf = (/** @type {number} */ i) => {
  const network = `n-bench-${String(i).padStart(5, "0")}`
  const schools = Array.from({ length: 4 + below(13) }, () => String(100_000 + below(24_000)))
  const own = [...new Set(schools)]
  const lead = `p-benchlead${i}`
  const focus = {
    subject: oneOf(subjects),
    topics: [...new Set([oneOf(topics), oneOf(topics)])],
    years: below(3) === 0 ? [] : [...new Set([oneOf(years), oneOf(years)])]
  }
  /** @type {Array<[string, object]>} */
  const asked = [
    [
      "FormNetwork",
      { name: `Sample network ${i}`, area: `Area ${below(150)}`, schools: own.map((school) => ({ school })) }
    ],
    ["NameNetworkLead", { lead }],
    ["BeginNetworkPlanning", {}],
    ["ChooseLearningFocus", focus],
    ["EndorseNetwork", {}],
    ...(i % 5 < 2 ? [/** @type {[string, object]} */ (["FundMathematicsCentre", {}])] : []),
    ["ArrangeTraining", { models: [oneOf(models)] }],
    ["NameRepresentative", { representative: `p-benchrep${i}0`, school: own[0] }],
    ...["2005 spring", "2005 summer", "2005 autumn"].map(
      (term) =>
        /** @type {[string, object]} */ ([
          "RecordActivity",
          { activity: "focus-group day", schools: own, term }
        ])
    ),
    ...Array.from(
      { length: 6 },
      () =>
        /** @type {[string, object]} */ ([
          "RecordActivity",
          { activity: oneOf(activities), schools: own.slice(0, 3) }
        ])
    ),
    ...measures.map(
      (measure) => /** @type {[string, object]} */ (["RecordEvaluation", { measure, finding: "improved" }])
    ),
    ["RegisterNetwork", {}],
    ...(below(2) === 0 ? [/** @type {[string, object]} */ (["GiveContactConsent", { contact: lead }])] : [])
  ]
  return asked.map(([type, data], n) => ({
    type,
    id: `${network}.${n}`,
    actor: office,
    occurredOn: "2006-01-09",
    data: { network, ...data }
  }))
}

const seconds = async (/** @type {() => Promise<unknown>} */ work) => {
  const before = performance.now()
  await work()
  return (performance.now() - before) / 1_000
}

const median = (/** @type {ReadonlyArray<number>} */ all) =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0

try {
  let events = 0
  const playing = opened()
  const played = await seconds(async () => {
    for (let i = 0; i < networks; i += 1) {
      for (const command of commandsOf(i))
        events += valueOf(await playing.executeUnknown(command)).events.length
    }
  })
  await playing.close()

  const lcqm = opened()
  const first = {
    networks: await seconds(() => lcqm.networks()),
    coverage: await seconds(() => lcqm.networkCpd("lcqm"))
  }
  const entries = valueOf(await lcqm.networkDirectory())
  const centres = entries.filter(({ mathematicsCentre }) => mathematicsCentre).length
  const withContact = entries.filter(({ contacts }) => contacts.length > 0).length
  /** @type {Record<string, () => Promise<unknown>>} */
  const asked = {
    "every network": () => lcqm.networks(),
    "the directory": () => lcqm.networkDirectory(),
    "CPD coverage of every network": () => lcqm.networkCpd("lcqm"),
    "a similar focus": async () => valueOf(await lcqm.similarNetworks({ network: oneOf(entries).network }))
  }
  console.log(`load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}, seed ${values.seed}`)
  console.log(
    `${networks} networks, ${centres} of them mathematics centres, ${withContact} with a contact shown`
  )
  console.log(`${events} events played in ${played.toFixed(1)} s`)
  console.log(
    `built from the file: networks and directory ${first.networks.toFixed(2)} s, CPD coverage ${first.coverage.toFixed(2)} s`
  )
  for (const [what, ask] of Object.entries(asked)) {
    const times = []
    for (let i = 0; i < 51; i += 1) times.push((await seconds(ask)) * 1_000)
    console.log(
      `${what}: ${median(times).toFixed(1)} ms at the median of 51, ${Math.max(...times).toFixed(1)} ms at most`
    )
  }
  console.log(
    `the directory as at a date: ${(await seconds(() => lcqm.networkDirectory({ occurred: "2006-01" }))).toFixed(2)} s`
  )
  await lcqm.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
