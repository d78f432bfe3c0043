// Subscriptions: what was there, then what comes, with the moment of catching up told, and places told to filtered ones.
import {
  END,
  NO_STREAM,
  START,
  streamNameFilter,
  eventTypeFilter,
  type Position
} from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, type Connected, clientOf, connected, events, readAll } from "./connected.ts"
import { followAll, followStream } from "./following.ts"

const started = async (): Promise<Connected> => {
  const held = await connected()
  await append(held.client, "s", NO_STREAM, [0, 1])
  await append(held.client, "t", NO_STREAM, [2])
  return held
}

describe("a subscription to a stream", () => {
  it("confirms, gives what was there, says that it caught up, and then gives what comes", async () => {
    const { client } = await started()
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, 1, "caughtUp"])
    await append(client, "s", 1n, [3])
    await append(client, "t", 2n, [4]).catch(() => undefined)
    await append(client, "s", 2n, [5])
    await followed.until(["confirmation", 0, 1, "caughtUp", 3, 5])
    expect(followed.heard).toEqual(["confirmation", 0, 1, "caughtUp", 3, 5])
  })

  it("begins after a revision, without it", async () => {
    const { client } = await started()
    const followed = followStream(client, "s", { fromRevision: 0n })
    await followed.until(["confirmation", 1, "caughtUp"])
    expect(followed.heard).toEqual(["confirmation", 1, "caughtUp"])
  })

  it("begins at the end with what comes", async () => {
    const { client } = await started()
    const followed = followStream(client, "s", { fromRevision: END })
    await followed.until(["confirmation", "caughtUp"])
    await append(client, "s", 1n, [3])
    await followed.until(["confirmation", "caughtUp", 3])
    expect(followed.heard).toEqual(["confirmation", "caughtUp", 3])
  })

  it("waits for a stream that is not there yet", async () => {
    const { client } = await started()
    const followed = followStream(client, "later", { fromRevision: START })
    await followed.until(["confirmation", "caughtUp"])
    await append(client, "later", NO_STREAM, [7])
    await followed.until(["confirmation", "caughtUp", 7])
    expect(followed.heard).toEqual(["confirmation", "caughtUp", 7])
  })

  it("fails when the stream gets a tombstone, and at once when it has one", async () => {
    const { client } = await started()
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, 1, "caughtUp"])
    await client.tombstoneStream("s")
    expect(await followed.failed).toMatchObject({ type: "stream-deleted" })
    const late = followStream(client, "s", { fromRevision: START })
    expect(await late.failed).toMatchObject({ type: "stream-deleted" })
  })
})

describe("a subscription to the whole log", () => {
  it("sees every stream, past and to come, in the order of the commits", async () => {
    const { client } = await started()
    const followed = followAll(client, { fromPosition: START })
    await followed.until(["confirmation", 0, 1, 2, "caughtUp"])
    await append(client, "t", 0n, [3])
    await append(client, "u", NO_STREAM, [4, 5])
    await followed.until(["confirmation", 0, 1, 2, "caughtUp", 3, 4, 5])
    expect(followed.heard).toEqual(["confirmation", 0, 1, 2, "caughtUp", 3, 4, 5])
  })

  it("begins after a position, without it, also after the last", async () => {
    const { client } = await started()
    const own = (await readAll(client)).filter(({ event }) => event?.streamId.startsWith("$") === false)
    const from = (index: number): Position => own[index]?.event?.position ?? { commit: 0n, prepare: 0n }
    const followed = followAll(client, { fromPosition: from(1) })
    await followed.until(["confirmation", 2, "caughtUp"])
    const last = followAll(client, { fromPosition: from(2) })
    await last.until(["confirmation", "caughtUp"])
    await append(client, "u", NO_STREAM, [4])
    await last.until(["confirmation", "caughtUp", 4])
    expect(last.heard).toEqual(["confirmation", "caughtUp", 4])
    expect(followed.heard.slice(0, 3)).toEqual(["confirmation", 2, "caughtUp"])
  })

  it("fails from a position at which no event begins", async () => {
    const { client } = await started()
    const commit = ((await readAll(client)).at(-1)?.event?.position.commit ?? 0n) - 1n
    const followed = followAll(client, { fromPosition: { commit, prepare: commit } })
    expect(await followed.failed).toMatchObject({ code: 3 })
  })

  it.each([
    { by: "prefixes of the stream", filter: streamNameFilter({ prefixes: ["t", "u"] }) },
    { by: "an expression on the stream", filter: streamNameFilter({ regex: "^[tu]" }) }
  ] as const)("is filtered on the server by $by", async ({ filter }) => {
    const { client } = await started()
    const followed = followAll(client, { fromPosition: START, filter })
    await followed.until(["confirmation", 2, "caughtUp"])
    await append(client, "s", 1n, [3])
    await append(client, "u", NO_STREAM, [4])
    await followed.until(["confirmation", 2, "caughtUp", 4])
    expect(followed.heard).toEqual(["confirmation", 2, "caughtUp", 4])
  })

  it("is filtered on the server by type", async () => {
    const { client } = await started()
    const followed = followAll(client, {
      fromPosition: START,
      filter: eventTypeFilter({ prefixes: ["oth"] })
    })
    await followed.until(["confirmation", "caughtUp"])
    await client.appendToStream("u", events(2, "other"), { expectedRevision: NO_STREAM })
    await append(client, "v", NO_STREAM, [9])
    await client.appendToStream("w", events(1, "other"), { expectedRevision: NO_STREAM })
    await followed.until(["confirmation", "caughtUp", 0, 1, 0])
    expect(followed.heard).toEqual(["confirmation", "caughtUp", 0, 1, 0])
  })

  it("tells a filtered one its place, past what it does not want, and a place from which it can go on", async () => {
    const { client } = await connected()
    await client.appendToStream("unwanted", events(200), { expectedRevision: NO_STREAM })
    const places: Array<Position> = []
    const filter = streamNameFilter({
      prefixes: ["wanted"],
      maxSearchWindow: 10,
      checkpointInterval: 2,
      checkpointReached: (_, position) => void places.push(position)
    })
    const followed = followAll(client, { fromPosition: START, filter })
    await followed.until(["confirmation", "caughtUp"])
    const behind = places.length
    expect(behind).toBeGreaterThanOrEqual(10)
    await client.appendToStream("unwanted", events(60), { expectedRevision: 199n })
    await append(client, "wanted", NO_STREAM, [1])
    await followed.until(["confirmation", "caughtUp", 1])
    expect(places.length).toBeGreaterThanOrEqual(behind + 2)
    for (const [index, place] of places.entries())
      expect(place.commit).toBeGreaterThan(places[index - 1]?.commit ?? -1n)
    const again = followAll(client, {
      fromPosition: places.at(-1) ?? START,
      filter: streamNameFilter({ prefixes: ["wanted"] })
    })
    await again.until(["confirmation", 1, "caughtUp"])
    expect(again.heard).toEqual(["confirmation", 1, "caughtUp"])
  })

  it("misses and repeats nothing while others write as it starts", async () => {
    const { server, client } = await connected({ statisticsEvery: 0 })
    const writer = clientOf(`${server.connectionString}&keepAliveInterval=20000`)
    const written = (async () => {
      for (let batch = 0; batch < 40; batch += 1)
        await writer.appendToStream("s", events(25), {
          expectedRevision: batch === 0 ? NO_STREAM : BigInt(batch * 25 - 1)
        })
    })()
    const followed = followAll(client, { fromPosition: START, filter: streamNameFilter({ prefixes: ["s"] }) })
    await written
    await followed.untilEvents(1_000)
    expect(followed.revisions).toEqual(Array.from({ length: 1_000 }, (_, revision) => BigInt(revision)))
  })
})
