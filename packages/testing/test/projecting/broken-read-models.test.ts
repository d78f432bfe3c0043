// Every law of projections bites: what is broken on purpose fails the laws listed beside it, and keeps all others.
import { memoryStoreWith } from "@lcqm/memory"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import {
  brokenReadModelAdapter,
  brokenReadModels,
  projectionLaws,
  projectionOutcomesOf,
  type ReadModelAdapter,
  tallyInMemory
} from "../../src/projecting/index.ts"

const memory: ReadModelAdapter = {
  name: "memory",
  store: memoryStoreWith,
  keep: (_, spec) => Effect.sync(() => tallyInMemory(spec)),
  lasting: false
}

describe("the laws of projections catch what is broken on purpose:", () => {
  for (const broken of brokenReadModels) {
    it(
      `${broken.name} fails ${broken.fails.join(", ")}, and keeps every other law`,
      { timeout: 60_000 },
      async () => {
        const outcomes = await projectionOutcomesOf(projectionLaws, brokenReadModelAdapter(memory, broken))
        const failed = outcomes.filter(({ outcome }) => outcome === "broken")
        const listed = projectionLaws.map(({ id }) => id).filter((id) => broken.fails.includes(id))
        expect(
          failed.map(({ id }) => id),
          JSON.stringify(failed, null, 2)
        ).toEqual(listed)
      }
    )
  }

  it("each law is the one made for something broken", () => {
    const bitten = new Set(brokenReadModels.map(({ fails: [first] }) => first))
    expect(projectionLaws.map(({ id }) => id).filter((id) => !bitten.has(id))).toEqual([])
    expect(new Set(brokenReadModels.map(({ name }) => name)).size).toBe(brokenReadModels.length)
    for (const { name, wrong } of brokenReadModels) expect(wrong, name).toMatch(/\.$/)
  })
})
