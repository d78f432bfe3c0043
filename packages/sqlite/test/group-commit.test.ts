// Appends that arrive together share a transaction, and so one wait for the disk; each is judged on its own.
import { exactly, noStream } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Exit, Fiber } from "effect"
import { describe, expect, it } from "vitest"
import { type Database, openDatabase } from "../src/file/database.ts"
import { raw, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

/** A driver that counts how often a statement runs. */
const counting = (statement: string) => {
  const count = { times: 0 }
  const open: typeof openDatabase = (path, options) => {
    const database: Database = openDatabase(path, options)
    return {
      exec: (sql) => database.exec(sql),
      close: () => database.close(),
      prepare: (sql) => {
        const prepared = database.prepare(sql)
        if (sql !== statement) return prepared
        return {
          get: (...values) => prepared.get(...values),
          all: (...values) => prepared.all(...values),
          run: (...values) => {
            count.times += 1
            return prepared.run(...values)
          }
        }
      }
    }
  }
  return { count, open }
}

describe("appends that arrive together", () => {
  it("share one transaction, and a refused one leaves its neighbours alone", async () => {
    const { count, open } = counting("COMMIT")
    const streams = ["s-0", "s-1", "s-0", "s-2"]
    const answers = await withStore(
      newPath(),
      (store) =>
        Effect.forEach(
          streams,
          (stream, n) => Effect.result(store.append(stream, noStream, [noted(n, stream, 0)])),
          { concurrency: "unbounded" }
        ),
      { openDatabase: open }
    )
    expect(count.times).toBe(1)
    expect(answers.map(({ _tag }) => _tag)).toEqual(["Success", "Success", "Failure", "Success"])
    expect(answers[2]).toMatchObject({ failure: { _tag: "WrongExpectedRevision", actual: 0 } })
  })

  it("see each other: the second expects what the first leaves", async () => {
    const answers = await withStore(newPath(), (store) =>
      Effect.all(
        [store.append("a", noStream, notes(2, "a")), store.append("a", exactly(1), [noted(2, "a", 2)])],
        { concurrency: "unbounded" }
      )
    )
    expect(answers.map(({ events }) => events.at(-1)?.revision)).toEqual([1, 2])
  })

  it("are not held up by one another for longer than a thousand events take", async () => {
    const { count, open } = counting("COMMIT")
    const append = (n: number) => [`s-${n}`, notes(400, `s-${n}`, { first: 1000 * n })] as const
    await withStore(
      newPath(),
      (store) =>
        Effect.forEach([0, 1, 2, 3, 4], (n) => store.append(append(n)[0], noStream, append(n)[1]), {
          concurrency: "unbounded"
        }),
      { openDatabase: open }
    )
    expect(count.times).toBe(3)
  })

  it("are not written when they are interrupted while they wait", async () => {
    const path = await written()
    const theirs = raw(path)
    theirs.exec("BEGIN IMMEDIATE")
    const exit = await withStore(path, (store) =>
      Effect.gen(function* () {
        const fiber = yield* Effect.forkChild(store.append("a", exactly(2), [noted(3, "a", 3)]))
        yield* Effect.sleep(20)
        yield* Fiber.interrupt(fiber)
        theirs.exec("COMMIT")
        yield* store.append("b", noStream, notes(1, "b", { first: 50 }))
        return yield* Fiber.await(fiber)
      })
    )
    theirs.close()
    expect(Exit.isFailure(exit)).toBe(true)
    expect(await withStore(path, (store) => store.head("a"))).toMatchObject({ revision: 2 })
  })
})
