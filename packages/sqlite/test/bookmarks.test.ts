// Read models kept in the store's own file: tables and bookmark move together or not at all.
import { noStream, positionOf } from "@lcqm/core"
import { Cause, Effect, Exit } from "effect"
import { describe, expect, it } from "vitest"
import { openDatabase } from "../src/database.ts"
import type { SqliteStore, Tables } from "../src/index.ts"
import { notes } from "./noted.ts"
import { failureOf, raw, withStore, written } from "./opened.ts"

const register = { name: "register", version: 1 }

const awardTo = (school: string) => (tables: Tables) => {
  tables.exec("CREATE TABLE IF NOT EXISTS awards (school TEXT PRIMARY KEY) STRICT")
  tables.prepare("INSERT INTO awards VALUES (?)").run(school)
}

const step = (store: SqliteStore, from: number | undefined, to: number, school = `school ${to}`) =>
  store.step({
    ...register,
    from: from === undefined ? undefined : positionOf(from),
    to: positionOf(to),
    change: awardTo(school)
  })

const awards = async (path: string): Promise<number> => {
  let rows = 0
  await withStore(path, (store) =>
    store.step({
      name: "counting",
      version: Math.floor(Math.random() * 1e9),
      from: undefined,
      to: positionOf(0),
      change: (tables) => void (rows = tables.prepare("SELECT * FROM awards").all().length)
    })
  )
  return rows
}

describe("the bookmark of a read model in the file", () => {
  it("is none at first, moves with the read model, and is there after a restart", async () => {
    const path = await written(5)
    expect(await withStore(path, (store) => store.bookmark(register))).toBe(undefined)
    await withStore(path, (store) => Effect.andThen(step(store, undefined, 1), step(store, 1, 4)))
    expect(await withStore(path, (store) => store.bookmark(register))).toBe(positionOf(4))
    expect(await awards(path)).toBe(2)
  })

  it.each([
    ["from where it is not", 2, 4],
    ["from the beginning again", undefined, 4],
    ["to where it is", 1, 1],
    ["back", 1, 0],
    ["beyond the last event", 1, 5]
  ])("does not move %s, and neither does the read model", async (_, from, to) => {
    const path = await written(5)
    await withStore(path, (store) => step(store, undefined, 1))
    const failure = await failureOf(path, (store) => step(store, from, to))
    expect(failure).toMatchObject({ _tag: "BookmarkMismatch", name: "register", actual: positionOf(1) })
    expect(await awards(path)).toBe(1)
    expect(await withStore(path, (store) => store.bookmark(register))).toBe(positionOf(1))
  })

  it("is one for each name and version", async () => {
    const path = await written(5)
    await withStore(path, (store) => step(store, undefined, 1))
    const others = [
      { name: "register", version: 2 },
      { name: "Register", version: 1 }
    ]
    for (const key of others) expect(await withStore(path, (store) => store.bookmark(key))).toBe(undefined)
  })

  it("stays where the read model could not be changed", async () => {
    const path = await written(5)
    await withStore(path, (store) => step(store, undefined, 1, "one school"))
    const failure = await failureOf(path, (store) => step(store, 1, 2, "one school"))
    expect(failure).toMatchObject({ _tag: "StoreUnavailable" })
    const exit = await withStore(path, (store) =>
      Effect.exit(
        store.step({
          ...register,
          from: positionOf(1),
          to: positionOf(2),
          change: () => {
            throw new TypeError("a mistake of the program")
          }
        })
      )
    )
    expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true)
    expect(await withStore(path, (store) => store.bookmark(register))).toBe(positionOf(1))
  })
})

const first = { ...register, from: undefined, to: positionOf(1) }

describe("a read model in the file", () => {
  it.each([
    "DELETE FROM events",
    "DELETE FROM Events WHERE ordinal = 4",
    "UPDATE events SET bytes = '{}'",
    "REPLACE INTO events SELECT * FROM events",
    "INSERT INTO streams (name) VALUES ('b')",
    "DROP TRIGGER events_never_deleted",
    "DROP TABLE events",
    "ALTER TABLE events RENAME TO gone",
    "ALTER TABLE tree_stages DROP COLUMN hashes",
    "CREATE UNIQUE INDEX at_most_one ON events (type)",
    "CREATE TRIGGER no_more BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no more'); END",
    "CREATE TEMP TABLE events (ordinal INTEGER)",
    "CREATE TABLE mine (x); CREATE TRIGGER t AFTER INSERT ON mine BEGIN DELETE FROM events; END; INSERT INTO mine VALUES (1)",
    "UPDATE bookmarks SET position = '00000000000000000004'",
    "DELETE FROM bookmarks",
    "PRAGMA writable_schema = ON",
    "PRAGMA user_version = 99",
    "COMMIT",
    "ROLLBACK",
    "ATTACH ':memory:' AS elsewhere"
  ])("cannot reach beyond its own tables: %s", async (sql) => {
    const path = await written(5)
    const change = (tables: Tables) => {
      awardTo("one school")(tables)
      tables.exec(sql)
    }
    const failure = await failureOf(path, (store) => store.step({ ...first, change }))
    expect(failure).toMatchObject({ _tag: "AccessDenied", store: `sqlite:${path}` })
    const theirs = raw(path)
    expect(theirs.prepare("SELECT name FROM sqlite_schema WHERE name IN ('awards', 'mine')").all()).toEqual(
      []
    )
    theirs.close()
    expect(await withStore(path, (store) => store.verify)).toMatchObject({ events: 5 })
    expect(await withStore(path, (store) => store.bookmark(register))).toBe(undefined)
    await withStore(path, (store) => store.append("b", noStream, notes(1, "b", 100)))
  })

  it("has the file for the length of a step, and not after it", async () => {
    const path = await written(5)
    let kept: Tables | undefined
    await withStore(path, (store) =>
      Effect.gen(function* () {
        yield* store.step({ ...first, change: (tables) => void (kept = tables) })
        expect(() => kept?.exec("DROP TRIGGER events_never_deleted")).toThrow("for the length of a step")
        expect(() => kept?.prepare("SELECT 1")).toThrow("for the length of a step")
      })
    )
  })

  it("may have tables, indexes, views and triggers of its own, changed and dropped again", async () => {
    const path = await written(5)
    const change = ({ exec }: Tables) => {
      exec("CREATE TABLE mine (x INTEGER PRIMARY KEY, y); CREATE TABLE more (x)")
      exec("CREATE INDEX by_y ON mine (y); CREATE VIEW all_y AS SELECT y FROM mine")
      exec("CREATE TRIGGER copies AFTER INSERT ON mine BEGIN INSERT INTO more VALUES (NEW.x); END")
      exec(
        "INSERT INTO mine SELECT ordinal, revision FROM events; UPDATE mine SET y = y + 1; DELETE FROM mine WHERE x = 3"
      )
      exec("ALTER TABLE mine ADD COLUMN z; ALTER TABLE more RENAME TO copied")
      exec("DROP TRIGGER copies; DROP VIEW all_y; DROP INDEX by_y; REPLACE INTO mine VALUES (0, 7, 8)")
    }
    await withStore(path, (store) => store.step({ ...first, change }))
    const theirs = raw(path)
    expect(theirs.prepare("SELECT count(*) AS n FROM copied").get()).toMatchObject({ n: 5 })
    expect(theirs.prepare("SELECT sum(y) AS y FROM mine").get()).toMatchObject({ y: 7 + 2 + 3 + 5 })
    theirs.close()
  })

  it("is not offered with a driver that cannot keep it from the events", async () => {
    const path = await written(5)
    const without: typeof openDatabase = (file, options) => {
      const database = openDatabase(file, options)
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => database.prepare(sql),
        close: () => database.close()
      }
    }
    const attempt = failureOf(path, (store) => store.step({ ...first, change: awardTo("one school") }), {
      openDatabase: without
    })
    expect(await attempt).toMatchObject({ _tag: "UnsupportedByStore", store: `sqlite:${path}` })
  })
})

const port = new Set(["name", "codec", "append", "readStream", "readAll", "subscribe", "head"])

describe("what a store in a file offers beside the port", () => {
  it("is a copy, a verification, and read models: nothing that changes an event", async () => {
    const beside = await withStore(await written(), (store) =>
      Effect.succeed(Object.keys(store).filter((key) => !port.has(key)))
    )
    expect(beside.toSorted()).toEqual(["backup", "bookmark", "step", "verify"])
  })
})
