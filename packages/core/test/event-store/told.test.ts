// No event type and no rejection is without a story: each slice's tests check their own, and here it is checked
// that the slices leave nothing out and that each of them is checked.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as core from "../../src/index.ts"
import { rejectionsOf, slices } from "./slices.ts"

const src = join(import.meta.dirname, "../../src")

const declaredIn = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .flatMap((entry) => [
      ...readFileSync(join(entry.parentPath, entry.name), "utf8").matchAll(/= rejection\(\s*"(\w+)"/gu)
    ])
    .map(([, tag = ""]) => tag)

describe("the stories of the slices", () => {
  it("are asked for every event type of the domain", () => {
    const asked = Object.values(slices).flatMap(({ events }) => events)
    expect(asked.toSorted()).toEqual(core.lcqmEventTypes.map(({ type }) => type).toSorted())
    expect(asked.length).toBeGreaterThan(45)
  })

  it("are asked for every rejection that core exports", () => {
    const asked = new Set(Object.values(slices).flatMap(({ rejections }) => rejections))
    expect([...asked].toSorted()).toEqual([...new Set(rejectionsOf(core))].toSorted())
    expect(asked.size).toBeGreaterThan(60)
  })

  it("are asked for every rejection that is declared anywhere in core", () => {
    expect(declaredIn(src).toSorted()).toEqual(rejectionsOf(core).toSorted())
  })

  it.each(Object.entries(slices))("are asked for at the end of the tests of %s", (name, { file }) => {
    const test = readFileSync(join(import.meta.dirname, "..", file), "utf8")
    expect(test).toContain(`expectAllTold("${name}")`)
  })
})
