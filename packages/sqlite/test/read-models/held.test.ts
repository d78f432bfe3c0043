// What a rebuild holds does not grow with the number of events, only with the read model: in the middle of folding
// more than it may hold, it holds little.
import { exactly, inMemory, noStream, type Projection, projectionsOver, type ReadModel } from "@lcqm/core"
import { noted } from "@lcqm/testing/store"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { heldBytes } from "../../../testing/src/store/heap.ts"
import { withStore } from "../opened.ts"
import { newPath } from "../places.ts"

const events = 2_000
const note = "x".repeat(3_000)

const counting: Projection<{ count: number }> = {
  name: "counting",
  version: 1,
  types: new Set(["Noted.v1"]),
  empty: () => ({ count: 0 }),
  apply: (model) => void (model.count += 1)
}

describe("a rebuild", () => {
  it("holds less than the events it folds, all the way", async () => {
    const held: Array<number> = []
    await withStore(newPath(), (store) =>
      Effect.gen(function* () {
        for (let first = 0; first < events; first += 250) {
          const [one, ...rest] = Array.from({ length: 250 }, (_, i) => noted(first + i, "a", first + i, note))
          yield* store.append("a", first === 0 ? noStream : exactly(first - 1), [one!, ...rest])
        }
        const kept = inMemory(counting)
        const measured: ReadModel<{ count: number }> = {
          ...kept,
          current: {
            ...kept.current,
            step: (step) =>
              Effect.andThen(
                kept.current.step(step),
                Effect.map(heldBytes, (bytes) => void held.push(bytes))
              )
          }
        }
        const { models } = yield* projectionsOver(store, { counting: measured })
        expect(yield* models.counting.readCaughtUp(({ count }) => count)).toBe(events)
      })
    )
    const [first = 0] = held
    expect(held.length).toBeGreaterThan(5)
    expect(Math.max(...held) - first).toBeLessThan(2_000_000)
  })
})
