// The next checkpoint costs what came since: it is signed from what was kept and the new events alone, and is the very
// one that the whole log gives.
import {
  emptyLog,
  type KeptLog,
  keptLogJson,
  keptLogOf,
  readOn,
  signLogCheckpoint,
  storeLog
} from "@lcqm/audit"
import { EventStore, type Recorded } from "@lcqm/core"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { given, smallWorld } from "@lcqm/testing/given-when-then"
import { Effect, Stream } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { operator, type Store, storeHolding } from "../stores.ts"

const events = given(smallWorld.at("agreed")).events
const request = { hasher: nodeHasher, ed25519: nodeEd25519, signer: operator }

/** A store that counts the events it answers with. */
const counting = (store: Store, read: Array<Recorded>): Store =>
  EventStore.of({
    ...store,
    readAll: (range) => Stream.tap(store.readAll(range), (event) => Effect.sync(() => read.push(event)))
  })

describe("a log that is signed as it grows", () => {
  it("has at every step the checkpoint of the whole log, and reads nothing twice", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: events.length }), { minLength: 1 }),
        async (drawn) => {
          let kept: KeptLog = emptyLog
          let lastSigned: string | undefined
          const read: Array<Recorded> = []
          const sizes = drawn.toSorted((a, b) => a - b)
          for (const size of sizes) {
            const store = storeHolding(events.slice(0, size))
            const grown = await Effect.runPromise(readOn(counting(store, read), kept))
            const more = lastSigned === undefined ? {} : { lastSigned }
            const note = await signLogCheckpoint({ ...request, log: grown, ...more })
            const whole = await Effect.runPromise(storeLog(store))
            expect(note).toBe(await signLogCheckpoint({ ...request, log: whole }))
            lastSigned = note
            kept = keptLogOf(JSON.parse(JSON.stringify(keptLogJson(grown.kept))))
          }
          expect(read.length).toBe(sizes.at(-1))
        }
      ),
      { numRuns: 20 }
    )
  })

  it("is not signed where the store lost events since", async () => {
    const first = await Effect.runPromise(readOn(storeHolding(events), emptyLog))
    const lastSigned = await signLogCheckpoint({ ...request, log: first })
    const shrunk = await Effect.runPromise(readOn(storeHolding(events.slice(0, -1)), first.kept))
    await expect(signLogCheckpoint({ ...request, log: shrunk, lastSigned })).rejects.toMatchObject({
      reason: "inconsistent"
    })
  })

  it("is not signed where what was kept is not the beginning of what was signed", async () => {
    const store = storeHolding(events)
    const first = await Effect.runPromise(readOn(storeHolding(events.slice(0, 9)), emptyLog))
    const lastSigned = await signLogCheckpoint({ ...request, log: first })
    const hashes = first.kept.range.hashes.map((hash) => hash.map((byte) => byte ^ 1))
    const forged = { ...first.kept, range: { size: 9, hashes } }
    const grown = await Effect.runPromise(readOn(store, forged))
    await expect(signLogCheckpoint({ ...request, log: grown, lastSigned })).rejects.toMatchObject({
      _tag: "WillNotSign",
      reason: "inconsistent"
    })
  })
})
