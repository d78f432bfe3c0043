// The laws as tests of vitest: one call enrols a place for read models.
import { Effect } from "effect"
import { describe, it } from "vitest"
import type { ReadModelAdapter } from "./adapter.ts"
import { type ProjectionLaw, testOfProjectionLaw } from "./law.ts"
import { projectionLaws } from "./laws/index.ts"

const expectToHold = (tested: ProjectionLaw, adapter: ReadModelAdapter): Promise<void> =>
  Effect.runPromise(testOfProjectionLaw(tested, adapter))

/**
 * Tests that projections kept at a place keep every law, one test a law, its number first.
 * @example
 * ```ts
 * import { memoryStoreWith } from "@lcqm/memory"
 * import { describeReadModels, tallyInMemory } from "@lcqm/testing/projecting"
 * import { Effect } from "effect"
 * const enrol = () =>
 *   describeReadModels({
 *     name: "memory",
 *     store: memoryStoreWith,
 *     keep: (_, spec) => Effect.sync(() => tallyInMemory(spec)),
 *     lasting: false
 *   })
 * typeof enrol // => "function"
 * ```
 */
export const describeReadModels = (adapter: ReadModelAdapter): void => {
  describe(`read models in ${adapter.name}`, () => {
    for (const tested of projectionLaws) {
      it(`${tested.id} ${tested.title}`, () => expectToHold(tested, adapter))
    }
  })
}
