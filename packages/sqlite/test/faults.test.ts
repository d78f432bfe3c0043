// What is told of a file that cannot be trusted, written or waited for: typed, naming file, stream and revision,
// with nothing lost and nothing half written.
import { type AppendError, exactly, noStream } from "@lcqm/core"
import { noted, notes, testCodec } from "@lcqm/testing/store"
import { Effect, Fiber, Result, Stream } from "effect"
import { closeSync, openSync, statSync, truncateSync, writeSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { openDatabase } from "../src/file/database.ts"
import type { SqliteStore } from "../src/index.ts"
import { byHand, failureOf, raw, withoutTriggers, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const readAll = (path: string) => failureOf(path, (store) => Stream.runDrain(store.readAll()))
const readStream = (path: string) => failureOf(path, (store) => store.readStream("a"))
const verified = (path: string) => failureOf(path, (store) => store.verify)

describe("an event changed by hand", () => {
  it("is named by stream and revision when its stream is read, and when the file is verified", async () => {
    const path = await written()
    byHand(
      path,
      `${withoutTriggers} UPDATE events SET bytes = replace(bytes, 'note 1', 'note 7') WHERE ordinal = 1`
    )
    const corrupt = { _tag: "CorruptEvent", stream: "a", revision: 1 }
    expect(await readStream(path)).toMatchObject(corrupt)
    expect(await verified(path)).toMatchObject(corrupt)
  })

  it("with a leaf hash to fit is found by the roots of the file", async () => {
    const path = await written()
    const { leafHash, text } = Result.getOrThrow(testCodec.encode(noted(1, "a", 1, "forged")))
    const theirs = raw(path)
    theirs.exec(withoutTriggers)
    theirs.prepare("UPDATE events SET bytes = ?, leaf_hash = ? WHERE ordinal = 1").run(text, leafHash)
    theirs.close()
    expect(await verified(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
  })

  it("to what is no JSON, or another place's event, is named on every path", async () => {
    for (const bytes of ["'nothing'", "(SELECT bytes FROM events WHERE ordinal = 0)"]) {
      const path = await written()
      byHand(path, `${withoutTriggers} UPDATE events SET bytes = ${bytes} WHERE ordinal = 1`)
      expect(await readAll(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
      expect(await readStream(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
    }
  })

  it("by a newline, which joins the texts of a page, shifts no other event, and is named by its hash", async () => {
    const path = await written()
    byHand(path, `${withoutTriggers} UPDATE events SET bytes = char(10) || bytes WHERE ordinal = 1`)
    const all = await withStore(path, (store) => Stream.runCollect(store.readAll()))
    expect(all.map(({ data }) => data)).toEqual(notes(3, "a").map(({ data }) => data))
    expect(await readStream(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
  })

  it.each([
    ["a space", `replace(bytes, '{"data"', '{ "data"')`],
    ["a newline at its end", "bytes || char(10)"],
    ["a key that stands twice", `replace(bytes, '"revision":1', '"revision":7,"revision":1')`],
    ["a number with a fraction", `replace(bytes, '"revision":1', '"revision":1.0')`],
    ["an escape", `replace(bytes, '"revision"', '"r' || char(92) || 'u0065vision"')`]
  ])(
    "only in how its text is spelt, by %s, is named by whoever reads what was recorded",
    async (_, bytes) => {
      const path = await written()
      byHand(path, `${withoutTriggers} UPDATE events SET bytes = ${bytes} WHERE ordinal = 1`)
      const corrupt = { _tag: "CorruptEvent", stream: "a", revision: 1 }
      for (const direction of ["forward", "backward"] as const) {
        const read = await failureOf(path, (store) =>
          Stream.runDrain(store.readAll({ asStored: true, direction }))
        )
        expect(read).toMatchObject(corrupt)
      }
      expect(await readStream(path)).toMatchObject(corrupt)
      expect(await verified(path)).toMatchObject(corrupt)
    }
  )

  it("to another text that is canonical is handed to whoever reads what was recorded, to be held against its hash", async () => {
    const path = await written()
    byHand(
      path,
      `${withoutTriggers} UPDATE events SET bytes = replace(bytes, 'note 1', 'note 7') WHERE ordinal = 1`
    )
    const read = await withStore(path, (store) => Stream.runCollect(store.readAll({ asStored: true })))
    expect(read.map(({ data }) => data)).toMatchObject([0, 7, 2].map((n) => ({ note: `note ${n}` })))
  })

  it.each([
    ["type", `type = (SELECT id FROM event_types WHERE name = 'Other.v1')`],
    ["id", "id = 'another'"]
  ])(
    "in the column of its %s alone, which hides it from a filter, is named by whoever reads what was recorded",
    async (_, change) => {
      const path = await written()
      byHand(
        path,
        `${withoutTriggers} INSERT INTO event_types (name) VALUES ('Other.v1');
         UPDATE events SET ${change} WHERE ordinal = 1`
      )
      const corrupt = { _tag: "CorruptEvent", stream: "a", revision: 1 }
      for (const direction of ["forward", "backward"] as const) {
        const read = await failureOf(path, (store) =>
          Stream.runDrain(store.readAll({ asStored: true, direction }))
        )
        expect(read).toMatchObject(corrupt)
      }
      expect(await verified(path)).toMatchObject(corrupt)
    }
  )

  it("so that two texts are JSON only together is named on every path", async () => {
    const path = await written()
    const whole = "(SELECT bytes FROM events WHERE ordinal = 1)"
    byHand(
      path,
      `${withoutTriggers}
       UPDATE events SET bytes = '' WHERE ordinal = 2;
       UPDATE events SET bytes = ${whole} || ',' || ${whole} WHERE ordinal = 1`
    )
    expect(await readAll(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
    expect(await readStream(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
  })

  it("taken away is named, and the stream takes no append as if it were shorter", async () => {
    const path = await written()
    byHand(path, `${withoutTriggers} DELETE FROM events WHERE ordinal = 1`)
    expect(await readStream(path)).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
    expect(await readAll(path)).toMatchObject({ _tag: "CorruptEvent", revision: 1 })
    expect(await verified(path)).toMatchObject({
      _tag: "CorruptEvent",
      stream: "the whole store",
      revision: 1
    })
    const gone = await written()
    byHand(gone, `${withoutTriggers} DELETE FROM events`)
    const attempt = failureOf(gone, (store) => store.append("a", noStream, notes(1, "a", { first: 50 })))
    expect(await attempt).toMatchObject({ _tag: "CorruptEvent", stream: "a" })
  })
})

describe("a damaged file", () => {
  it("cut short is refused by name, or its lost events are", async () => {
    const path = await written(200)
    truncateSync(path, 4096 * Math.floor(statSync(path).size / 8192))
    const failure = await readStream(path)
    expect(["CorruptEvent", "StoreUnavailable"]).toContain(failure._tag)
    expect(failure.message).toMatch(/damaged|backup|not in the file/)
  })

  it("with a page of it overwritten names stream and revision, or the file", async () => {
    const path = await written(200)
    const file = openSync(path, "r+")
    const pages = statSync(path).size / 4096
    for (let page = 30; page < pages; page++) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, page * 4096)
    closeSync(file)
    const failure = await readStream(path)
    expect(failure).toMatchObject({ _tag: "CorruptEvent", stream: "a" })
    expect((await readAll(path))._tag).toMatch(/CorruptEvent|StoreUnavailable/)
  })

  it("of a later program is refused, and says what to do", async () => {
    const path = await written()
    byHand(path, "PRAGMA user_version = 99")
    const failure = await failureOf(path, (store) => store.head())
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}`, retryable: false })
    expect(failure.message).toContain("99")
  })

  it("whose folder is not there, or that is a folder, is named", async () => {
    const nowhere = `${newPath()}/none/store.db`
    const unavailable = { _tag: "StoreUnavailable", store: `sqlite:${nowhere}`, retryable: false }
    expect(await failureOf(nowhere, (store) => store.head())).toMatchObject(unavailable)
    expect(await failureOf("/tmp", (store) => store.head())).toMatchObject({ _tag: "StoreUnavailable" })
  })
})

describe("a file that cannot be written", () => {
  it("is denied to whoever appends, and still read", async () => {
    const path = await written()
    const append = failureOf(path, (store) => store.append("a", exactly(2), [noted(9, "a", 3)]), {
      readOnly: true
    })
    expect(await append).toMatchObject({ _tag: "AccessDenied", store: `sqlite:${path}`, doing: "writing" })
    const slice = await withStore(path, (store) => store.readStream("a"), { readOnly: true })
    expect(slice.revision).toBe(2)
  })

  it("because the disk is full: nothing of the append is there, and what was is", async () => {
    const path = await written()
    const fullSoon: typeof openDatabase = (file, options) => {
      const database = openDatabase(file, options)
      database.exec("PRAGMA max_page_count = 40")
      return database
    }
    const appendUntilFull = (store: SqliteStore, revision: number): Effect.Effect<never, AppendError> => {
      const more = [0, 1, 2, 3].map((i) => noted(revision + i, "a", revision + i, "x".repeat(900)))
      const append = store.append("a", exactly(revision - 1), [more[0]!, ...more.slice(1)])
      return Effect.flatMap(append, () => appendUntilFull(store, revision + 4))
    }
    const failure = await failureOf(path, (store) => appendUntilFull(store, 3), { openDatabase: fullSoon })
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}`, retryable: true })
    expect(failure.message).toContain("full")
    const { events } = await withStore(path, (store) => store.verify)
    const slice = await withStore(path, (store) => store.readStream("a"))
    expect(slice.events.length).toBe(events)
    expect((events - 3) % 4).toBe(0)
    expect(events).toBeGreaterThan(3)
  })
})

describe("a file that others are writing", () => {
  it("is waited for while the program goes on, and the append is recorded once it is free", async () => {
    const path = await written()
    const theirs = raw(path)
    theirs.exec("BEGIN IMMEDIATE")
    let ticks = 0
    const ticking = setInterval(() => (ticks += 1), 5)
    setTimeout(() => theirs.exec("COMMIT"), 300)
    const { events } = await withStore(path, (store) => store.append("a", exactly(2), [noted(3, "a", 3)]))
    clearInterval(ticking)
    theirs.close()
    expect(events[0].revision).toBe(3)
    expect(ticks).toBeGreaterThan(10)
  })

  it("is given up after the patience told, with an error that says trying again may help", async () => {
    const path = await written()
    const theirs = raw(path)
    theirs.exec("BEGIN IMMEDIATE")
    const attempt = failureOf(path, (store) => store.append("a", exactly(2), [noted(3, "a", 3)]), {
      patience: 100
    })
    expect(await attempt).toMatchObject({
      _tag: "StoreUnavailable",
      store: `sqlite:${path}`,
      retryable: true
    })
    theirs.close()
    expect(await withStore(path, (store) => store.head("a"))).toMatchObject({ revision: 2 })
  })

  it("is read meanwhile", async () => {
    const path = await written()
    const theirs = raw(path)
    theirs.exec("BEGIN IMMEDIATE")
    const slice = await withStore(path, (store) => store.readStream("a"), { patience: 100 })
    theirs.close()
    expect(slice.revision).toBe(2)
  })

  it("and is closed before it was free: the append is refused, and was not written", async () => {
    const path = await written()
    const theirs = raw(path)
    theirs.exec("BEGIN IMMEDIATE")
    const waiting = await withStore(path, (store) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.forkDetach(store.append("a", exactly(2), [noted(3, "a", 3)]))
        yield* Effect.sleep(50)
        return fiber
      })
    )
    const failure = await Effect.runPromise(Effect.flip(Fiber.join(waiting)))
    theirs.close()
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", retryable: false })
    expect(await withStore(path, (store) => store.head("a"))).toMatchObject({ revision: 2 })
  })
})
