// Where the tests keep their files: a folder of their own, gone when they end.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const folder = mkdtempSync(join(tmpdir(), "lcqm-sqlite-"))
process.once("exit", () => rmSync(folder, { recursive: true, force: true }))

/** The file of a place. */
export const pathOf = (place: string): string => join(folder, `${place}.db`)

let used = 0

/** A file that no other test has used. */
export const newPath = (): string => pathOf(`file-${(used += 1)}`)
