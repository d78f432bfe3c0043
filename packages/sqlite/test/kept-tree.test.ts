// The log's tree that a file keeps for the next append: changed by hand it is gone on from by nobody, and found.
import { exactly } from "@lcqm/core"
import { notes } from "@lcqm/testing/store"
import { Stream } from "effect"
import { describe, expect, it } from "vitest"
import { byHand, failureOf, withoutTriggers, withStore, written } from "./opened.ts"

const verified = (path: string) => failureOf(path, (store) => store.verify)

describe("a stage of the tree changed by hand", () => {
  const stageAt = 1_024
  const events = stageAt + 76
  const grown = async (): Promise<string> => {
    const path = await written(1_000)
    const more = notes(events - 1_000, "a", { first: 1_000, revision: 1_000 })
    await withStore(path, (store) => store.append("a", exactly(999), more))
    return path
  }
  const changed = async (hashes: string): Promise<string> => {
    const path = await grown()
    byHand(path, `DROP TRIGGER tree_stages_never_updated; UPDATE tree_stages SET hashes = ${hashes}`)
    return path
  }

  it.each(["zeroblob(32)", "zeroblob(31)", "zeroblob(64)", "zeroblob(0)"])(
    "to %s is refused by the next append, which writes nothing, and named by a verification",
    async (hashes) => {
      const path = await changed(hashes)
      const one = notes(1, "a", { first: events, revision: events })
      const refused = await failureOf(path, (store) => store.append("a", exactly(events - 1), one))
      expect(refused).toMatchObject({
        _tag: "StoreUnavailable",
        retryable: false,
        message: expect.stringContaining("the tree kept in it does not lead to the root of its last event")
      })
      const all = await withStore(path, (store) => Stream.runCollect(store.readAll()))
      expect(all).toHaveLength(events)
      expect(await verified(path)).toMatchObject({
        _tag: "CorruptEvent",
        stream: "a",
        revision: stageAt - 1
      })
    }
  )

  it("and one that was taken away is missed by nobody: the tree is grown from its leaves", async () => {
    const path = await grown()
    byHand(path, "DROP TRIGGER tree_stages_never_deleted; DELETE FROM tree_stages")
    const one = notes(1, "a", { first: events, revision: events })
    await withStore(path, (store) => store.append("a", exactly(events - 1), one))
    const found = await withStore(path, (store) => store.verify)
    expect(found.events).toBe(events + 1)
  })
})

describe("the root of the last event changed by hand", () => {
  it("is refused by the next append of whoever opens the file: the tree would not go on from what was recorded", async () => {
    const path = await written()
    byHand(path, `${withoutTriggers} UPDATE events SET root = zeroblob(32) WHERE ordinal = 2`)
    const one = notes(1, "a", { first: 3, revision: 3 })
    expect(await failureOf(path, (store) => store.append("a", exactly(2), one))).toMatchObject({
      _tag: "StoreUnavailable",
      retryable: false
    })
  })
})
