// Read models in tables, beyond the laws: what they may do in a file that also holds the events, and how one version
// takes the place of another.
import { positionOf, projectionsOver } from "@lcqm/core"
import { Effect, Exit, Scope } from "effect"
import { describe, expect, it } from "vitest"
import { openDatabase } from "../../src/file/database.ts"
import { openReadModels, type Rows, type SqliteReadModels, type TableProjection } from "../../src/index.ts"
import { raw, withStore, written } from "../opened.ts"
import { newPath } from "../places.ts"
import { noStream } from "@lcqm/core"
import { notes } from "@lcqm/testing/store"

const noteTables = (
  apply: TableProjection["apply"],
  parts: Partial<TableProjection> = {}
): TableProjection => ({
  name: "notes",
  version: 1,
  types: new Set(["Noted.v1"]),
  tables: { notes: "stream TEXT NOT NULL, revision INTEGER NOT NULL, said TEXT" },
  indexes: {},
  apply,
  ...parts
})

const keepsNotes = (
  rows: Rows,
  { revision, stream }: { readonly revision: number; readonly stream: string }
) => rows.run("INSERT INTO notes VALUES (?, ?, ?)", stream, revision, `note ${revision}`)

/** Brings a read model in the store's file up to date, and looks at it. */
const caughtUp = <A>(path: string, projection: TableProjection, look: (rows: Rows) => A) =>
  withStore(path, (store) =>
    Effect.scoped(
      Effect.gen(function* () {
        const file = yield* openReadModels(path)
        const { models } = yield* projectionsOver(store, { kept: file.keep(projection) })
        return yield* models.kept.readCaughtUp(look)
      })
    )
  )

const tablesOf = (path: string): ReadonlyArray<unknown> => {
  const theirs = raw(path)
  try {
    return theirs
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .all()
      .map((row) => Reflect.get(Object(row), "name"))
  } finally {
    theirs.close()
  }
}

const ours = ["bookmarks", "event_types", "events", "read_models", "streams", "tree_stages"]
const count = (rows: Rows) => rows.get("SELECT count(*) AS n FROM notes")?.["n"]

describe("a projection into tables", () => {
  it.each([
    "DELETE FROM events",
    "DELETE FROM Events WHERE ordinal = 4",
    "UPDATE events SET bytes = '{}'",
    "REPLACE INTO events SELECT * FROM events",
    "INSERT INTO streams (name) VALUES ('b')",
    "INSERT INTO notes SELECT bytes, ordinal, '' FROM events",
    "DROP TRIGGER events_never_deleted",
    "DROP TABLE events",
    "ALTER TABLE events RENAME TO gone",
    "CREATE UNIQUE INDEX at_most_one ON events (type)",
    "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM events; END",
    "CREATE TABLE more (x)",
    "CREATE TEMP TABLE events (ordinal INTEGER)",
    "UPDATE bookmarks SET position = '00000000000000000004'",
    "DELETE FROM read_models",
    "PRAGMA writable_schema = ON",
    "COMMIT",
    "ROLLBACK",
    "ATTACH ':memory:' AS elsewhere"
  ])("cannot reach beyond its own tables: %s", async (sql) => {
    const path = await written(5)
    const reaching = noteTables((rows, event) => {
      keepsNotes(rows, event)
      if (event.revision === 2) rows.run(sql)
    })
    const failure = await caughtUp(path, reaching, count).catch((error: unknown) => error)
    expect(failure).toMatchObject({ _tag: "HandlerFailed", revision: 2, name: "notes" })
    expect(String(Reflect.get(Object(failure), "cause"))).toMatch(/not authorized|prohibited/)
    expect(tablesOf(path)).toEqual([...ours, "notes"].toSorted())
    expect(await withStore(path, (store) => store.verify)).toMatchObject({ events: 5 })
    await withStore(path, (store) => store.append("b", noStream, notes(1, "b", { first: 100 })))
    expect(await caughtUp(path, noteTables(keepsNotes), count)).toBe(6)
  })

  it("has its rows for the length of a call, and not after it", async () => {
    let kept: Rows | undefined
    const keeping = noteTables((rows) => void (kept = rows))
    await caughtUp(await written(3), keeping, (rows) => {
      expect(() => kept?.run("DELETE FROM notes")).toThrow("for the length of a call")
      expect(rows.all("SELECT * FROM notes")).toEqual([])
    })
  })

  it("keeps a text with U+0000 with the picture of it, whole", async () => {
    const said = noteTables((rows, { revision, stream }) =>
      rows.run("INSERT INTO notes VALUES (?, ?, ?)", stream, revision, "a\u0000b")
    )
    const look = (rows: Rows) => rows.get("SELECT said, count(*) AS n FROM notes WHERE said = ?", "a\u0000b")
    expect(await caughtUp(await written(2), said, look)).toMatchObject({ said: "a\u2400b", n: 2 })
  })

  it("is refused where another has a table of that name, and nothing is changed", async () => {
    const path = await written(2)
    await caughtUp(path, noteTables(keepsNotes), count)
    const second = noteTables(keepsNotes, { name: "other-notes" })
    await expect(caughtUp(path, second, count)).rejects.toMatchObject({
      _tag: "StoreUnavailable",
      reason: expect.stringContaining(`table "notes" already exists`)
    })
    expect(await caughtUp(path, noteTables(keepsNotes), count)).toBe(2)
  })

  it("is not offered with a driver that cannot keep it from the events", async () => {
    const without: typeof openDatabase = (file, options) => {
      const database = openDatabase(file, options)
      return {
        exec: (sql) => database.exec(sql),
        prepare: (sql) => database.prepare(sql),
        close: () => database.close()
      }
    }
    const path = newPath()
    const opening = Effect.scoped(openReadModels(path, { openDatabase: without }))
    expect(await Effect.runPromise(Effect.flip(opening))).toMatchObject({
      _tag: "UnsupportedByStore",
      store: `sqlite:${path}`
    })
  })
})

describe("a reader of tables", () => {
  it.each([
    "DELETE FROM notes",
    "INSERT INTO notes VALUES ('x', 1, '')",
    "DROP TABLE notes",
    "DELETE FROM events"
  ])("changes nothing: %s", async (sql) => {
    const path = await written(2)
    const writing = caughtUp(path, noteTables(keepsNotes), (rows) => rows.run(sql))
    await expect(writing).rejects.toMatchObject({ _tag: "AccessDenied" })
    expect(await caughtUp(path, noteTables(keepsNotes), count)).toBe(2)
  })

  it("gets a typed error once the file is closed", async () => {
    const path = await written(2)
    const scope = Scope.makeUnsafe()
    const file: SqliteReadModels = await Effect.runPromise(Scope.provide(openReadModels(path), scope))
    const kept = file.keep(noteTables(keepsNotes))
    await Effect.runPromise(Scope.close(scope, Exit.void))
    expect(await Effect.runPromise(Effect.flip(kept.read(count)))).toMatchObject({
      _tag: "StoreUnavailable",
      reason: "it is closed"
    })
  })
})

describe("another version of a read model", () => {
  const second = noteTables((rows, { revision }) => rows.run("INSERT INTO revisions VALUES (?)", revision), {
    version: 2,
    tables: { revisions: "revision INTEGER PRIMARY KEY" }
  })

  it("is not read before it is built, leaves the old one until then, and drops its tables with it", async () => {
    const path = await written(4)
    await caughtUp(path, noteTables(keepsNotes), count)
    const early = await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(openReadModels(path), (file) => Effect.flip(file.keep(second).read(() => "rows")))
      )
    )
    expect(early).toMatchObject({ _tag: "StoreUnavailable", reason: expect.stringContaining("version 1") })
    expect(await caughtUp(path, noteTables(keepsNotes), count)).toBe(4)
    expect(await caughtUp(path, second, (rows) => rows.all("SELECT * FROM revisions").length)).toBe(4)
    expect(tablesOf(path)).toEqual([...ours, "revisions"].toSorted())
  })

  it("leaves the old one as it is where its rebuild fails, with no trace of the attempt", async () => {
    const path = await written(4)
    await caughtUp(path, noteTables(keepsNotes), count)
    const failing = { ...second, apply: () => assertNever() }
    await expect(caughtUp(path, failing, () => 0)).rejects.toMatchObject({
      _tag: "HandlerFailed",
      version: 2
    })
    expect(tablesOf(path)).toEqual([...ours, "notes"].toSorted())
    expect(await caughtUp(path, noteTables(keepsNotes), count)).toBe(4)
  })

  const assertNever = (): never => {
    throw new TypeError("not ready yet")
  }
})

describe("a rebuild in the store's file", () => {
  it("is seen by other programs when it is done, and not before; nobody waits for it meanwhile", async () => {
    const path = await written(4)
    await withStore(path, (store) =>
      Effect.scoped(
        Effect.gen(function* () {
          const file = yield* openReadModels(path)
          const kept = file.keep(noteTables(keepsNotes))
          const { models } = yield* projectionsOver(store, { kept })
          yield* models.kept.catchUp
          const beside = yield* kept.beside
          const events = (yield* store.readStream("a")).events
          yield* beside.step({ from: undefined, to: positionOf(1), events: events.slice(0, 2) })
          yield* store.append("b", noStream, notes(1, "b", { first: 100 }))
          expect(yield* models.kept.readCaughtUp(count)).toBe(5)
          expect(yield* beside.publish.pipe(Effect.flip)).toMatchObject({ _tag: "BookmarkMismatch" })
          expect(yield* models.kept.read(count)).toBe(5)
          yield* models.kept.rebuild
          expect(yield* models.kept.read(count)).toBe(5)
        })
      )
    )
  })
})

const port = new Set(["name", "codec", "append", "readStream", "readAll", "subscribe", "head"])

describe("what a store in a file offers beside the port", () => {
  it("is a copy and a verification: nothing that changes an event", async () => {
    const beside = await withStore(await written(), (store) =>
      Effect.succeed(Object.keys(store).filter((key) => !port.has(key)))
    )
    expect(beside.toSorted()).toEqual(["backup", "verify"])
  })
})
