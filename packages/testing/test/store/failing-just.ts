// Every law bites: a store that is broken on purpose fails the laws listed beside it, and keeps all others.
import "effect/schema/SchemaJITCompiler/enable"
import { memoryStoreWith } from "@lcqm/memory"
import { describe, expect, it } from "vitest"
import { brokenAdapter, type BrokenStore, outcomesOf, storeLaws } from "../../src/store/index.ts"

const memory = {
  name: "memory",
  store: memoryStoreWith,
  declared: ["I17", "L02", "L04", "L06", "L07"]
} as const

/** The suite catches each of these stores by the laws listed, and by no other. */
export const expectToFailJustTheirLaws = (stores: ReadonlyArray<BrokenStore>): void => {
  describe("the conformance suite catches a store that is broken on purpose:", () => {
    for (const broken of stores) {
      it(
        `${broken.name} fails ${broken.fails.join(", ")}, and keeps every other law`,
        { timeout: 180_000 },
        async () => {
          const outcomes = await outcomesOf(storeLaws, brokenAdapter(memory, broken))
          const failed = outcomes.filter(({ outcome }) => outcome === "broken")
          const listed = storeLaws.map(({ id }) => id).filter((id) => broken.fails.includes(id))
          expect(
            failed.map(({ id }) => id),
            JSON.stringify(failed, null, 2)
          ).toEqual(listed)
        }
      )
    }
  })
}
