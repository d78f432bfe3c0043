// The two deletions: what reads, appends and the log as a whole see after each.
import {
  ANY,
  NO_STREAM,
  STREAM_EXISTS,
  StreamDeletedError,
  StreamNotFoundError,
  WrongExpectedVersionError
} from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, type Connected, connected, failureOf, numbers, readAll, readStream } from "./connected.ts"

const started = async (batchAppend = true): Promise<Connected> => {
  const held = await connected({ batchAppend })
  await append(held.client, "s", NO_STREAM, [0, 1, 2])
  return held
}

describe("a soft deletion", () => {
  it("makes the stream look missing, and leaves its events in the log", async () => {
    const { client } = await started()
    await client.deleteStream("s", { expectedRevision: 2n })
    expect(await failureOf(readStream(client, "s"))).toBeInstanceOf(StreamNotFoundError)
    const log = (await readAll(client)).filter(({ event }) => event?.streamId === "s")
    expect(numbers(log)).toEqual([0, 1, 2])
  })

  it.each([
    { expected: NO_STREAM, kind: "no_stream" },
    { expected: 2n, kind: "the last revision" },
    { expected: ANY, kind: "any" }
  ] as const)(
    "is undone by an append that expects $kind, with the numbering going on",
    async ({ expected }) => {
      const { client } = await started()
      await client.deleteStream("s")
      const { nextExpectedRevision } = await append(client, "s", expected, [7])
      expect(nextExpectedRevision).toBe(3n)
      const read = await readStream(client, "s")
      expect(read.map(({ event }) => event?.revision)).toEqual([3n])
      expect((await client.getStreamMetadata("s")).metadata).toEqual({ truncateBefore: 3 })
    }
  )

  it("is undone by metadata too, which then hides what there was", async () => {
    const { client } = await started()
    await client.deleteStream("s")
    await client.setStreamMetadata("s", { owner: "office" })
    expect(await readStream(client, "s")).toEqual([])
    expect((await client.getStreamMetadata("s")).metadata).toEqual({ owner: "office", truncateBefore: 3 })
  })

  it("is refused for another revision, and for a stream that never was", async () => {
    const { client } = await started()
    expect(await failureOf(client.deleteStream("s", { expectedRevision: 1n }))).toBeInstanceOf(
      WrongExpectedVersionError
    )
    expect(await failureOf(client.deleteStream("missing"))).toBeInstanceOf(WrongExpectedVersionError)
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2])
  })

  it("makes stream_exists fail as deleted", async () => {
    const { client } = await started()
    await client.deleteStream("s")
    expect(await failureOf(append(client, "s", STREAM_EXISTS, [3]))).toBeInstanceOf(StreamDeletedError)
  })

  it("is written as $tb with the largest 64-bit integer, which no number holds", async () => {
    const { server, client } = await started()
    await client.deleteStream("s")
    const { metadata } = await client.getStreamMetadata("s")
    expect(metadata?.truncateBefore).toBeGreaterThan(Number.MAX_SAFE_INTEGER)
    expect(server.recorded()).toBe(3)
  })
})

describe.each([
  { call: "BatchAppend", batchAppend: true },
  { call: "Append", batchAppend: false }
])("a tombstone, and $call", ({ batchAppend }) => {
  it("ends a stream for ever: every read and every append fails as deleted", async () => {
    const { client } = await started(batchAppend)
    const { position } = await client.tombstoneStream("s", { expectedRevision: 2n })
    expect(position?.commit).toBeGreaterThan(0n)
    expect(await failureOf(readStream(client, "s"))).toMatchObject({
      type: "stream-deleted",
      streamName: "s"
    })
    for (const expected of [NO_STREAM, ANY, STREAM_EXISTS, 2n] as const)
      expect(await failureOf(append(client, "s", expected, [0]))).toMatchObject({
        type: "stream-deleted",
        streamName: "s"
      })
  })

  it("may be put before the stream's first event, and is an event of the log", async () => {
    const { client } = await connected({ batchAppend })
    await client.tombstoneStream("never", { expectedRevision: NO_STREAM })
    const [tombstone] = (await readAll(client)).filter(({ event }) => event?.streamId === "never")
    expect(tombstone?.event).toMatchObject({ type: "$streamDeleted", revision: 9_223_372_036_854_775_807n })
    expect(await failureOf(append(client, "never", NO_STREAM, [0]))).toBeInstanceOf(StreamDeletedError)
  })
})
