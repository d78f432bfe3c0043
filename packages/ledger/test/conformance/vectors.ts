// Where the vectors nobody here wrote are, and what happens when they are not there: with CI set a missing
// folder is a failure, on a reader's own machine the tests are skipped and say so.
import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"

const folder = fileURLToPath(new URL("../../../../../shared/vectors/", import.meta.url))
const present = existsSync(folder)
const required = (process.env["CI"] ?? "") !== ""

if (!present && !required)
  console.warn(`SKIPPED: conformance tests need ${folder}, which is not on this machine.`)

export const vectorPath = (path: string): string => `${folder}${path}`
export const readVector = (path: string): string => readFileSync(vectorPath(path), "utf8")
export const readVectorBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(vectorPath(path)))

const missing = (): void => {
  test("has its vectors, for CI is set", () => {
    expect(present, `the vectors folder ${folder} is missing`).toBe(true)
  })
}

/** A suite over third-party vectors: `suite` runs, and may read files, only where the folder is. */
export const describeWithVectors = (title: string, suite: () => void): void => {
  const body = present ? suite : missing
  const note = present || required ? "" : ` (SKIPPED: no folder ${folder})`
  describe.skipIf(!present && !required)(`${title}${note}`, () => {
    body()
  })
}
