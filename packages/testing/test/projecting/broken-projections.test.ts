// The laws of folds find out every projection that is broken on purpose, and nothing that is sound.
import { type Recorded, projectionOf } from "@lcqm/core"
import { makeMemoryStore } from "@lcqm/memory"
import { Effect, Stream } from "effect"
import { describe, expect, it } from "vitest"
import { brokenProjections, foldFaults, foldLaws } from "../../src/projecting/index.ts"
import { recordEach } from "../../src/projecting/law.ts"
import { testCodec } from "../../src/store/index.ts"

const history = (): Promise<ReadonlyArray<Recorded>> => {
  const store = makeMemoryStore(testCodec)
  const numbers = Array.from({ length: 14 }, (_, i) => i)
  return Effect.runPromise(Effect.andThen(recordEach(store, numbers), Stream.runCollect(store.readAll())))
}

describe("the laws of folds", () => {
  it.each(brokenProjections)("find out what $name: $fails", async ({ fails, subject, wrong }) => {
    const faults = foldFaults(subject(), await history())
    expect(faults.map(({ id }) => id)).toEqual(
      foldLaws.map(({ id }) => id).filter((id) => fails.includes(id))
    )
    expect(wrong).toMatch(/\.$/)
  })

  it("each have something broken that was made for them", () => {
    expect(new Set(brokenProjections.map(({ fails: [first] }) => first))).toEqual(
      new Set(foldLaws.map(({ id }) => id))
    )
  })

  it("say nothing against a sound projection", async () => {
    const projection = projectionOf<Map<string, number>, Recorded<{ type: "Noted.v1"; data: { n: number } }>>(
      { name: "sums", version: 1, empty: () => new Map() },
      { "Noted.v1": (sums, { data, stream }) => void sums.set(stream, (sums.get(stream) ?? 0) + data.n) }
    )
    expect(foldFaults({ projection }, await history())).toEqual([])
  })
})
