// A copy of a store in a file: taken while others write, verified, and never in the place of anything.
import { exactly, noStream } from "@lcqm/core"
import { noted, notes } from "@lcqm/testing/store"
import { Effect, Result } from "effect"
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { describe, expect, it } from "vitest"
import { byHand, failureOf, withoutTriggers, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

describe("a backup", () => {
  it("is a store of its own, as of one moment, taken while others write", async () => {
    const path = await written(50)
    const copy = newPath()
    await withStore(path, (store) =>
      Effect.gen(function* () {
        yield* Effect.all([store.backup(copy), store.append("b", noStream, notes(1, "b", { first: 900 }))], {
          concurrency: "unbounded"
        })
        yield* store.append("a", exactly(49), [noted(901, "a", 50)])
      })
    )
    const [kept, original] = await Promise.all(
      [copy, path].map((each) => withStore(each, (store) => store.verify))
    )
    expect(original?.events).toBe(52)
    expect(kept?.events).toBeGreaterThanOrEqual(50)
    const slice = await withStore(copy, (store) => store.append("a", exactly(49), [noted(902, "a", 50)]))
    expect(slice.events[0].revision).toBe(50)
    expect(() => byHand(copy, "DELETE FROM events")).toThrow(/only ever added/)
  })

  it("tells what is in it: as many events and the same root as the store had", async () => {
    const [path, copy] = [await written(300), newPath()]
    const told = await withStore(path, (store) => store.backup(copy))
    expect(told).toEqual(await withStore(path, (store) => store.verify))
    expect(told).toEqual(await withStore(copy, (store) => store.verify))
  })

  it("of a store with a changed event is refused by stream and revision, and nothing is left behind", async () => {
    const [path, copy] = [await written(), newPath()]
    byHand(
      path,
      `${withoutTriggers} UPDATE events SET bytes = replace(bytes, 'note 1', 'note 7') WHERE ordinal = 1`
    )
    const failure = await failureOf(path, (store) => store.backup(copy))
    expect(failure).toMatchObject({ _tag: "CorruptEvent", store: `sqlite:${path}`, stream: "a", revision: 1 })
    expect(readdirSync(dirname(copy)).filter((name) => name.startsWith(basename(copy)))).toEqual([])
  })

  it("never takes the place of a file that is there", async () => {
    const path = await written()
    const there = newPath()
    writeFileSync(there, "precious")
    const failure = await failureOf(path, (store) => store.backup(there))
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", retryable: false })
    expect(readFileSync(there, "utf8")).toBe("precious")
  })

  it.each([
    ["whose name is longer than names may be", () => `${newPath()}${"a".repeat(300)}`],
    ["whose name is too long with what is written beside it", () => `${newPath()}${"a".repeat(230)}`],
    ["in what is no folder", () => join(import.meta.filename, "copy.db")],
    ["in a folder that is not there", () => join(newPath(), "copy.db")],
    ["with a character that no name has", () => `${newPath()}\u0000`]
  ])("to a place %s is refused with a typed error", async (_, to) => {
    const path = await written()
    const failure = await failureOf(path, (store) => store.backup(to()))
    expect(failure).toMatchObject({ _tag: "StoreUnavailable", store: `sqlite:${path}`, retryable: false })
  })

  it("of two to one place at once, one is there, and the other is refused", async () => {
    const [path, copy] = [await written(300), newPath()]
    const told = await withStore(path, (store) =>
      Effect.all([Effect.result(store.backup(copy)), Effect.result(store.backup(copy))], {
        concurrency: "unbounded"
      })
    )
    expect(told.filter(Result.isSuccess).map(({ success }) => success.events)).toEqual([300])
    expect(told.filter(Result.isFailure).map(({ failure }) => failure.message)).toEqual([
      expect.stringContaining("EEXIST")
    ])
    expect(await withStore(copy, (store) => store.verify)).toMatchObject({ events: 300 })
    expect(readdirSync(dirname(copy)).filter((name) => name.startsWith(`${basename(copy)}.`))).toEqual([])
  })
})
