// A store whose file is not there yet is empty, and makes it with the first append that may be recorded.
import { exactly, noStream } from "@lcqm/core"
import { noted, notes, testCodec } from "@lcqm/testing/store"
import { Effect, Exit, Fiber, Scope, Stream } from "effect"
import { existsSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { openSqliteStore } from "../src/index.ts"
import { failureOf, withStore } from "./opened.ts"
import { newPath } from "./places.ts"

describe("a store at a path where nothing is", () => {
  it("is left without a file by a refused write", async () => {
    const path = newPath()
    const behind = await failureOf(path, (store) => store.append("a", exactly(0), [noted(1, "a", 1)]))
    expect(behind).toMatchObject({ _tag: "WrongExpectedRevision", expected: 0, actual: "none" })
    const misplaced = await failureOf(path, (store) => store.append("b", noStream, [noted(1, "a", 0)]))
    expect(misplaced).toMatchObject({ _tag: "InvalidEvent", stream: "b" })
    expect(existsSync(path)).toBe(false)
  })

  it("is empty, however it is asked, and left without a file by reading", async () => {
    const path = newPath()
    await withStore(path, (store) =>
      Effect.gen(function* () {
        expect(yield* store.head()).toEqual({ revision: "none", position: "none" })
        expect((yield* store.readStream("a")).exists).toBe(false)
        expect(yield* Stream.runCollect(store.readAll())).toEqual([])
        expect(yield* store.verify).toMatchObject({ events: 0 })
      })
    )
    expect(existsSync(path)).toBe(false)
  })

  it("has a file from the first append on, which whoever opened it before sees too", async () => {
    const path = newPath()
    await withStore(path, (other) =>
      Effect.promise(() =>
        withStore(path, (store) =>
          Effect.gen(function* () {
            const waiting = yield* Effect.forkChild(Stream.runHead(store.subscribe("start")))
            expect(yield* other.head()).toMatchObject({ revision: "none" })
            yield* Effect.all(
              [1, 2, 3].map((n) => store.append(`s${n}`, noStream, [noted(n, `s${n}`, 0)])),
              {
                concurrency: 3
              }
            )
            expect(yield* other.head()).toMatchObject({ revision: 2 })
            yield* other.append("a", noStream, notes(2, "a", { first: 10 }))
            expect(yield* store.head("a")).toMatchObject({ revision: 1 })
            yield* Fiber.join(waiting)
          })
        )
      )
    )
    expect(await withStore(path, (store) => store.verify)).toMatchObject({ events: 5 })
  })

  it("makes no file once it is closed, and says that it is", async () => {
    const path = newPath()
    const scope = Scope.makeUnsafe()
    const store = await Effect.runPromise(Scope.provide(openSqliteStore(testCodec, path), scope))
    await Effect.runPromise(Scope.close(scope, Exit.void))
    const late = await Effect.runPromise(Effect.flip(store.append("a", noStream, notes(1, "a"))))
    expect(late).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}`, retryable: false })
    expect(existsSync(path)).toBe(false)
  })
})
