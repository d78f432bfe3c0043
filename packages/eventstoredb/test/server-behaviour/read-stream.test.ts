// Reads of one stream, with every option, and what a stream's metadata and deletion make of them.
import {
  BACKWARDS,
  END,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  START,
  StreamNotFoundError
} from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import {
  append,
  type Connected,
  connected,
  event,
  events,
  failureOf,
  numbers,
  readStream
} from "./connected.ts"

const started = async (): Promise<Connected> => {
  const held = await connected()
  await append(held.client, "s", NO_STREAM, [0, 1, 2, 3, 4])
  return held
}

describe("a read of a stream", () => {
  it.each([
    { direction: FORWARDS, fromRevision: START, read: [0, 1, 2, 3, 4] },
    { direction: FORWARDS, fromRevision: 2n, read: [2, 3, 4] },
    { direction: FORWARDS, fromRevision: 4n, read: [4] },
    { direction: FORWARDS, fromRevision: 5n, read: [] },
    { direction: FORWARDS, fromRevision: END, read: [] },
    { direction: BACKWARDS, fromRevision: END, read: [4, 3, 2, 1, 0] },
    { direction: BACKWARDS, fromRevision: 2n, read: [2, 1, 0] },
    { direction: BACKWARDS, fromRevision: START, read: [0] },
    { direction: BACKWARDS, fromRevision: 99n, read: [4, 3, 2, 1, 0] }
  ] as const)(
    "$direction from $fromRevision, that revision included, sees $read",
    async ({ read, ...options }) => {
      const { client } = await started()
      expect(numbers(await readStream(client, "s", options))).toEqual(read)
    }
  )

  it.each([FORWARDS, BACKWARDS] as const)("takes no more than it was asked for, %s", async (direction) => {
    const { client } = await started()
    const fromRevision = direction === FORWARDS ? 1n : 3n
    const read = await readStream(client, "s", { direction, fromRevision, maxCount: 2 })
    expect(numbers(read)).toEqual(direction === FORWARDS ? [1, 2] : [3, 2])
  })

  it("fails for a stream that is missing, and is empty past the end of one that is not", async () => {
    const { client } = await started()
    expect(await failureOf(readStream(client, "missing"))).toBeInstanceOf(StreamNotFoundError)
    expect(await readStream(client, "s", { fromRevision: 1_000n })).toEqual([])
  })

  it("gives the whole event back: id, type, data, metadata, stream, revision, position and time", async () => {
    const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
    const { client } = await connected({ now: () => now })
    const sent = jsonEvent({ type: "named", data: { text: "é 🎓 \u2028" }, metadata: { by: "someone" } })
    // The clock stands still in the past, so the deadline has to be far from it.
    const { position } = await client.appendToStream("a stream, ünïcode 🎓", sent, {
      expectedRevision: NO_STREAM
    })
    const [read] = await readStream(client, "a stream, ünïcode 🎓")
    expect(read?.event).toEqual({
      id: sent.id,
      type: "named",
      data: sent.data,
      metadata: sent.metadata,
      isJson: true,
      streamId: "a stream, ünïcode 🎓",
      revision: 0n,
      position,
      created: new Date(now)
    })
    expect(read?.commitPosition).toBe(position?.commit)
  })

  it("gives bytes back as they were", async () => {
    const { client } = await connected()
    const data = Uint8Array.from({ length: 256 }, (_, index) => index)
    const sent = {
      id: event(1).id,
      type: "bytes",
      contentType: "application/octet-stream" as const,
      data,
      metadata: data
    }
    await client.appendToStream("s", sent, { expectedRevision: NO_STREAM })
    const [read] = await readStream(client, "s")
    expect(Uint8Array.from(read?.event?.data as Uint8Array)).toEqual(data)
    expect(Uint8Array.from(read?.event?.metadata as Uint8Array)).toEqual(data)
  })

  it("follows links where it is asked to, and says nothing where the target is gone", async () => {
    const { client } = await started()
    const link = (target: string) => ({
      id: event(90).id,
      type: "$>",
      contentType: "application/octet-stream" as const,
      data: new TextEncoder().encode(target),
      metadata: undefined
    })
    await client.appendToStream("links", [link("3@s"), link("0@missing")], { expectedRevision: NO_STREAM })
    const [followed, gone] = await readStream(client, "links", { resolveLinkTos: true })
    expect({ event: followed?.event?.revision, link: followed?.link?.revision }).toEqual({
      event: 3n,
      link: 0n
    })
    expect({ event: gone?.event, link: gone?.link?.revision }).toEqual({ event: undefined, link: 1n })
    const [unfollowed] = await readStream(client, "links")
    expect(unfollowed?.event?.type).toBe("$>")
  })

  it("reads three thousand events in order, whatever the batches they came in", async () => {
    const { client } = await connected()
    for (let batch = 0; batch < 3; batch += 1)
      await client.appendToStream("long", events(1_000), {
        expectedRevision: batch === 0 ? NO_STREAM : BigInt(batch * 1_000 - 1)
      })
    const revisions = (await readStream(client, "long")).map(({ event: read }) => Number(read?.revision))
    expect(revisions).toEqual(Array.from({ length: 3_000 }, (_, revision) => revision))
  })
})

describe("a stream's metadata", () => {
  it("is what was set, last", async () => {
    const { client } = await started()
    await client.setStreamMetadata("s", { maxCount: 9 })
    await client.setStreamMetadata("s", { maxCount: 3, owner: "office" })
    const { metadata } = await client.getStreamMetadata("s")
    expect(metadata).toEqual({ maxCount: 3, owner: "office" })
    expect(await client.getStreamMetadata("other")).toEqual({ streamName: "other" })
  })

  it.each([
    { metadata: { maxCount: 2 }, read: [3, 4] },
    { metadata: { truncateBefore: 3 }, read: [3, 4] },
    { metadata: { truncateBefore: 3, maxCount: 1 }, read: [4] },
    { metadata: { truncateBefore: 99 }, read: [] }
  ] as const)("cuts reads both ways: $metadata leaves $read", async ({ metadata, read }) => {
    const { client } = await started()
    await client.setStreamMetadata("s", metadata)
    expect(numbers(await readStream(client, "s"))).toEqual(read)
    const back = await readStream(client, "s", { direction: BACKWARDS, fromRevision: END })
    expect(numbers(back)).toEqual(read.toReversed())
    expect(numbers(await readStream(client, "s", { fromRevision: 1n, maxCount: 10 }))).toEqual(read)
  })

  it("hides events that are older than $maxAge", async () => {
    let now = Date.now()
    const { client } = await connected({ now: () => now })
    await append(client, "s", NO_STREAM, [0])
    await client.setStreamMetadata("s", { maxAge: 3 })
    now += 5_000
    await append(client, "s", 0n, [1])
    expect(numbers(await readStream(client, "s"))).toEqual([1])
  })

  it("changes nothing in what an append may expect", async () => {
    const { client } = await started()
    await client.setStreamMetadata("s", { maxCount: 1 })
    const { nextExpectedRevision } = await append(client, "s", NO_STREAM, [0, 1])
    expect(nextExpectedRevision).toBe(1n)
  })
})
