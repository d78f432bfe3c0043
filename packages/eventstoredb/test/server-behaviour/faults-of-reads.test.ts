// Reads and subscriptions that are dropped half way, in every way there is.
import { CancelledError, NO_STREAM, START, UnavailableError, UnknownError } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import {
  append,
  type Connected,
  connected,
  events,
  failureOf,
  numbers,
  readAll,
  readStream,
  patient
} from "./connected.ts"
import { followAll, followStream } from "./following.ts"

const started = async (): Promise<Connected> => {
  const held = await connected()
  await append(held.client, "s", NO_STREAM, [0, 1, 2, 3, 4])
  return held
}

const drops = [
  { how: "unavailable", failure: UnavailableError },
  { how: "connection", failure: UnavailableError },
  { how: "cancelled", failure: CancelledError },
  { how: "unknown", failure: UnknownError }
] as const

describe("a read", () => {
  it.each(drops)("dropped by $how after three events fails, and succeeds when begun again", async (drop) => {
    const { server, client } = await started()
    server.faults.place({ on: "read", afterEvents: 3, how: drop.how })
    expect(await failureOf(readStream(client, "s"))).toBeInstanceOf(drop.failure)
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2, 3, 4])
  })

  it("that ends early as if it were complete is short, and nothing says so", async () => {
    const { server, client } = await started()
    server.faults.place({ on: "read", afterEvents: 3, how: "end" })
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1, 2])
  })

  it("of the whole log is dropped as one of a stream is", async () => {
    const { server, client } = await started()
    server.faults.place({ on: "read", afterEvents: 2, how: "unavailable", stream: "$all" })
    expect(numbers(await readStream(client, "s"))).toHaveLength(5)
    expect(await failureOf(readAll(client))).toBeInstanceOf(UnavailableError)
  })

  it("goes silent after some events, whatever its deadline", async () => {
    const { server, client } = await started()
    server.faults.place({ on: "read", afterEvents: 2, how: "silence" })
    const read = client.readStream("s", { deadline: 50 })
    const heard: Array<bigint | undefined> = []
    read.on("data", ({ event }) => heard.push(event?.revision))
    await expect.poll(() => heard.length, patient).toBe(2)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(heard).toEqual([0n, 1n])
    expect(server.calls().open).toBeGreaterThan(0)
    await read.cancel()
  })

  it("is given up by the server when its reader cancels", async () => {
    const { server, client } = await connected()
    await client.appendToStream("long", events(5_000), { expectedRevision: NO_STREAM })
    const before = server.calls().open
    const read = client.readStream("long")
    await new Promise<void>((resolve) => {
      read.once("data", () => resolve())
    })
    read.pause()
    await read.cancel()
    await expect.poll(() => server.calls().open, patient).toBe(before)
  })
})

describe("a subscription", () => {
  it.each(drops)("dropped by $how half way fails", async ({ how, failure }) => {
    const { server, client } = await started()
    server.faults.place({ on: "subscription", afterEvents: 3, how })
    const followed = followStream(client, "s", { fromRevision: START })
    expect(await followed.failed).toBeInstanceOf(failure)
    expect(followed.heard.at(0)).toBe("confirmation")
  })

  it.each(drops)("dropped by $how while it is live fails", async ({ how, failure }) => {
    const { server, client } = await started()
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, 1, 2, 3, 4, "caughtUp"])
    server.faults.dropSubscriptions(how)
    expect(await followed.failed).toBeInstanceOf(failure)
  })

  it("that the server ends well just ends", async () => {
    const { server, client } = await started()
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, 1, 2, 3, 4, "caughtUp"])
    server.faults.dropSubscriptions("end")
    expect(await followed.failed).toBe("ended")
  })

  it("goes silent: it stays open and says nothing more", async () => {
    const { server, client } = await started()
    server.faults.place({ on: "subscription", afterEvents: 2, how: "silence" })
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, 1])
    await append(client, "s", 4n, [5])
    expect(followed.heard).toEqual(["confirmation", 0, 1])
  })

  it("is refused while the node is not ready", async () => {
    const { server, client } = await started()
    server.faults.place({ on: "subscription", afterEvents: 0, how: "not-ready" })
    expect(await followAll(client, { fromPosition: START }).failed).toBeInstanceOf(UnavailableError)
  })
})
