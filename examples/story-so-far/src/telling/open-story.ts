// Opens Lcqm as the story needs it: with the story's time, and salt that follows from the seed.
import { type EventStore, type KeyRing, type OpenedLcqm, openLcqm } from "@lcqm/core"
import type { Layer } from "effect"
import { strandsOf } from "./chance.ts"
import { StoryClock } from "./clock.ts"

/** An Lcqm whose time is the story's. After the story it stands still on the story's last day. */
export type OpenedStory<StoreFailure = never> = OpenedLcqm<StoreFailure> & { readonly clock: StoryClock }

/**
 * Opens Lcqm over a store for `playStory`: its clock is the story's, and its salt follows from the seed.
 * @param options.keyRing Where the keys of the story's people are kept, where its text is to be sealed; the keys too
 * follow from the seed.
 * @param options.seed A whole number from 0 to 4,294,967,295; the one given to `playStory`.
 * @throws RangeError where the seed is another number.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { openStory } from "@lcqm/story-so-far"
 * const lcqm = openStory({ store: memoryStore(), seed: 7 })
 * await lcqm.register() // => { ok: true, value: [] }
 * ```
 */
export const openStory = <StoreFailure = never>({
  keyRing,
  seed,
  store
}: {
  readonly store: Layer.Layer<EventStore, StoreFailure>
  readonly keyRing?: Layer.Layer<KeyRing, StoreFailure>
  readonly seed: number
}): OpenedStory<StoreFailure> => {
  const clock = new StoryClock()
  const salt = strandsOf(seed)()
  return {
    ...openLcqm({
      store,
      ...(keyRing === undefined ? {} : { keyRing }),
      now: clock.now,
      randomBytes: (count) => salt.bytes(count)
    }),
    clock
  }
}
