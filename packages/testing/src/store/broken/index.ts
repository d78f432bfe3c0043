// The stores that are broken on purpose, all of them.
import { brokenAnswers } from "./answers.ts"
import { brokenAppends } from "./appends.ts"
import type { BrokenStore } from "./broken-store.ts"
import { brokenSubscriptions } from "./subscriptions.ts"

export { brokenAdapter, type BrokenStore } from "./broken-store.ts"

/**
 * Stores broken on purpose, each with the laws it fails. A suite that lets one of them pass is no suite.
 * @example
 * ```ts
 * import { brokenStores } from "@lcqm/testing/store"
 * brokenStores.find(({ name }) => name === "forgets-ids")?.fails[0] // => "I01"
 * ```
 */
export const brokenStores: ReadonlyArray<BrokenStore> = [
  ...brokenAppends,
  ...brokenAnswers,
  ...brokenSubscriptions
]
