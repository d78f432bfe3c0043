// Reads of the whole log: everything in the order of its commits, at positions that only ever grow.
import { BACKWARDS, END, FORWARDS, NO_STREAM, START } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, type Connected, connected, events, failureOf, numbers, readAll } from "./connected.ts"

const started = async (): Promise<Connected> => {
  const held = await connected({ firstPosition: 2n ** 60n })
  await append(held.client, "a", NO_STREAM, [0, 1])
  await append(held.client, "b", NO_STREAM, [2])
  await append(held.client, "a", 1n, [3])
  return held
}

const ours = <Read extends { readonly event?: { readonly streamId: string } }>(read: ReadonlyArray<Read>) =>
  read.filter(({ event }) => event?.streamId.startsWith("$") === false)

describe("a read of the whole log", () => {
  it("sees all streams in the order of the commits, among the engine's own events", async () => {
    const { client } = await started()
    const read = await readAll(client)
    expect(numbers(ours(read))).toEqual([0, 1, 2, 3])
    expect(read.length).toBeGreaterThan(4)
  })

  it("sees metadata, and events that metadata hides from their stream", async () => {
    const { client } = await started()
    await client.setStreamMetadata("a", { maxCount: 1 })
    const read = await readAll(client)
    expect(numbers(ours(read))).toEqual([0, 1, 2, 3])
    expect(read.some(({ event }) => event?.streamId === "$$a" && event.type === "$metadata")).toBe(true)
  })

  it("has positions that grow, with gaps, and that no number can hold", async () => {
    const { client } = await started()
    const positions = (await readAll(client)).map(({ event }) => event?.position.commit ?? 0n)
    for (const [index, position] of positions.entries()) {
      expect(position).toBeGreaterThan((positions[index - 1] ?? 0n) + 1n)
      expect(position).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER))
    }
  })

  it("has the positions that the appends answered", async () => {
    const { client } = await connected()
    const { position } = await client.appendToStream("s", events(3), { expectedRevision: NO_STREAM })
    const last = (await readAll(client, { direction: BACKWARDS, fromPosition: END, maxCount: 1 }))[0]
    expect(last?.event?.position).toEqual(position)
    expect(last?.commitPosition).toBe(position?.commit)
  })

  it("goes forwards from a position with the event there, and backwards without it", async () => {
    const { client } = await started()
    const all = ours(await readAll(client))
    const fromPosition = all[2]?.event?.position ?? START
    expect(numbers(ours(await readAll(client, { fromPosition })))).toEqual([2, 3])
    const back = await readAll(client, { fromPosition, direction: BACKWARDS })
    expect(numbers(ours(back))).toEqual([1, 0])
  })

  it.each([
    { direction: FORWARDS, fromPosition: START, read: [0, 1, 2, 3] },
    { direction: FORWARDS, fromPosition: END, read: [] },
    { direction: BACKWARDS, fromPosition: START, read: [] },
    { direction: BACKWARDS, fromPosition: END, read: [3, 2, 1, 0] }
  ] as const)("$direction from the $fromPosition sees $read", async ({ read, ...options }) => {
    const { client } = await started()
    expect(numbers(ours(await readAll(client, options)))).toEqual(read)
  })

  it("takes no more than it was asked for", async () => {
    const { client } = await started()
    expect(await readAll(client, { maxCount: 3 })).toHaveLength(3)
    expect(numbers(await readAll(client, { direction: BACKWARDS, fromPosition: END, maxCount: 2 }))).toEqual([
      3, 2
    ])
  })

  it.each([FORWARDS, BACKWARDS] as const)(
    "fails %s from a position at which no event begins",
    async (direction) => {
      const { client } = await started()
      const position = (await readAll(client)).at(-1)?.event?.position.commit ?? 0n
      const nowhere = { commit: position + 1n, prepare: position + 1n }
      expect(await failureOf(readAll(client, { direction, fromPosition: nowhere }))).toMatchObject({
        code: 3
      })
    }
  )

  it("gets statistics of the engine's in between", async () => {
    const { client } = await connected({ statisticsEvery: 10 })
    for (let batch = 0; batch < 5; batch += 1)
      await client.appendToStream(`s-${batch}`, events(10), { expectedRevision: NO_STREAM })
    const own = (await readAll(client)).filter(({ event }) => event?.type === "$statsCollected")
    expect(own).toHaveLength(5)
  })
})
