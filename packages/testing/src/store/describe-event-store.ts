// The laws as tests of vitest: one call enrols an adapter.
import { Effect } from "effect"
import { describe, it } from "vitest"
import type { StoreAdapter } from "./adapter.ts"
import { isDeclared, type Law, testOf } from "./law.ts"
import { storeLaws } from "./laws/index.ts"

const expectToHold = (tested: Law, adapter: StoreAdapter): Promise<void> =>
  Effect.runPromise(testOf(tested, adapter))

/**
 * Tests that an adapter keeps every law of the event store port, one test a law, its number first. A law the
 * adapter declares is tested to fail in the way declared.
 * @example
 * ```ts
 * import { memoryStoreWith } from "@lcqm/memory"
 * import { describeEventStore } from "@lcqm/testing/store"
 * const enrol = () =>
 *   describeEventStore({
 *     name: "memory",
 *     store: memoryStoreWith,
 *     declared: ["I17", "L02", "L04", "L06", "L07"]
 *   })
 * typeof enrol // => "function"
 * ```
 */
export const describeEventStore = (adapter: StoreAdapter): void => {
  describe(`the event store ${adapter.name}`, () => {
    for (const tested of storeLaws) {
      const declared = isDeclared(adapter, tested) ? " (declared not to hold, and fails as declared)" : ""
      it(`${tested.id} ${tested.title}${declared}`, () => expectToHold(tested, adapter))
    }
  })
}
