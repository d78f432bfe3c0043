// Four programs that append to one file at once, and what must be there afterwards.
import { Effect, Stream } from "effect"
import { expect } from "vitest"
import type { Durability } from "../../src/index.ts"
import { withStore } from "../opened.ts"
import { newPath } from "../places.ts"
import { append } from "./appender.ts"

// Two of them meet in one stream; the others have one of their own.
const streams = ["shared", "shared", "own-1", "own-2"]

/**
 * Lets four processes append so many times each: every append is acknowledged, every event there once and in order,
 * no process complains. Answers how long they took.
 */
export const expectFourToAppend = async (count: number, durability: Durability): Promise<number> => {
  const path = newPath()
  const begun = performance.now()
  const ended = await Promise.all(
    streams.map((stream, i) =>
      append({ path, stream, firstId: 1_000_000 * (i + 1), count, perAppend: 1, durability })
    )
  )
  const took = performance.now() - begun
  expect(ended).toEqual(streams.map(() => ({ code: 0, acknowledged: count, complaints: "" })))
  const { all, verified } = await withStore(path, (store) =>
    Effect.all({ all: Stream.runCollect(store.readAll()), verified: store.verify })
  )
  expect(verified.events).toBe(4 * count)
  expect(new Set(all.map(({ id }) => id)).size).toBe(4 * count)
  for (const stream of new Set(streams)) {
    const revisions = all.filter((event) => event.stream === stream).map(({ revision }) => revision)
    const length = count * streams.filter((each) => each === stream).length
    expect(revisions).toEqual(Array.from({ length }, (_, i) => i))
  }
  return took
}
