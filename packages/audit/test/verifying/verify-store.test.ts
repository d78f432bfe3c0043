// A store is verified against what was signed about it elsewhere. Alone it can only agree with itself.
import { verifyStore, whereText } from "@lcqm/audit"
import { CorruptEvent, EventStore, type Recorded, schoolOfStream, StoreUnavailable } from "@lcqm/core"
import { noteSigner } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import { given, smallWorld } from "@lcqm/testing/given-when-then"
import { Effect, Result, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { operator, sealOf, type Store, storeAt, storeHolding } from "../stores.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const verify = (store: Store, checkpoints: ReadonlyArray<string> = []) =>
  Effect.runPromise(verifyStore(store, { ed25519: nodeEd25519, policy, checkpoints }))
const signedOver = async (store: Store, signer = operator) => (await sealOf(store, signer)).checkpoint

const agreed = storeAt("agreed")
const proposed = storeAt("proposed")
const events = given(smallWorld.at("agreed")).events

/** A store that answers with other events than it recorded, as a file that was tampered with. */
const answering = (change: (events: ReadonlyArray<Recorded>) => ReadonlyArray<Recorded>): Store =>
  EventStore.of({
    ...agreed,
    readAll: () =>
      Stream.fromIterable(change(Effect.runSync(Stream.runCollect(agreed.readAll({ asStored: true })))))
  })

describe("a store", () => {
  it("is verified by a checkpoint of its whole length", async () => {
    const verdict = await verify(agreed, [await signedOver(agreed)])
    expect(verdict).toMatchObject({ outcome: "verified", findings: [], unchecked: [], size: events.length })
    expect(verdict.decisions).toBe(3)
  })

  it("that has grown since continues the checkpoint, and its new end is not anchored", async () => {
    const verdict = await verify(agreed, [await signedOver(proposed)])
    expect(verdict).toMatchObject({ outcome: "not anchored", findings: [] })
    expect(verdict.continues.map(({ size }) => size)).toEqual([events.length - 1])
  })

  it("between two checkpoints only grew", async () => {
    const verdict = await verify(agreed, [await signedOver(agreed), await signedOver(storeAt("visited"))])
    expect(verdict).toMatchObject({ outcome: "verified" })
    expect(verdict.continues).toHaveLength(2)
  })

  it("alone is not anchored: nobody signed for it", async () => {
    expect(await verify(agreed)).toMatchObject({ outcome: "not anchored", unchecked: [{}] })
  })
})

describe("what is wrong with a store is found and named:", () => {
  const named = async (store: Store, checkpoints: ReadonlyArray<string> = []) => {
    const { findings, outcome } = await verify(store, checkpoints)
    expect(outcome).toBe("does not verify")
    return findings.map(({ kind, where }) => `${kind} at ${whereText(where)}`)
  }

  it("a log that shrank", async () => {
    expect(await named(proposed, [await signedOver(agreed)])).toEqual([
      `shrunken log at checkpoint of ${events.length} events`
    ])
  })

  it("a store that finds damage in itself, where its events are in order", async () => {
    const says = (error: CorruptEvent | StoreUnavailable) =>
      Effect.runPromise(
        Effect.result(verifyStore(agreed, { ed25519: nodeEd25519, ofItself: Effect.fail(error) }))
      )
    const corrupt = new CorruptEvent({ stream: "a", revision: 3, reason: "its root is another" })
    const broken = new StoreUnavailable({ store: "a file", reason: "it is damaged", retryable: false })
    const locked = new StoreUnavailable({ store: "a file", reason: "others keep it", retryable: true })
    expect(Result.getOrThrow(await says(corrupt))).toMatchObject({
      outcome: "does not verify",
      findings: [{ kind: "store damaged", where: { stream: "a", revision: 3 }, says: corrupt.message }]
    })
    expect(Result.getOrThrow(await says(broken))).toMatchObject({
      findings: [{ kind: "store damaged", says: broken.message }]
    })
    expect(await says(locked)).toEqual(Result.fail(locked))
  })

  it("an event that cannot be read, and not that the log shrank, which nobody can know then", async () => {
    const broken = EventStore.of({
      ...agreed,
      readAll: () =>
        Stream.concat(
          agreed.readAll({ asStored: true, limit: 5 }),
          Stream.fail(new CorruptEvent({ stream: "school-lcqm-900001", revision: 0, reason: "it is gone" }))
        )
    })
    const note = await signedOver(agreed)
    expect(await named(broken, [note])).toEqual(["event edited at school-lcqm-900001, event 0"])
    const { unchecked } = await verify(broken, [note])
    expect(unchecked[0]).toMatchObject({
      where: { part: `checkpoint of ${events.length} events` },
      why: "the store could be read up to its event 5 only, counted from 1"
    })
  })

  it("a log that was forked", async () => {
    const other = events.map((event, i) =>
      i === 3 ? { ...event, metadata: { ...event.metadata, salt: "f".repeat(32) } } : event
    )
    const found = await named(storeHolding(other), [await signedOver(agreed)])
    expect(found).toContain(`forked log at checkpoint of ${events.length} events`)
  })

  it("a checkpoint with an unknown key, or a changed one", async () => {
    const stranger = noteSigner(
      nodeHasher,
      operator.key.name,
      "ed25519",
      nodeEd25519Signer(new Uint8Array(32))
    )
    const note = await signedOver(agreed)
    expect(await named(agreed, [await signedOver(agreed, stranger)])).toEqual([
      "checkpoint not believed at checkpoint 1"
    ])
    expect(await named(agreed, [note, note.replace(`\n${events.length}\n`, "\n1\n")])).toEqual([
      "checkpoint not believed at checkpoint 2"
    ])
  })

  it("an event edited, one left out, and two swapped", async () => {
    const at = events.findIndex(({ stream }) => schoolOfStream(stream) !== undefined) + 3
    const [event, next] = [events[at], events[at + 1]]
    const edited = answering((all) =>
      all.map((each, i) =>
        i === at ? { ...each, metadata: { ...each.metadata, occurredOn: "2001" } } : each
      )
    )
    expect((await named(edited))[0]).toBe(`event edited at ${event?.stream}, event ${event?.revision}`)
    const left = answering((all) => all.filter((_, i) => i !== at))
    expect((await named(left))[0]).toBe(`event left out at ${event?.stream}, event ${event?.revision}`)
    const swapped = answering((all) =>
      all.map((each, i) => all[i === at ? at + 1 : i === at + 1 ? at : i] ?? each)
    )
    expect(next?.stream).toBe(event?.stream)
    expect((await named(swapped))[0]).toContain("event left out")
  })

  it("a decision on a history that is not the store's", async () => {
    // The salt of an event before the decisions is changed as it is recorded, so that only the bases disagree.
    const at = events.findIndex(({ stream }) => schoolOfStream(stream) !== undefined)
    const other = events.map((event, i) =>
      i === at ? { ...event, metadata: { ...event.metadata, salt: "f".repeat(32) } } : event
    )
    const found = await named(storeHolding(other))
    expect(new Set(found.map((each) => each.split(" at ")[0]))).toEqual(new Set(["history changed"]))
    expect(found).toHaveLength(3)
  })
})
