// Several programs on one file, each a process of its own; and what the disk has seen before an append is
// acknowledged.
import { Effect, Stream } from "effect"
import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { withStore } from "./opened.ts"
import { newPath } from "./places.ts"
import { append, appenderFor } from "./processes/appender.ts"

const work = (path: string, stream: string, firstId: number, count: number) =>
  ({ path, stream, firstId, count, perAppend: 1, durability: "normal" }) as const

describe("four processes that append 2,500 times each", () => {
  it(
    "leave 10,000 events: none lost, none twice, each acknowledged, no untyped error",
    { timeout: 240_000 },
    async () => {
      const path = newPath()
      // Two of them meet in one stream; that the others do not wait for them is seen in the order of the whole.
      const streams = ["shared", "shared", "own-1", "own-2"]
      const ended = await Promise.all(
        streams.map((stream, i) => append(work(path, stream, 1_000_000 * (i + 1), 2500)))
      )
      expect(ended).toEqual(streams.map(() => ({ code: 0, acknowledged: 2500, complaints: "" })))
      const { all, verified } = await withStore(path, (store) =>
        Effect.all({ all: Stream.runCollect(store.readAll()), verified: store.verify })
      )
      expect(verified.events).toBe(10_000)
      expect(new Set(all.map(({ id }) => id)).size).toBe(10_000)
      for (const [stream, length] of [
        ["shared", 5000] as const,
        ["own-1", 2500] as const,
        ["own-2", 2500] as const
      ]) {
        const revisions = all.filter((event) => event.stream === stream).map(({ revision }) => revision)
        expect(revisions).toEqual(Array.from({ length }, (_, i) => i))
      }
    }
  )
})

const strace = spawnSync("strace", ["-V"]).status === 0

/** What the process did to the write-ahead log and said, in order. */
const traced = (path: string, durability: "full" | "normal"): ReadonlyArray<string> => {
  const log = `${path}.trace`
  const [command, args] = appenderFor({ ...work(path, "a", 1, 20), durability })
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

describe.skipIf(!strace)("between an append and its acknowledgement", () => {
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
