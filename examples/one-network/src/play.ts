// Plays the story through the public API, as any program would: each chapter on its own day, under an id of its own,
// so that playing it twice into one store records it once.
import { type EventStore, openLcqm, type OpenedLcqm, valueOf } from "@lcqm/core"
import type { Layer } from "effect"
import { story } from "./story.ts"

/** The story as played: Lcqm, and how many events it recorded. */
export interface NetworkStory<StoreFailure> {
  readonly lcqm: OpenedLcqm<StoreFailure>
  readonly events: number
}

/**
 * Plays the story of one network into a store.
 * @throws Error where the rules refuse a chapter: then the story or they have changed.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { network, playNetworkStory } from "@lcqm/one-network"
 * const { lcqm } = await playNetworkStory(memoryStore())
 * const directory = await lcqm.networkDirectory()
 * directory.ok && directory.value.find((each) => each.network === network)?.contacts // => ["p-samplelead1"]
 * ```
 */
export const playNetworkStory = async <StoreFailure>(
  store: Layer.Layer<EventStore, StoreFailure>
): Promise<NetworkStory<StoreFailure>> => {
  let today = "2004-09-01"
  const lcqm = openLcqm({ store, now: () => Date.parse(`${today}T12:00:00.000Z`) })
  let events = 0
  for (const [i, { asked, by: actor, on: occurredOn }] of story.entries()) {
    today = occurredOn
    const id = `one-network.${i}`
    const accepted = valueOf(await lcqm.executeUnknown({ ...asked, id, actor, occurredOn }))
    events += accepted.repeated ? 0 : accepted.events.length
  }
  return { lcqm, events }
}
