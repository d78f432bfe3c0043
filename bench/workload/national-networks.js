// The country's networks in the file of its schools: the source's 1,239 and the 300 it expects, 612 ("over 600") of
// them mathematics centres, drawn by a seed and played command by command through the library itself. What they work on
// is drawn as the source says: "more networks are working on mathematics than on other areas", "Year 3 then Year 4 are
// the most frequently occurring". All names are synthetic.
import { openLcqm, valueOf } from "@lcqm/core"
import { sqliteStore } from "@lcqm/sqlite"
import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { firstSchool, nationalStore } from "./national.js"

const established = 1_239
const expected = 300
const centres = 612

/** How many networks the country has. */
export const networksInAll = established + expected

const otherSubjects = ["literacy", "writing", "science", "creative curriculum", "assessment for learning"]
const topics = {
  mathematics: [
    "using and applying mathematics",
    "mental calculation",
    "written calculation",
    "problem solving",
    "fractions and decimals",
    "shape and space",
    "talking about mathematics",
    "mathematics out of doors"
  ],
  other: [
    "speaking and listening",
    "guided reading",
    "boys' writing",
    "self-assessment",
    "transition between schools",
    "working with parents",
    "enquiry"
  ]
}
// Each as often as it stands here.
const years = [
  ...Array.from({ length: 6 }, () => "Year 3"),
  ...Array.from({ length: 4 }, () => "Year 4"),
  "Reception",
  "Year 1",
  "Year 2",
  "Year 2",
  "Year 5",
  "Year 6"
]
const activities = [
  "maths week",
  "focus-group day",
  "joint planning",
  "peer visit",
  "authority input",
  "more able morning"
]
const measures = ["confidence", "test answers", "planning", "enthusiasm"]
const areas = Array.from({ length: 150 }, (_, i) => `Sample area ${i + 1}`)

// Mulberry32: one 32-bit state, the same numbers everywhere.
const drawing = (/** @type {number} */ seed) => {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (/** @type {number} */ bound) => Math.floor(fraction() * bound)
  return {
    below,
    chance: (/** @type {number} */ share) => fraction() < share,
    one: (from) => from[below(from.length)],
    several: (from, /** @type {number} */ most) => [
      ...new Set(Array.from({ length: 1 + below(most) }, () => from[below(from.length)]))
    ]
  }
}

const idOf = (/** @type {number} */ nth) => `n-sample-${String(nth).padStart(4, "0")}`
const leadOf = (/** @type {number} */ nth) => `p-samplelead${String(nth).padStart(4, "0")}`
const urnOf = (/** @type {number} */ nth) => String(firstSchool + nth)

const focusOf = (draw, /** @type {boolean} */ isMathematics) => ({
  subject: isMathematics ? "mathematics" : draw.one(otherSubjects),
  topics: draw.several(isMathematics ? topics.mathematics : topics.other, 3),
  years: draw.chance(0.8) ? draw.several(years, 3) : []
})

// Most networks have schools of their own; some have one that is in another network too.
const schoolsOf = (draw, /** @type {number} */ nth, /** @type {number} */ schools) => {
  const own = Array.from({ length: 4 + draw.below(4) }, (_, i) => (nth * 8 + i) % schools)
  if (draw.chance(0.05)) own.push(draw.below(schools))
  return [...new Set(own)].map((school) => ({
    school: urnOf(school),
    kind: draw.chance(0.2) ? "infant" : "primary"
  }))
}

/** What one network's life so far was asked for by, in order: [date, command, data] each. */
const lifeOf = (
  /** @type {number} */ nth,
  /** @type {{ seed: number, schools: number }} */ { schools, seed }
) => {
  const draw = drawing(seed * 100_003 + nth)
  const network = idOf(nth)
  const isCentre = nth < centres
  const members = schoolsOf(draw, nth, schools)
  const some = () => draw.several(members, 4).map(({ school }) => school)
  const life = []
  const then = (on, type, data = {}) => life.push([on, type, { network, ...data }])
  then("2004-09", "FormNetwork", { name: `Sample network ${nth}`, area: draw.one(areas), schools: members })
  then("2004-10", "NameNetworkLead", { lead: leadOf(nth) })
  if (nth >= established && draw.chance(0.5)) return life
  then("2004-11", "BeginNetworkPlanning")
  const focus = focusOf(draw, draw.chance(isCentre ? 0.85 : 0.35))
  then("2004-12", "ChooseLearningFocus", focus)
  if (nth >= established) return life
  then("2005-02", "EndorseNetwork")
  if (isCentre) then("2005-04", "FundMathematicsCentre")
  then("2005-04", "ArrangeTraining", {
    models: [draw.one(["subject leaders attend", "representatives cascade"])]
  })
  const term = { term: "2005 autumn" }
  then("2005-09", "RecordActivity", { activity: "focus-group day", schools: some(), ...term })
  for (let i = draw.below(4); i > 0; i -= 1) {
    const activity = draw.one(activities)
    then("2005-10", "RecordActivity", {
      activity,
      schools: some(),
      ...(activity === "focus-group day" ? term : {})
    })
  }
  if (draw.chance(0.5))
    then("2006-01", "RecordEvaluation", { measure: draw.one(measures), finding: "improved" })
  if (!draw.chance(0.75)) return life
  then("2006-02", "RegisterNetwork")
  if (!draw.chance(0.6)) return life
  then("2006-02", "GiveContactConsent", { contact: leadOf(nth) })
  if (draw.chance(0.1)) then("2006-03", "WithdrawContactConsent", { contact: leadOf(nth) })
  return life
}

const play = async (/** @type {string} */ path, /** @type {{ seed: number, schools: number }} */ country) => {
  const store = sqliteStore(path, { durability: "normal" })
  const lcqm = openLcqm({ store, now: () => Date.parse("2006-04-01T09:00:00Z") })
  const actor = { person: "p-office01", roles: ["SchemeOffice"] }
  for (let nth = 0; nth < networksInAll; nth += 1) {
    for (const [index, [occurredOn, type, data]] of lifeOf(nth, country).entries()) {
      valueOf(await lcqm.execute({ id: `country-${nth}-${index}`, actor, occurredOn, type, data }))
    }
  }
  await lcqm.close()
}

const pathOf = (/** @type {number} */ schools) =>
  fileURLToPath(new URL(`../.workload/national-networks-${schools}.db`, import.meta.url))

const make = async (/** @type {number} */ schools) => {
  const making = `${pathOf(schools)}.making`
  for (const ending of ["", "-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
  copyFileSync(await nationalStore(schools), making)
  await play(making, { seed: 2006, schools })
  renameSync(making, pathOf(schools))
  for (const ending of ["-wal", "-shm"]) rmSync(`${making}${ending}`, { force: true })
}

/** The file of the country: so many schools with their journeys, and its networks; made once, by another process. */
export const nationalNetworks = async (/** @type {number} */ schools) => {
  if (!existsSync(pathOf(schools)))
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(schools)])
  return pathOf(schools)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await make(Number(process.argv[2]))
