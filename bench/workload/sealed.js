// The national store as `national.js` makes it, with each school's texts about a Champion of its own, and these texts
// plain or sealed. Made once; the keys of the sealed one are in a ring beside it.
import { sealEvents, lcqmCatalogue } from "@lcqm/core"
import { Effect } from "effect"
import { existsSync } from "node:fs"
import { execFileSync } from "node:child_process"
import { fileURLToPath } from "node:url"
import { fileKeyRing, randomBytes } from "./key-rings.js"
import { makeSchools } from "./national.js"

const pathOf = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../.workload/${name}.db`, import.meta.url))

const aboutTheirOwn = (/** @type {number} */ nth) => {
  const champion = `p-champion${String(nth).padStart(6, "0")}`
  const own = (value) =>
    Array.isArray(value)
      ? value.map(own)
      : typeof value !== "object" || value === null
        ? value
        : "text" in value && "about" in value
          ? { ...value, about: [champion] }
          : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, own(each)]))
  return own
}

const make = async (/** @type {number} */ schools, /** @type {"plain" | "sealed"} */ kept) => {
  const ring = kept === "sealed" ? await fileKeyRing(ringPath(schools)) : undefined
  await makeSchools(storePath(schools, kept), schools, (events, nth) => {
    const own = aboutTheirOwn(nth)
    const about = events.map((event) => ({ ...event, data: own(event.data) }))
    return ring === undefined
      ? Effect.succeed(about)
      : sealEvents(lcqmCatalogue, { keyRing: ring, randomBytes }, about)
  })
}

const storePath = (/** @type {number} */ schools, /** @type {string} */ kept) =>
  pathOf(`texts-${kept}-${schools}`)
const ringPath = (/** @type {number} */ schools) => pathOf(`texts-keys-${schools}`)

/** The file of the store, made by another process, and the ring its texts are sealed with, where they are. */
export const storeOfTexts = async (/** @type {number} */ schools, /** @type {"plain" | "sealed"} */ kept) => {
  const path = storePath(schools, kept)
  if (!existsSync(path)) {
    execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(schools), kept])
  }
  return { path, ring: kept === "sealed" ? await fileKeyRing(ringPath(schools)) : undefined }
}

const [, program, schools, kept] = process.argv
if (program === fileURLToPath(import.meta.url))
  await make(Number(schools), kept === "sealed" ? "sealed" : "plain")
