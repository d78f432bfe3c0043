// Stores for the tests of the commands over them, and files that are none.
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { sampleCriteriaSet } from "@lcqm/core"
import { openDatabase } from "../../sqlite/src/file/database.ts"
import { file, folder, lcqmHere, type Ran } from "./running.ts"

/** Who acts in these tests. */
export const office = { LCQM_ACTOR: "p-office01", LCQM_ROLES: "SchemeOffice" }

/** A path at which nothing is yet. */
export const newPath = (name = "lcqm.db"): string => join(folder(), name)

/** Runs over a store, as the office. */
export const over = (
  store: string,
  words: ReadonlyArray<string>,
  options: { readonly input?: string | Buffer; readonly env?: Readonly<Record<string, string>> } = {}
): Promise<Ran> => lcqmHere(words, { ...options, env: { ...office, LCQM_STORE: store, ...options.env } })

/** The URL of a new store with criteria, a rule, cohort 5 and a school in it: 12 events. */
export const storeWithSchool = async (): Promise<string> => {
  const store = `sqlite:${newPath()}`
  const inForce = ["--on", "2025-06-01", "--in-force-from", "2025-09-01"]
  for (const words of [
    ["criteria", "publish", file(sampleCriteriaSet), ...inForce],
    ["ruleset", "publish", "best-fit/1", ...inForce],
    ["cohort", "launch", "5", "--on", "2025-09-01", "--training-from=--11", "--area", "Toxteth"],
    ["enrol", "900001", "--cohort", "5", "--criteria", "0.1.0-sample", "--rule", "1", "--on", "2025-09-03"]
  ]) {
    const { code, err } = await over(store, words)
    if (code !== 0) throw new Error(`${words.join(" ")}: ${err}`)
  }
  return store
}

/** The path of a store that is a file. */
export const pathOf = (store: string): string => store.replace(/^sqlite:/, "")

/** A SQLite file of another program. */
export const foreignFile = (): string => {
  const path = newPath("foreign.db")
  const theirs = openDatabase(path, { readOnly: false })
  theirs.exec("CREATE TABLE theirs (id INTEGER)")
  theirs.close()
  return path
}

/** Keeps a store's file locked against writers, as a program that writes does, until it is let go. */
export const lock = (store: string): (() => void) => {
  const other = openDatabase(pathOf(store), { readOnly: false })
  other.exec("BEGIN IMMEDIATE")
  return () => {
    other.exec("ROLLBACK")
    other.close()
  }
}

/** A file of so many random bytes that is neither JSON nor SQLite. */
export const binaryFile = (bytes = 4_096): string =>
  file(Buffer.from(Array.from({ length: bytes }, (_, i) => (i * 167 + 129) & 0xff)), "binary.bin")

/** The bytes of a file, to see that it stayed as it was. */
export const bytesOf = (path: string): Buffer => readFileSync(path)

/** JSON lines in a file. */
export const linesFile = (lines: ReadonlyArray<unknown>, name = "commands.jsonl"): string => {
  const path = join(folder(), name)
  writeFileSync(
    path,
    lines.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("")
  )
  return path
}
