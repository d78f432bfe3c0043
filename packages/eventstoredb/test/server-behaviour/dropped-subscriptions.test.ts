// A subscription that is dropped a hundred times and begun again after the last event that was handled.
import { NO_STREAM, type ReadPosition, START, streamNameFilter } from "@eventstore/db-client"
import { expect, it } from "vitest"
import { clientOf, connected, events, patient } from "./connected.ts"
import { followAll } from "./following.ts"

const endings = ["unavailable", "connection", "cancelled", "unknown", "end"] as const

it("gives every event once and in order over a hundred drops in every way", async () => {
  const { server, client } = await connected()
  const writer = clientOf(`${server.connectionString}&keepAliveInterval=20000`)
  const total = 1_000
  let written = 0
  const write = async () => {
    const expectedRevision = written === 0 ? NO_STREAM : BigInt(written - 1)
    // A cut connection may have lost the answer; the same events again are a success then.
    const batch = events(10)
    for (let attempt = 0; attempt < 20; attempt += 1)
      try {
        await writer.appendToStream("s", batch, { expectedRevision })
        written += 10
        return
      } catch {
        await new Promise(setImmediate)
      }
  }
  const handled: Array<bigint> = []
  let from: ReadPosition = START
  let drops = 0
  while (drops < 100 || handled.length < total) {
    if (written < total) await write()
    const how = endings[drops % endings.length] ?? "end"
    if (drops < 100) server.faults.place({ on: "subscription", afterEvents: drops % 17, how })
    const subscription = client.subscribeToAll({
      fromPosition: from,
      filter: streamNameFilter({ prefixes: ["s"] })
    })
    await new Promise<void>((resolve) => {
      subscription.on("data", ({ event }) => {
        if (event === undefined) return
        handled.push(event.revision)
        from = event.position
        if (drops >= 100 && handled.length >= total) resolve()
      })
      subscription.on("error", () => resolve())
      subscription.on("end", () => resolve())
      // Fewer events than the fault waits for: drop it where it is.
      if (drops < 100) subscription.on("caughtUp", () => server.faults.dropSubscriptions(how))
    })
    await subscription.unsubscribe()
    server.faults.clear()
    drops += 1
  }
  expect(written).toBe(total)
  expect(handled).toEqual(Array.from({ length: total }, (_, revision) => BigInt(revision)))
  expect(server.calls().subscriptions).toBeGreaterThan(100)
})

it("starts a hundred times over without leaving a call open", async () => {
  const { server, client } = await connected()
  for (let round = 0; round < 100; round += 1) {
    const followed = followAll(client, { fromPosition: START })
    await followed.until(["confirmation", "caughtUp"])
    await followed.stop()
  }
  await expect.poll(() => server.calls().open, patient).toBe(0)
})
