// The engine's rules for expected revisions and for events that are there already: a test for each cell of the table.
import { ANY, NO_STREAM, STREAM_EXISTS, WrongExpectedVersionError } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, type Connected, connected, event, failureOf, numbers, readStream } from "./connected.ts"

/** The same rules hold for both calls, which the client chooses between by what the server offers. */
describe.each([
  { call: "BatchAppend", batchAppend: true },
  { call: "Append", batchAppend: false }
])("$call", ({ batchAppend }) => {
  /** A stream that holds events 0 to 3. */
  const started = async (): Promise<Connected> => {
    const held = await connected({ batchAppend })
    await append(held.client, "s", NO_STREAM, [0, 1, 2, 3])
    return held
  }

  const expectWrongVersion = (failure: unknown, actual: bigint | "no_stream") => {
    expect(failure).toBeInstanceOf(WrongExpectedVersionError)
    expect((failure as WrongExpectedVersionError).actualVersion).toBe(actual)
  }

  it("creates a stream with no_stream, from revision 0", async () => {
    const { client } = await connected({ batchAppend })
    const { nextExpectedRevision, success } = await append(client, "s", NO_STREAM, [0, 1])
    expect({ nextExpectedRevision, success }).toEqual({ nextExpectedRevision: 1n, success: true })
  })

  it("appends at an exact head", async () => {
    const { client } = await started()
    const { nextExpectedRevision } = await append(client, "s", 3n, [4, 5])
    expect(nextExpectedRevision).toBe(5n)
  })

  it.each([
    { expected: NO_STREAM, from: "the start" },
    { expected: 1n, from: "the middle" }
  ] as const)("refuses new events behind the head, from $from", async ({ expected }) => {
    const { client } = await started()
    expectWrongVersion(await failureOf(append(client, "s", expected, [9])), 3n)
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3])
  })

  it("refuses a revision beyond the head, and one of a stream that is missing", async () => {
    const { client } = await started()
    expectWrongVersion(await failureOf(append(client, "s", 4n, [4])), 3n)
    expectWrongVersion(await failureOf(append(client, "missing", 0n, [4])), "no_stream")
  })

  it.each([
    { expected: NO_STREAM, again: [0, 1], last: 1n },
    { expected: NO_STREAM, again: [0, 1, 2, 3], last: 3n },
    { expected: 1n, again: [2], last: 2n },
    { expected: 2n, again: [3], last: 3n }
  ] as const)(
    "takes events $again, all there after $expected, as a success that writes nothing",
    async (cell) => {
      const { client } = await started()
      await append(client, "s", 3n, [4])
      const { nextExpectedRevision, position } = await append(client, "s", cell.expected, cell.again)
      const held = await readStream(client, "s")
      expect(nextExpectedRevision).toBe(cell.last)
      // The position is that of the last of these events, not of the head.
      expect(position).toEqual(held[Number(cell.last)]?.event?.position)
      expect(numbers(held)).toEqual([0, 1, 2, 3, 4])
    }
  )

  it("refuses events that are only partly there, or in another order", async () => {
    const { client } = await started()
    expectWrongVersion(await failureOf(append(client, "s", 1n, [2, 3, 4])), 3n)
    expectWrongVersion(await failureOf(append(client, "s", 1n, [2, 9])), 3n)
    expectWrongVersion(await failureOf(append(client, "s", 1n, [3, 2])), 3n)
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3])
  })

  it("remembers events after an exact revision for ever, also across a restart", async () => {
    const { server, client } = await started()
    await server.restart()
    // The client notices the cut connection at its next call, and connects anew for the one after.
    await append(client, "s", 3n, [4]).catch(() => undefined)
    const { nextExpectedRevision } = await append(client, "s", NO_STREAM, [0, 1])
    expect(nextExpectedRevision).toBe(1n)
  })

  it.each([ANY, STREAM_EXISTS] as const)("appends new events with %s", async (expected) => {
    const { client } = await started()
    const { nextExpectedRevision } = await append(client, "s", expected, [4])
    expect(nextExpectedRevision).toBe(4n)
  })

  it.each([ANY, STREAM_EXISTS] as const)(
    "takes events that are all there with %s as a success",
    async (expected) => {
      const { client } = await started()
      const { nextExpectedRevision } = await append(client, "s", expected, [1, 2])
      expect(nextExpectedRevision).toBe(2n)
      expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3])
    }
  )

  it.each([ANY, STREAM_EXISTS] as const)(
    "refuses with %s when the first is known and a later one is not",
    async (expected) => {
      const { client } = await started()
      expectWrongVersion(await failureOf(append(client, "s", expected, [3, 4])), 3n)
      expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3])
    }
  )

  it.each([ANY, STREAM_EXISTS] as const)(
    "writes all again with %s when the first is unknown",
    async (expected) => {
      const { client } = await started()
      await append(client, "s", expected, [4, 3])
      expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3, 4, 3])
    }
  )

  it("forgets with any, once its memory of recent ids is full, and writes the event twice", async () => {
    const { client } = await connected({ batchAppend, recentIds: 2 })
    await append(client, "s", ANY, [0])
    await append(client, "other", ANY, [1, 2])
    await append(client, "s", ANY, [0])
    expect(numbers(await readStream(client, "s"))).toEqual([0, 0])
  })

  it("refuses stream_exists for a stream that does not", async () => {
    const { client } = await connected({ batchAppend })
    expectWrongVersion(await failureOf(append(client, "missing", STREAM_EXISTS, [0])), "no_stream")
  })

  it("looks at ids alone: another payload under a known id is dropped as a success", async () => {
    const { client } = await started()
    const { success } = await client.appendToStream("s", event(3, { changed: "yes" }), {
      expectedRevision: 2n
    })
    const last = (await readStream(client, "s", { fromRevision: 3n }))[0]?.event
    expect({ success, data: last?.data }).toEqual({ success: true, data: { number: 3 } })
  })

  it("stores a known id again in another stream, and twice in one append", async () => {
    const { client } = await started()
    await append(client, "other", NO_STREAM, [3, 3])
    expect(numbers(await readStream(client, "other"))).toEqual([3, 3])
    await append(client, "other", ANY, [0])
    expect(numbers(await readStream(client, "other"))).toEqual([3, 3, 0])
  })

  it("writes nothing of an append that is refused, and all of one that is not", async () => {
    const { server, client } = await started()
    await failureOf(append(client, "s", 0n, [1, 7, 8]))
    expect(server.recorded()).toBe(4)
    await append(client, "s", 3n, [7, 8])
    expect(server.recorded()).toBe(6)
  })

  it("claims revision 0 for an append of nothing to a stream that is missing, and writes nothing", async () => {
    const { server, client } = await connected({ batchAppend })
    const { nextExpectedRevision } = await client.appendToStream("missing", [], {
      expectedRevision: NO_STREAM
    })
    expect({ nextExpectedRevision, recorded: server.recorded() }).toEqual({
      nextExpectedRevision: 0n,
      recorded: 0
    })
  })
})
