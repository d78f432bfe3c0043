// Whoever imports something from a package is told in their editor what it is.
import { readdirSync, readFileSync } from "node:fs"
import { join, relative } from "node:path"
import { describe, expect, it } from "vitest"
import { filesUnder, top } from "./snippets.ts"

const published = ["packages", "examples"].flatMap((folder) =>
  readdirSync(join(top, folder)).map((name) => join(top, folder, name, "src"))
)

/** The exports of a file that open without a documentation comment. A type beside a value of its name shares its. */
const undocumented = (file: string): ReadonlyArray<string> => {
  const lines = readFileSync(file, "utf8").split("\n")
  const exported = lines.flatMap((line, index) => {
    const found = /^export (?:abstract |async )?(const|class|interface|type|function) (\w+)/.exec(line)
    return found === null ? [] : [{ kind: found[1], name: found[2] ?? "", before: lines[index - 1] ?? "" }]
  })
  return exported
    .filter(({ before }) => !before.trimEnd().endsWith("*/"))
    .filter(
      ({ kind, name }) =>
        kind !== "type" || !exported.some((each) => each.kind === "const" && each.name === name)
    )
    .map(({ name }) => `${relative(top, file)}: ${name}`)
}

describe("every export of every package", () => {
  it("says what it is", () => {
    const files = published.flatMap((folder) => filesUnder(folder, ".ts"))
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(undocumented)).toEqual([])
  })
})

describe("every source file", () => {
  it("opens with why it exists", () => {
    const silent = published
      .flatMap((folder) => filesUnder(folder, ".ts"))
      .filter((file) => !/^(?:\/\/|\/\*|import "effect\/)/.test(readFileSync(file, "utf8")))
    expect(silent.map((file) => relative(top, file))).toEqual([])
  })

  it("is called after what it holds, never util, helper, common, manager, misc or shared", () => {
    const vague = published
      .flatMap((folder) => filesUnder(folder, ".ts"))
      .filter((file) =>
        /(?:^|\/)(?:utils?|helpers?|common|misc|manager|shared)(?:\.|\/)/.test(relative(top, file))
      )
    expect(vague.map((file) => relative(top, file))).toEqual([])
  })
})
