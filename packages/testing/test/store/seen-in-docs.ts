// What the runs of the suite have seen, kept in the documents, one file an adapter: written by `npm run docs:laws`,
// compared by every other run, so that what is said of an adapter is what its tests see.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect } from "vitest"
import type { LawsSeen } from "../../src/store/index.ts"

const docs = join(import.meta.dirname, "../../../../docs")
const folder = join(docs, "store-laws")

/** Whether this run writes the documents, instead of being compared with them. */
export const writing = process.env["LCQM_LAWS"] === "write"

/** Where the table of laws by adapter is. */
export const lawsPage = join(docs, "store-laws.md")

/** What is to be done with what the suite has seen of an adapter. */
export const seenInDocs = (seen: LawsSeen): void => {
  const file = join(folder, `${seen.adapter}.json`)
  if (writing) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${JSON.stringify(seen, undefined, 2)}\n`)
    return
  }
  const said: unknown = JSON.parse(readFileSync(file, "utf8"))
  expect(said, `${file} is stale: run \`npm run docs:laws\``).toEqual(seen)
}

/** What was seen of every adapter. */
export const everythingSeen = (): ReadonlyArray<LawsSeen> =>
  readdirSync(folder)
    .toSorted()
    .map((name): LawsSeen => JSON.parse(readFileSync(join(folder, name), "utf8")))
