// What a store's file is called is what it is called: no part of a name is taken for anything else.
import { noStream } from "@lcqm/core"
import { notes } from "@lcqm/testing/store"
import { Effect } from "effect"
import { existsSync, mkdirSync, readdirSync } from "node:fs"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openReadModels } from "../src/index.ts"
import { failureOf, withStore } from "./opened.ts"
import { newPath } from "./places.ts"

const before = process.cwd()
const folders = { here: "", elsewhere: "" }

beforeEach(() => {
  folders.here = `${newPath()}.folder`
  folders.elsewhere = `${newPath()}.folder`
  mkdirSync(folders.here)
  mkdirSync(folders.elsewhere)
  process.chdir(folders.here)
})
afterEach(() => process.chdir(before))

const appended = (path: string) =>
  withStore(path, (store) => store.append("a", noStream, notes(3, "a")), { durability: "normal" })

// As the folder's files stand there, without those that SQLite keeps beside them.
const filesHere = () => readdirSync(folders.here).filter((name) => !/-(?:wal|shm)$/.test(name))

describe("a store in the folder one is in", () => {
  it.each(["file:office.db", "file:memory?mode=memory", "a#b?c%20d é.db", "-v.db", "  .db"])(
    "called %j is kept in a file of that name, is found there again, and is backed up to such a one",
    async (name) => {
      await appended(name)
      expect(filesHere()).toEqual([name])
      expect(await withStore(name, (store) => store.head())).toMatchObject({ revision: 2 })
      const copied = withStore(name, (store) => store.backup(`file:${name}.copy`), { readOnly: true })
      expect(await copied).toMatchObject({ events: 3 })
      expect(filesHere().toSorted()).toEqual([name, `file:${name}.copy`].toSorted())
    }
  )

  it("keeps read models in a file of that name", async () => {
    await Effect.runPromise(Effect.scoped(openReadModels("file:models.db")))
    expect(filesHere()).toEqual(["file:models.db"])
  })

  it("is made there, wherever the process has gone meanwhile", async () => {
    await withStore("office.db", (store) =>
      Effect.gen(function* () {
        yield* Effect.sync(() => process.chdir(folders.elsewhere))
        yield* store.append("a", noStream, notes(3, "a"))
      })
    )
    expect(readdirSync(folders.elsewhere)).toEqual([])
    expect(existsSync(`${folders.here}/office.db`)).toBe(true)
  })

  it.each([
    ["nothing", ""],
    ["more than a name may have", `${"a".repeat(300)}.db`],
    ["a character that no name has", "a\u0000.db"]
  ])(
    "is refused when it is opened, where it is called %s, and not empty until it is lost",
    async (_, name) => {
      const failure = await failureOf(name, (store) => store.head())
      expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${name}`, retryable: false })
    }
  )
})
