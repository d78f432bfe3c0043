// An event of a type that this version does not know, in a file: whoever is told so is told whether it is what was recorded.
// One whose type was edited is not taken for one that a later version wrote.
import { catalogueOf, codecOf, eventType } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema, Stream } from "effect"
import { expect, it } from "vitest"
import { openSqliteStore, type SqliteStore } from "../src/index.ts"
import { byHand, failureOf, withoutTriggers, written } from "./opened.ts"

const earlier = codecOf(
  catalogueOf([eventType("Heard", 1, "Something was heard.", { n: Schema.Number })]),
  nodeHasher
)
const reads = (store: SqliteStore) => [
  Effect.asVoid(store.readStream("a")),
  Stream.runDrain(store.readAll()),
  Stream.runDrain(store.readAll({ asStored: true }))
]

it("is an UnknownEventType whose bytes are those that were hashed", async () => {
  const path = await written()
  for (const at of [0, 1, 2]) {
    const failing = Effect.flatMap(openSqliteStore(earlier, path), (store) => reads(store)[at]!)
    const failure = await Effect.runPromise(Effect.flip(Effect.scoped(failing)))
    expect(failure).toMatchObject({
      _tag: "UnknownEventType",
      stream: "a",
      revision: 0,
      type: "Noted.v1",
      asHashed: true
    })
  }
})

it("is a CorruptEvent where only its text was edited to say so", async () => {
  const path = await written()
  byHand(
    path,
    `${withoutTriggers} UPDATE events SET bytes = replace(bytes, 'Noted.v1', 'Noted.v9') WHERE ordinal = 1`
  )
  for (const at of [0, 1, 2]) {
    const failure = await failureOf(path, (store) => reads(store)[at]!)
    expect(failure).toMatchObject({ _tag: "CorruptEvent", stream: "a", revision: 1 })
  }
})
