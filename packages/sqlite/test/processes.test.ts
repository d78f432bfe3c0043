// Several programs on one file, each a process of its own; and what the disk has seen before an append is
// acknowledged.
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { newPath } from "./places.ts"
import { appenderFor } from "./processes/appender.ts"
import { expectFourToAppend } from "./processes/four-at-once.ts"

describe("four processes that append 250 times each", () => {
  it("leave 1,000 events: none lost, none twice, each acknowledged, no untyped error", async () => {
    await expectFourToAppend(250, "normal")
  })
})

const strace = spawnSync("strace", ["-V"]).status === 0

/** What the process did to the write-ahead log and said, in order. */
const traced = (path: string, durability: "full" | "normal"): ReadonlyArray<string> => {
  const log = `${path}.trace`
  const [command, args] = appenderFor({ path, stream: "a", firstId: 1, count: 20, perAppend: 1, durability })
  const calls = ["-f", "-qq", "-y", "-e", "trace=fsync,fdatasync,write,pwrite64", "-o", log]
  const { stderr, status } = spawnSync("strace", [...calls, command, ...args], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  return readFileSync(log, "utf8")
    .split("\n")
    .flatMap((line) => {
      if (/(?:fsync|fdatasync)\(\d+<[^>]*-wal>/.test(line)) return ["sync"]
      if (/pwrite64\(\d+<[^>]*-wal>/.test(line)) return ["log"]
      return /write\(1<[^>]*>, "\d+\\n"/.test(line) ? ["acknowledge"] : []
    })
}

const withoutStrace = strace ? "" : " (not looked at: strace is not installed here)"

describe.skipIf(!strace)(`between an append and its acknowledgement${withoutStrace}`, () => {
  it("the log is written and then synchronised with the disk, under full durability", () => {
    const seen = traced(newPath(), "full").join(" ")
    expect(seen.match(/acknowledge/g)).toHaveLength(20)
    expect(seen.replaceAll(/(?:log )+/g, "log ")).toMatch(/^(?:(?:log sync )+acknowledge ?){20}/)
  })

  it("the log is written, and left to the operating system, under normal durability", () => {
    const seen = traced(newPath(), "normal").join(" ")
    expect(seen.match(/acknowledge/g)).toHaveLength(20)
    expect(seen).not.toContain("sync acknowledge")
  })
})
