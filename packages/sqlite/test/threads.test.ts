// Several threads of one process on one file. The system counts locks by process, and whoever closes a handle of a file
// drops all of them (sqlite.org/howtocorrupt.html, 2.2): a thread that looks at a file by itself takes from another's
// connection what tells the next process that somebody has the file. That one takes the write-ahead log away, and with
// it what is appended after.
import { spawnSync } from "node:child_process"
import { Worker } from "node:worker_threads"
import { exactly } from "@lcqm/core"
import { noted } from "@lcqm/testing/store"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { raw, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"
import { keyOf, master, withRing } from "./personal-data/kept.ts"

/** Has a thread open a file, as a store or as a key ring, and close it. */
const openedInThread = (workerData: { readonly store: string } | { readonly keyRing: string }) =>
  new Promise<number>((ended, failed) => {
    const opener = new URL("processes/opener.mjs", import.meta.url)
    const thread = new Worker(opener, { workerData, execArgv: [] })
    thread.once("error", failed)
    thread.once("exit", ended)
  })

/** What a process is told that runs SQL on a file. */
const inAnotherProcess = (path: string, sql: string): string => {
  const script = `
    const { DatabaseSync } = require("node:module").createRequire(process.argv[1])("@photostructure/sqlite")
    new DatabaseSync(process.argv[2]).exec(process.argv[3])`
  const args = ["-e", script, import.meta.filename, path, sql]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" })
  return status === 0 ? "done" : stderr
}

// In WAL mode a reader asks for the lock that whoever takes the log away asks for.
const alone = "PRAGMA locking_mode = EXCLUSIVE; SELECT count(*) FROM events"

describe("a file that one thread has open while another opens and closes it", () => {
  it("is still known to be open: no process has it for itself", async () => {
    const path = await written()
    await withStore(path, (store) =>
      Effect.gen(function* () {
        yield* store.append("a", exactly(2), [noted(3, "a", 3)])
        expect(inAnotherProcess(path, alone)).toContain("database is locked")
        expect(yield* Effect.promise(() => openedInThread({ store: path }))).toBe(0)
        expect(inAnotherProcess(path, alone)).toContain("database is locked")
      })
    )
  })

  it("stays locked while it is written: a key ring, which has no log", async () => {
    const path = newPath()
    await withRing(path, { masterKey: master() }, (ring) => ring.obtain("p-ada00001", () => keyOf(1)))
    const writing = raw(path)
    writing.exec("BEGIN IMMEDIATE")
    expect(await openedInThread({ keyRing: path })).toBe(0)
    expect(inAnotherProcess(path, "BEGIN IMMEDIATE")).toContain("database is locked")
    writing.close()
  })
})
