// Files that are large enough to be verified a page at a time, with the roots compared on another thread: whatever was
// done to one is found, and named as it is in a small one.
import { exactly, noStream } from "@lcqm/core"
import { merkleRoot, toHex, hashFromHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { noted, notes, testCodec } from "@lcqm/testing/store"
import { Effect, Option, Result, Stream } from "effect"
import { copyFileSync, readdirSync, readlinkSync, renameSync } from "node:fs"
import type * as workerThreads from "node:worker_threads"
import { afterEach, describe, expect, it, vi } from "vitest"
import { type Database, openDatabase } from "../src/file/database.ts"
import type * as databases from "../src/file/database.ts"
import type { SqliteOptions, Value } from "../src/index.ts"
import { eventsOfLargeFile } from "../src/verifying/verified-whole.ts"
import { byHand, failureOf, raw, withoutTriggers, withStore } from "./opened.ts"
import { newPath } from "./places.ts"

const threads: { Worker: unknown } = vi.hoisted(() => ({ Worker: undefined }))
vi.mock("node:worker_threads", async (original) => {
  const module = await original<typeof workerThreads>()
  return {
    ...module,
    get Worker() {
      return threads.Worker ?? module.Worker
    }
  }
})
// The library's own driver, in which a test may meddle: with one that is passed in, a file is verified otherwise.
const driver: { wrapped: ((database: Database) => Database) | undefined } = vi.hoisted(() => ({
  wrapped: undefined
}))
vi.mock("../src/file/database.ts", async (original) => {
  const module = await original<typeof databases>()
  const opened: typeof module.openDatabase = (path, options) => {
    const database = module.openDatabase(path, options)
    return driver.wrapped?.(database) ?? database
  }
  return { ...module, openDatabase: opened }
})
afterEach(() => {
  threads.Worker = undefined
  driver.wrapped = undefined
})

// One less than a whole number of stages of the tree (appending/running-root.ts).
const events = eventsOfLargeFile + 1_023
const perAppend = 64

const place = (first: number) => ({ first, revision: first })
const fill = (path: string, count: number): Promise<void> =>
  withStore(
    path,
    (store) =>
      Effect.gen(function* () {
        for (let first = 0; first < count; first += perAppend) {
          const expected = first === 0 ? noStream : exactly(first - 1)
          yield* store.append("a", expected, notes(Math.min(perAppend, count - first), "a", place(first)))
        }
      }),
    { durability: "normal" }
  )

const whole = newPath()
await fill(whole, events)

const copied = (sql?: string): string => {
  const path = newPath()
  copyFileSync(whole, path)
  if (sql !== undefined) byHand(path, `${withoutTriggers} ${sql}`)
  return path
}
const verified = (path: string) => failureOf(path, (store) => store.verify)

/** What a verification finds, and how many steps it went row by row. */
const stepsByRow = async (path: string, options: SqliteOptions = {}) => {
  let steps = 0
  driver.wrapped = (database) => {
    const prepare = (sql: string) => {
      const statement = database.prepare(sql)
      if (!sql.includes("e.root, s.name")) return statement
      const all = (...values: Array<Value>) => {
        steps += 1
        return statement.all(...values)
      }
      return { all, run: statement.run.bind(statement), get: statement.get.bind(statement) }
    }
    return { prepare, exec: (text) => database.exec(text), close: () => database.close() }
  }
  const found = await withStore(path, (store) => Effect.result(store.verify), options)
  return { steps, verified: found }
}

const rootOfAll = async (): Promise<string> => {
  const all = await withStore(whole, (store) => Stream.runCollect(store.readAll()))
  return toHex(
    merkleRoot(
      nodeHasher,
      all.map(({ leafHash }) => hashFromHex(leafHash))
    )
  )
}

describe("a large file", () => {
  it("is verified as a whole: how many events there are, and their root", async () => {
    expect(await withStore(whole, (store) => store.verify)).toEqual({ events, root: await rootOfAll() })
  })

  it("is gone through once where all is well, and once more, row by row, where something is not", async () => {
    for (const [path, goneThroughByRow] of [
      [copied(), 0],
      [copied(`UPDATE events SET root = zeroblob(32) WHERE ordinal = 300`), 2]
    ] as const) {
      const steps = await stepsByRow(path)
      expect(steps.steps).toBe(goneThroughByRow)
    }
  })

  it("is gone through row by row with a driver that was passed in, for two libraries must not open one file", async () => {
    const passedIn: typeof openDatabase = (at, options) => openDatabase(at, options)
    const { steps, verified: found } = await stepsByRow(copied(), { openDatabase: passedIn })
    expect(found).toEqual(Result.succeed({ events, root: await rootOfAll() }))
    expect(steps).toBe(Math.ceil(events / 256) + 1)
  })

  it("is never taken for another file that was put in its place", async () => {
    const [path, other] = [copied(`UPDATE events SET root = zeroblob(32) WHERE ordinal = 300`), copied()]
    const found = await withStore(path, (store) => {
      renameSync(other, path)
      return Effect.flip(store.verify)
    })
    expect(found).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 300 })
  })

  it("may be taken away as soon as it is verified: the thread has closed it", async () => {
    // Of the log, which each connection opens for itself. The file SQLite keeps open for another connection's locks, and
    // what earlier tests closed may go only with their statements, while this one runs.
    const open = () =>
      readdirSync("/proc/self/fd").filter((each) => {
        try {
          return readlinkSync(`/proc/self/fd/${each}`) === `${whole}-wal`
        } catch {
          return false
        }
      }).length
    const counted = await withStore(whole, (store) =>
      Effect.gen(function* () {
        const before = open()
        yield* store.verify
        return [before, open()]
      })
    )
    expect(counted[0]).toBeGreaterThan(0)
    expect(counted[1]).toBeLessThanOrEqual(counted[0]!)
  })

  it("is let go where whoever verifies it gives up midway, and verified by the next who asks", async () => {
    const found = await withStore(whole, (store) =>
      Effect.gen(function* () {
        const given = yield* Effect.timeoutOption(store.verify, "1 millis")
        return [Option.isNone(given), yield* store.verify]
      })
    )
    expect(found).toEqual([true, { events, root: await rootOfAll() }])
  })

  it("is verified all the same where no thread can be started, or it ends at once", async () => {
    const found = { events, root: await rootOfAll() }
    const started: Array<string> = []
    threads.Worker = function refuse() {
      started.push("refused")
      throw new Error("no threads here")
    }
    expect(await withStore(whole, (store) => store.verify)).toEqual(found)
    threads.Worker = class {
      on(event: string, told: () => void) {
        if (event === "exit") setImmediate(told)
      }
      postMessage() {
        started.push("asked")
      }
    }
    expect(await withStore(whole, (store) => store.verify)).toEqual(found)
    expect(new Set(started)).toEqual(new Set(["refused", "asked"]))
  })

  const at = 5_000
  const damaged: Readonly<Record<string, string>> = {
    "whose text was changed": `UPDATE events SET bytes = replace(bytes, 'note', 'tone') WHERE ordinal = ${at}`,
    "whose root was changed": `UPDATE events SET root = (SELECT root FROM events WHERE ordinal = 7) WHERE ordinal = ${at}`,
    "whose id was changed": `UPDATE events SET id = 'other' WHERE ordinal = ${at}`,
    "whose id was changed to two": `UPDATE events SET id = 'one,two' WHERE ordinal = ${at}`,
    "whose type was changed": `
      INSERT INTO event_types (name) VALUES ('Other.v1');
      UPDATE events SET type = (SELECT id FROM event_types WHERE name = 'Other.v1') WHERE ordinal = ${at}`,
    "whose text has a newline before it": `UPDATE events SET bytes = char(10) || bytes WHERE ordinal = ${at}`,
    "that is another's": `UPDATE events SET bytes = (SELECT bytes FROM events WHERE ordinal = 7),
      leaf_hash = (SELECT leaf_hash FROM events WHERE ordinal = 7) WHERE ordinal = ${at}`
  }
  it.each(Object.entries(damaged))("with an event %s names it", async (_, sql) => {
    expect(await verified(copied(sql))).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: at })
  })

  it.each([0, 255, 256, at, events - 1])(
    "with event %i changed and a leaf hash to fit is found by the roots",
    async (ordinal) => {
      const path = copied()
      const { leafHash, text } = Result.getOrThrow(testCodec.encode(noted(ordinal, "a", ordinal, "forged")))
      const theirs = raw(path)
      theirs.exec(withoutTriggers)
      theirs
        .prepare("UPDATE events SET bytes = ?, leaf_hash = ? WHERE ordinal = ?")
        .run(text, leafHash, ordinal)
      theirs.close()
      expect(await verified(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: ordinal })
    }
  )

  it("with a stage of its tree changed names the event that it was kept with", async () => {
    const path = copied(
      "DROP TRIGGER tree_stages_never_updated; UPDATE tree_stages SET hashes = zeroblob(32) WHERE size = 4096"
    )
    expect(await verified(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 4_095 })
  })

  it("with an event taken away names the place, in the middle and at the end", async () => {
    const missing = { _tag: "CorruptEvent", stream: "the whole store" }
    expect(await verified(copied(`DELETE FROM events WHERE ordinal = ${at}`))).toMatchObject({
      ...missing,
      revision: at
    })
    expect(await verified(copied("DELETE FROM events WHERE ordinal >= 8190"))).toMatchObject({
      ...missing,
      revision: 8_190
    })
  })

  it("whose stream is named otherwise since it was last verified says so", async () => {
    const path = copied()
    const found = withStore(path, (store) =>
      Effect.gen(function* () {
        yield* store.verify
        byHand(path, "DROP TRIGGER streams_never_updated; UPDATE streams SET name = 'b'")
        return yield* Effect.flip(store.verify)
      })
    )
    expect(await found).toMatchObject({ _tag: "CorruptEvent", stream: "b", revision: 0 })
  })
})

describe("a file that another process appends to while its end is verified", () => {
  // What a thousand and twenty-fourth event brings with it goes further than the rows that were read.
  it.each([1_023, events])("is as good as it was, with %i events before", async (count) => {
    const [path, longer] = [newPath(), newPath()]
    await fill(path, count)
    copyFileSync(path, longer)
    await withStore(longer, (store) => store.append("a", exactly(count - 1), notes(1, "a", place(count))))
    let isAppended = false
    const append = () => {
      isAppended = true
      byHand(
        path,
        `ATTACH '${longer}' AS longer;
         INSERT INTO events SELECT * FROM longer.events WHERE ordinal = ${count};
         INSERT INTO tree_stages SELECT * FROM longer.tree_stages WHERE size = ${count + 1};`
      )
    }
    // Another connection appends right before this one looks at what the file holds beside its events.
    driver.wrapped = (database) => {
      const prepare = (sql: string) => {
        const statement = database.prepare(sql)
        if (!sql.includes("max(size)")) return statement
        const get = (...values: Array<Value>) => {
          if (!isAppended) append()
          return statement.get(...values)
        }
        return { get, run: statement.run.bind(statement), all: statement.all.bind(statement) }
      }
      return { prepare, exec: (sql) => database.exec(sql), close: () => database.close() }
    }
    const found = await withStore(path, (store) => store.verify)
    expect([isAppended, found.events]).toEqual([true, count + 1])
  })
})
