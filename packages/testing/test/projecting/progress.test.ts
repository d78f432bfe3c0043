// What a runner tells of its way: for whoever waits for a rebuild, and whoever watches.
import { type Progress, projectionsOver, shareDone } from "@lcqm/core"
import { makeMemoryStore } from "@lcqm/memory"
import { Effect, Fiber } from "effect"
import { expect, it } from "vitest"
import { recordEach } from "../../src/projecting/law.ts"
import { tallyInMemory } from "../../src/projecting/index.ts"
import { testCodec } from "../../src/store/index.ts"

const numbers = (count: number, first = 0) => Array.from({ length: count }, (_, i) => first + i)

/** What was told, each state once in a row. */
const statesIn = (told: ReadonlyArray<Progress>): ReadonlyArray<string> =>
  told.map(({ state }) => state).filter((state, i, all) => state !== all[i - 1])

it("a read model tells what it is doing and how far it is, and never goes back", async () => {
  const told: Array<Progress> = []
  const program = Effect.gen(function* () {
    const store = makeMemoryStore(testCodec)
    yield* recordEach(store, numbers(1500))
    const { readModel } = tallyInMemory({ name: "tally", version: 1, handling: () => {} })
    const onProgress = (progress: Progress) => void told.push(progress)
    const { models, run } = yield* projectionsOver(store, { tally: readModel }, { onProgress })
    expect(models.tally.progress()).toMatchObject({ state: "resting", bookmark: "none", folded: 0 })
    const running = yield* Effect.forkScoped(run)
    yield* Effect.yieldNow
    yield* models.tally.awaitCaughtUp()
    yield* models.tally.rebuild
    yield* recordEach(store, numbers(1, 1500))
    yield* models.tally.awaitCaughtUp()
    yield* Fiber.interrupt(running)
  })
  await Effect.runPromise(Effect.scoped(program))
  expect(statesIn(told)).toEqual(["catching up", "live", "rebuilding", "live", "resting"])
  const rebuilding = told.filter(({ state }) => state === "rebuilding").map(shareDone)
  expect(rebuilding.length, "once a page").toBeGreaterThan(2)
  expect(rebuilding).toEqual(rebuilding.toSorted((a, b) => a - b))
  expect(rebuilding.at(-1)).toBe(1)
  const followed = told.filter(({ state }) => state !== "rebuilding").map(({ bookmark }) => bookmark)
  expect(followed.filter((bookmark) => bookmark !== "none")).toEqual(
    followed.filter((bookmark) => bookmark !== "none").toSorted()
  )
})
