// Read models kept in the store's own file: tables and bookmark move together or not at all.
import { positionOf } from "@lcqm/core"
import { Cause, Effect, Exit } from "effect"
import { describe, expect, it } from "vitest"
import type { Database, SqliteStore } from "../src/index.ts"
import { byHand, failureOf, withStore, written } from "./opened.ts"

const register = { name: "register", version: 1 }

const awardTo = (school: string) => (tables: Database) => {
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

  it("leaves recorded events alone, whatever the read model's change tries", async () => {
    const path = await written(5)
    const failure = await failureOf(path, (store) =>
      store.step({
        ...register,
        from: undefined,
        to: positionOf(1),
        change: (tables) => tables.exec("DELETE FROM events")
      })
    )
    expect(failure.message).toContain("only ever added")
    expect(await withStore(path, (store) => store.verify)).toMatchObject({ events: 5 })
    byHand(path, "SELECT 1")
  })
})
