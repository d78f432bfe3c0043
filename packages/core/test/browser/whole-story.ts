// The demo's story and what its events come to, with a hasher of one's own. The same file runs in Node and, bundled,
// in a browser, so what differs between the two is nothing but where it runs.
import { codecOf, lcqmCatalogue, valueOf } from "@lcqm/core"
import { appendLeaves, emptyRange, hashFromHex, type Hasher, rootOf, toHex } from "@lcqm/ledger"
import { memoryStoreWith } from "@lcqm/memory/portable"
import { openStory, playStory } from "@lcqm/story-so-far"

/** What the story came to, the views as JSON. */
export interface StoryFolded {
  readonly events: number
  readonly register: string
  readonly cohorts: string
  /** RFC 6962 root over every recorded event: not a byte differs. */
  readonly root: string
}

/** Plays the story with a seed into a store in memory, and folds its events into the views. */
export const storyFolded = async (hasher: Hasher, seed: number): Promise<StoryFolded> => {
  const lcqm = openStory({ store: memoryStoreWith(codecOf(lcqmCatalogue, hasher)), seed })
  const { events } = await playStory({ lcqm, seed })
  const leaves: Array<Uint8Array> = []
  for await (const { leafHash } of lcqm.events()) leaves.push(hashFromHex(leafHash, "a leaf hash"))
  const register = valueOf(await lcqm.register())
  const cohorts = valueOf(await lcqm.cohorts())
  await lcqm.close()
  return {
    events,
    register: JSON.stringify(register),
    cohorts: JSON.stringify(cohorts),
    root: toHex(rootOf(hasher, appendLeaves(hasher, emptyRange, leaves)))
  }
}
