// What the file promises by itself, whoever opens it.
import { exactly, noStream } from "@lcqm/core"
import { canonicalJson, leafHashHex, merkleRoot, hashFromHex, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect } from "effect"
import { copyFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { noted, notes, testCodec } from "@lcqm/testing/store"
import { migrations } from "../src/file/schema.ts"
import { earlierPlaces } from "./earlier-places.ts"
import { byHand, raw, withStore, written } from "./opened.ts"
import { newPath } from "./places.ts"

const columns = "ordinal, stream, revision, type, id, bytes, leaf_hash, root"
const replaced = (values: string) =>
  `REPLACE INTO events (${columns}) SELECT ${values}, bytes, leaf_hash, root FROM events WHERE ordinal = 1`

describe("the events of a file are never changed: from any connection it refuses", () => {
  it.each([
    ["UPDATE", "UPDATE events SET bytes = '{}' WHERE ordinal = 1"],
    ["UPDATE OR REPLACE", "UPDATE OR REPLACE events SET revision = 0 WHERE ordinal = 1"],
    ["DELETE", "DELETE FROM events WHERE ordinal = 2"],
    ["DELETE of all", "DELETE FROM events"],
    ["REPLACE of a position", replaced("1, stream, 3, type, 'new'")],
    ["REPLACE of an id", replaced("3, stream, 3, type, id")],
    ["REPLACE of a place in a stream", replaced("3, stream, revision, type, 'new'")],
    ["INSERT that leaves a gap in the store", replaced("4, stream, 3, type, 'new'")],
    ["INSERT that leaves a gap in a stream", replaced("3, stream, 4, type, 'new'")],
    [
      "an upsert",
      `INSERT INTO events (${columns}) SELECT * FROM events WHERE ordinal = 1 ON CONFLICT DO UPDATE SET bytes = '{}'`
    ],
    ["another name for a stream", "UPDATE streams SET name = 'b'"],
    ["a stream taken away", "DELETE FROM streams"],
    ["a stream's number given to another name", "REPLACE INTO streams (id, name) VALUES (1, 'b')"],
    ["another name for a type", "UPDATE event_types SET name = 'Noted.v2'"],
    ["a type's number given to another name", "REPLACE INTO event_types (id, name) VALUES (1, 'Noted.v2')"]
  ])("%s", async (_, sql) => {
    const path = await written()
    const theirs = raw(path)
    const before = theirs.prepare("SELECT * FROM events, streams, event_types").all()
    expect(() => theirs.exec(sql)).toThrow(/only ever added|UNIQUE/)
    expect(theirs.prepare("SELECT * FROM events, streams, event_types").all()).toEqual(before)
    theirs.close()
  })
})

describe("a file", () => {
  it("holds each event's canonical bytes, their leaf hash, and the root of the log up to it", async () => {
    const path = await written(40)
    const theirs = raw(path)
    const rows = theirs.prepare("SELECT bytes, leaf_hash, root FROM events ORDER BY ordinal").all()
    theirs.close()
    const leaves = notes(40, "a").map((event) =>
      leafHashHex(nodeHasher, new TextEncoder().encode(canonicalJson(event)))
    )
    const wanted = notes(40, "a").map((event, i) => ({
      bytes: canonicalJson(event),
      leaf_hash: leaves[i],
      root: toHex(
        merkleRoot(
          nodeHasher,
          leaves.slice(0, i + 1).map((leaf) => hashFromHex(leaf))
        )
      )
    }))
    const found = rows.map((row) => {
      const root: unknown = Reflect.get(Object(row), "root")
      return { ...Object(row), root: root instanceof Uint8Array ? toHex(root) : "none" }
    })
    expect(found).toEqual(wanted)
  })

  it("goes on with the same tree over thousands of events and restarts, whoever appended them", async () => {
    const path = newPath()
    await withStore(path, (store) => store.append("a", noStream, notes(1000, "a")))
    await withStore(path, (store) => store.append("b", noStream, notes(700, "b", { first: 10_000 })))
    const both = await withStore(path, (one) =>
      Effect.promise(() =>
        withStore(path, (two) =>
          Effect.gen(function* () {
            yield* one.append("c", noStream, notes(600, "c", { first: 20_000 }))
            yield* two.append("d", noStream, [noted(30_000, "d", 0)])
            yield* one.append("d", exactly(0), [noted(30_001, "d", 1)])
            return [yield* one.verify, yield* two.verify]
          })
        )
      )
    )
    expect(both[0]?.events).toBe(2302)
    expect(both[1]).toEqual(both[0])
  })

  it("is in WAL mode and says whose it is", async () => {
    const path = await written()
    const theirs = raw(path)
    const values = ["application_id", "journal_mode", "user_version"].map((name) =>
      Reflect.get(Object(theirs.prepare(`PRAGMA ${name}`).get()), name)
    )
    theirs.close()
    expect(values).toEqual([0x4c43514d, "wal", 3])
  })

  it("is whole by itself once the store is closed, so that it can be copied", async () => {
    const [path, copy] = [await written(100), newPath()]
    copyFileSync(path, copy)
    expect(await withStore(copy, (store) => store.verify)).toMatchObject({ events: 100 })
  })

  it("is tried from every earlier schema, when it is brought up to date (L02)", () => {
    expect(earlierPlaces(testCodec)).toHaveLength(migrations.length - 1)
  })

  it("is opened where an empty file was put before", async () => {
    const path = newPath()
    writeFileSync(path, "")
    await withStore(path, (store) => store.append("a", noStream, notes(1, "a")))
    expect(await withStore(path, (store) => store.head())).toMatchObject({ revision: 0 })
  })

  it("is verified as a whole: how many events there are, and their root", async () => {
    const path = await written(10)
    const leaves = notes(10, "a").map((event) =>
      hashFromHex(leafHashHex(nodeHasher, new TextEncoder().encode(canonicalJson(event))))
    )
    expect(await withStore(path, (store) => store.verify)).toEqual({
      events: 10,
      root: toHex(merkleRoot(nodeHasher, leaves))
    })
    byHand(path, "VACUUM")
    expect(await withStore(path, (store) => store.verify)).toMatchObject({ events: 10 })
  })
})
