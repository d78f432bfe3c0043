// The laws as tests of vitest: one call enrols an adapter.
import { Effect } from "effect"
import { describe, it } from "vitest"
import type { StoreAdapter } from "./adapter.ts"
import { isDeclared, type Law, testOf } from "./law.ts"
import { storeLaws } from "./laws/index.ts"

const expectToHold = (tested: Law, adapter: StoreAdapter): Promise<void> =>
  Effect.runPromise(testOf(tested, adapter))

/** What a run has seen of an adapter: law by law, whether it holds or fails as declared. */
export interface LawsSeen {
  readonly adapter: string
  readonly laws: Readonly<Record<string, "holds" | "declared">>
}

/** What else the suite does for an adapter. */
export interface SuiteOptions {
  /**
   * Called, as a test of its own, once every law was tested and none was broken: keep it, or compare it with what
   * is said of the adapter elsewhere.
   */
  readonly seen?: (seen: LawsSeen) => void | Promise<void>
}

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
export const describeEventStore = (adapter: StoreAdapter, { seen }: SuiteOptions = {}): void => {
  describe(`the event store ${adapter.name}`, () => {
    const laws: Record<string, "holds" | "declared"> = {}
    for (const tested of storeLaws) {
      const declared = isDeclared(adapter, tested)
      const said = declared ? " (declared not to hold, and fails as declared)" : ""
      it(`${tested.id} ${tested.title}${said}`, async () => {
        await expectToHold(tested, adapter)
        laws[tested.id] = declared ? "declared" : "holds"
      })
    }
    if (seen === undefined) return
    const expectAsSaid = () => seen({ adapter: adapter.name, laws })
    it("is what is said of it", ({ skip }) => {
      skip(Object.keys(laws).length < storeLaws.length, "not every law was tested, or one is broken")
      return expectAsSaid()
    })
  })
}
