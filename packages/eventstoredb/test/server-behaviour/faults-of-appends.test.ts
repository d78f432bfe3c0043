// Appends that go wrong: before they are judged, when nothing is written, and after they were committed, when only the
// answer is lost.
import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NO_STREAM,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError
} from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, connected, events, failureOf, numbers, readStream } from "./connected.ts"

/** How each ending looks to the client, by the call it uses. */
const endings = [
  { how: "unavailable", batch: UnavailableError, single: UnavailableError },
  { how: "connection", batch: UnavailableError, single: UnavailableError },
  { how: "cancelled", batch: CancelledError, single: CancelledError },
  { how: "unknown", batch: UnknownError, single: UnknownError },
  { how: "timeout", batch: DeadlineExceededError, single: TimeoutError },
  { how: "not-ready", batch: UnknownError, single: UnavailableError },
  { how: "access-denied", batch: AccessDeniedError, single: AccessDeniedError },
  { how: "not-leader", batch: NotLeaderError, single: NotLeaderError }
] as const

describe.each([
  { call: "BatchAppend", batchAppend: true },
  { call: "Append", batchAppend: false }
])("$call", ({ batchAppend }) => {
  it.each(endings)("that meets $how before it is judged writes nothing", async ({ how, batch, single }) => {
    const { server, client } = await connected({ batchAppend })
    const fault = server.faults.place({ on: "append", moment: "before", how })
    const failure = await failureOf(append(client, "s", NO_STREAM, [0]))
    expect(failure).toBeInstanceOf(batchAppend ? batch : single)
    expect({ struck: fault.struck(), recorded: server.recorded() }).toEqual({ struck: 1, recorded: 0 })
  })

  it.each(endings)(
    "whose answer is lost to $how is committed, and succeeds when sent again",
    async (ending) => {
      const { server, client } = await connected({ batchAppend })
      const { position } = await append(client, "s", NO_STREAM, [0])
      server.faults.place({ on: "append", moment: "after", how: ending.how })
      expect(await failureOf(append(client, "s", 0n, [1, 2]))).toBeInstanceOf(
        batchAppend ? ending.batch : ending.single
      )
      expect(server.recorded()).toBe(3)
      const again = await append(client, "s", 0n, [1, 2])
      expect(again.nextExpectedRevision).toBe(2n)
      expect(again.position?.commit).toBeGreaterThan(position?.commit ?? 0n)
      expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2])
    }
  )

  it("gets no answer at all from silence, and the next append gets one", async () => {
    const { server, client } = await connected({ batchAppend })
    // Of appends that are started together on a client that has not connected yet, the first lands last.
    await append(client, "warm", NO_STREAM, [9])
    server.faults.place({ on: "append", moment: "after", how: "silence" })
    const silent = append(client, "s", NO_STREAM, [0]).catch(() => undefined)
    await append(client, "t", NO_STREAM, [1])
    expect(await Promise.race([silent, Promise.resolve("still waiting")])).toBe("still waiting")
    expect(server.recorded()).toBe(3)
  })

  it("that is larger than the limit is refused with the limit, and writes nothing", async () => {
    const { server, client } = await connected({ batchAppend, maxAppendBytes: 10_000 })
    const large = events(20).map((held) => ({ ...held, data: { text: "x".repeat(1_000) } }))
    const failure = await failureOf(client.appendToStream("s", large, { expectedRevision: NO_STREAM }))
    expect(failure).toBeInstanceOf(MaxAppendSizeExceededError)
    expect(failure).toMatchObject({ maxAppendSize: 10_000 })
    expect(server.recorded()).toBe(0)
    await append(client, "s", NO_STREAM, [0])
    expect(server.recorded()).toBe(1)
  })

  it("with one event over the limit of an event is refused", async () => {
    const { server, client } = await connected({ batchAppend, maxEventBytes: 1_000 })
    const large = events(1).map((held) => ({ ...held, data: { text: "x".repeat(1_000) } }))
    expect(
      await failureOf(client.appendToStream("s", large, { expectedRevision: NO_STREAM }))
    ).toBeInstanceOf(UnknownError)
    expect(server.recorded()).toBe(0)
  })

  it("of more than one message's worth of events is one append", async () => {
    const { server, client } = await connected({ batchAppend, maxAppendBytes: 16 * 1024 * 1024 })
    const many = events(6).map((held) => ({ ...held, data: { text: "x".repeat(1_000_000) } }))
    const { nextExpectedRevision } = await client.appendToStream("s", many, { expectedRevision: NO_STREAM })
    expect({ nextExpectedRevision, recorded: server.recorded() }).toEqual({
      nextExpectedRevision: 5n,
      recorded: 6
    })
  })
})

it("meets only the stream it was placed for, and only so often", async () => {
  const { server, client } = await connected()
  const fault = server.faults.place({ on: "append", moment: "before", how: "timeout", stream: "s", times: 2 })
  await append(client, "t", NO_STREAM, [0])
  await failureOf(append(client, "s", NO_STREAM, [1]))
  await failureOf(append(client, "s", NO_STREAM, [1]))
  await append(client, "s", NO_STREAM, [1])
  expect(fault.struck()).toBe(2)
  server.faults.place({ on: "append", moment: "before", how: "timeout", times: 9 })
  server.faults.clear()
  await append(client, "s", 0n, [2])
  expect(server.recorded()).toBe(3)
})

it("lets a single append end at its deadline when no answer comes, and a batched one wait on", async () => {
  for (const batchAppend of [false, true]) {
    const { server, client } = await connected({ batchAppend })
    await append(client, "warm", NO_STREAM, [9])
    server.faults.place({ on: "append", moment: "after", how: "silence" })
    const attempt = client
      .appendToStream("s", events(1), { expectedRevision: NO_STREAM, deadline: 100 })
      .catch((failure: unknown) => failure)
    const waited = new Promise((resolve) => setTimeout(() => resolve("still waiting"), 500))
    const outcome = await Promise.race([attempt, waited])
    if (batchAppend) expect(outcome).toBe("still waiting")
    else expect(outcome).toBeInstanceOf(DeadlineExceededError)
    expect(server.recorded()).toBe(2)
  }
})

it("refuses every append of a client whose clock is behind by more than its deadline", async () => {
  const { client } = await connected({ now: () => Date.now() + 11_000 })
  expect(await failureOf(append(client, "s", NO_STREAM, [0]))).toBeInstanceOf(DeadlineExceededError)
})

it("lets appends wait for ever when the question about the server's features is not answered", async () => {
  const { server, client } = await connected()
  server.faults.place({ on: "features", how: "silence" })
  const waiting = append(client, "s", NO_STREAM, [0]).catch(() => undefined)
  const another = new Promise((resolve) => setTimeout(() => resolve("still waiting"), 200))
  expect(await Promise.race([waiting, another])).toBe("still waiting")
})
