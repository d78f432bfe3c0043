// A store where nothing can be written: a small disk is mounted, given a store, and mounted again for reading only.
// Where that is not permitted this is left out.
import { exactly } from "@lcqm/core"
import { noted } from "@lcqm/testing/store"
import { Effect, Stream } from "effect"
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { afterAll, describe, expect, it } from "vitest"
import { failureOf, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const disks: Array<string> = []

/** A disk that holds a store of three events, and whatever else is put beside it; undefined where none can be mounted. */
const readOnlyDisk = async (beside: Readonly<Record<string, string>> = {}): Promise<string | undefined> => {
  const disk = `${newPath()}.disk`
  mkdirSync(disk)
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=1200k", "tmpfs", disk]).status !== 0) return undefined
  disks.push(disk)
  copyFileSync(await written(), `${disk}/a store?.db`)
  for (const [name, text] of Object.entries(beside)) writeFileSync(`${disk}/${name}`, text)
  return spawnSync("mount", ["-o", "remount,ro", disk]).status === 0 ? disk : undefined
}

afterAll(() => {
  for (const disk of disks) spawnSync("umount", ["-l", disk])
})

const disk = await readOnlyDisk()
const withLog = await readOnlyDisk({ "a store?.db-wal": "appends that were not brought into the file" })
const mounted = disk !== undefined && withLog !== undefined

const why = mounted ? "" : " (left out: no disk can be mounted here)"

describe.skipIf(!mounted)(`a store on a read-only mount${why}`, () => {
  const path = `${disk}/a store?.db`

  it.each([{ readOnly: true }, { readOnly: false }])("can be read and verified: %o", async (options) => {
    const slice = await withStore(path, (store) => store.readStream("a"), options)
    expect(slice.revision).toBe(2)
    const all = await withStore(path, (store) => Stream.runCollect(store.readAll()), options)
    expect(all.map(({ revision }) => revision)).toEqual([0, 1, 2])
    expect(await withStore(path, (store) => store.verify, options)).toMatchObject({ events: 3 })
    expect(readdirSync(disk ?? "")).toEqual(["a store?.db"])
  })

  it("denies an append", async () => {
    const append = failureOf(path, (store) => store.append("a", exactly(2), [noted(9, "a", 3)]))
    expect(await append).toMatchObject({ _tag: "AccessDenied", store: `sqlite:${path}`, doing: "writing" })
  })

  it("can be copied from: a backup to elsewhere holds every event", async () => {
    const copy = newPath()
    await withStore(path, (store) => store.backup(copy), { readOnly: true })
    expect(await withStore(copy, (store) => store.head())).toMatchObject({ revision: 2 })
  })

  it("is not read without the log beside it, and says what was tried", async () => {
    const logged = `${withLog}/a store?.db`
    const failure = await failureOf(logged, (store) => store.head(), { readOnly: true })
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${logged}`, retryable: false })
    expect(failure.message).toContain(`${logged}-wal may hold appends`)
    expect(failure.message).toContain("copy both")
  })

  it("that is not there is told as such", async () => {
    const nothing = `${disk}/none.db`
    const failure = await failureOf(nothing, (store) => Effect.asVoid(store.head()))
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${nothing}`, retryable: false })
  })
})
