// A disk that is full in earnest: a small one is mounted and written to the end. Where that is not permitted this is
// left out, and the limit on pages in faults.test.ts stands in for it.
import { exactly, noStream } from "@lcqm/core"
import { noted } from "@lcqm/testing/store"
import { Effect } from "effect"
import { spawnSync } from "node:child_process"
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { afterAll, describe, expect, it } from "vitest"
import type { SqliteStore } from "../src/index.ts"
import { failureOf, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const disks: Array<string> = []

/** A small disk of its own for a test; undefined where none can be mounted. */
const smallDisk = (): string | undefined => {
  const disk = `${newPath()}.disk`
  mkdirSync(disk)
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk])
  if (status !== 0) return undefined
  disks.push(disk)
  return disk
}

afterAll(() => {
  // Lazily: the driver for Node 20 keeps files open until its statements are collected.
  for (const disk of disks) spawnSync("umount", ["-l", disk])
})

const [disk = "", other = ""] = [smallDisk(), smallDisk()]
const mounted = other !== ""

const perAppend = 4

/** Appends to the stream "a" until an append is refused; answers how many events were acknowledged, and the refusal. */
const fill = Effect.fnUntraced(function* (store: SqliteStore) {
  for (let n = 0; ; n += perAppend) {
    const [first, ...rest] = Array.from({ length: perAppend }, (_, i) =>
      noted(n + i, "a", n + i, "x".repeat(900))
    )
    const expected = n === 0 ? noStream : exactly(n - 1)
    const answer = yield* Effect.result(store.append("a", expected, [first!, ...rest]))
    if (answer._tag === "Failure") return { acknowledged: n, failure: answer.failure }
  }
})

const why = mounted ? "" : " (left out: no disk can be mounted here)"

describe.skipIf(!mounted)(`a disk that is full${why}`, () => {
  it("refuses the append by name, has every acknowledged event whole, and takes appends again with room", async () => {
    const [path, ballast] = [`${disk}/store.db`, `${disk}/ballast`]
    // The room that the log needs to be brought into the file.
    writeFileSync(ballast, Buffer.alloc(700 * 1024))
    const { acknowledged, failure } = await withStore(path, fill)
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}`, retryable: true })
    expect(acknowledged).toBeGreaterThan(20)
    rmSync(ballast)
    const { events } = await withStore(path, (store) => store.verify)
    expect(events).toBe(acknowledged)
    const next = noted(acknowledged, "a", acknowledged)
    await withStore(path, (store) => store.append("a", exactly(acknowledged - 1), [next]))
    expect(await withStore(path, (store) => store.head("a"))).toMatchObject({ revision: acknowledged })
  })

  it("takes no backup, and is left without half of one", async () => {
    const [path, copy] = [await written(400), `${other}/copy.db`]
    writeFileSync(`${other}/ballast`, Buffer.alloc(1000 * 1024))
    const failure = await failureOf(path, (store) => store.backup(copy))
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}` })
    expect(failure.message).toContain("full")
    expect(readdirSync(other).filter((name) => name.startsWith("copy"))).toEqual([])
  })
})
