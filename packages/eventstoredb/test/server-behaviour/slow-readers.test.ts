// A reader that is slower than the log grows: the server holds 32 live events for it and no more, and goes back to
// reading the log when that was too few, without losing one.
import { NO_STREAM, START } from "@eventstore/db-client"
import { expect, it } from "vitest"
import { clientOf, connected, events, patient } from "./connected.ts"

it("falls back to reading the log when a live reader is too slow, and loses and repeats nothing", async () => {
  const { server, client } = await connected()
  const writer = clientOf(`${server.connectionString}&keepAliveInterval=20000`)
  const appended = 300
  await client.appendToStream("s", events(1), { expectedRevision: NO_STREAM })
  const subscription = client.subscribeToStream("s", { fromRevision: START })
  const revisions: Array<bigint> = []
  let caughtUp = 0
  subscription.on("caughtUp", () => (caughtUp += 1))
  await new Promise<void>((resolve) => {
    subscription.once("data", ({ event }) => {
      revisions.push(event?.revision ?? -1n)
      resolve()
    })
  })
  subscription.pause()
  for (let revision = 0; revision < appended; revision += 1) {
    const large = events(1).map((held) => ({ ...held, data: { text: "x".repeat(10_000) } }))
    await writer.appendToStream("s", large, { expectedRevision: BigInt(revision) })
  }
  // What the subscription could not send is dropped, and read again later; it does not pile up.
  expect(server.calls().waiting).toBeLessThanOrEqual(20)
  subscription.on("data", ({ event }) => revisions.push(event?.revision ?? -1n))
  subscription.resume()
  const total = 1 + appended
  await expect.poll(() => revisions.length, { timeout: 20_000 }).toBe(total)
  expect(revisions).toEqual(Array.from({ length: total }, (_, revision) => BigInt(revision)))
  expect(server.calls().fellBehind).toBeGreaterThan(0)
  // Told again at each return to what is live.
  await expect.poll(() => caughtUp, patient).toBe(1 + server.calls().fellBehind)
  await subscription.unsubscribe()
})

it("sends no faster than a reader takes", async () => {
  const { server, client } = await connected()
  const large = events(100).map((held) => ({ ...held, data: { text: "x".repeat(9_000) } }))
  for (let batch = 0; batch < 5; batch += 1)
    await client.appendToStream(`s-${batch}`, large, { expectedRevision: NO_STREAM })
  const read = client.readAll()
  await new Promise<void>((resolve) => {
    read.once("data", () => resolve())
  })
  read.pause()
  await expect.poll(() => server.calls().waiting, patient).toBeGreaterThan(0)
  await new Promise((resolve) => setTimeout(resolve, 100))
  // 4.5 MB are to be sent, in 500 messages.
  expect(server.calls().waiting).toBeLessThanOrEqual(20)
  let rest = 0
  for await (const { event } of read) rest += event?.streamId.startsWith("s-") === true ? 1 : 0
  expect(rest).toBeGreaterThan(490)
})
