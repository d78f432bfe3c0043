// Tells the story of a seed once, and keeps of it what the tests look at: not its fifteen thousand events.
import { createHash } from "node:crypto"
import { type CohortProgress, type Recorded, stampedOf, valueOf } from "@lcqm/core"
import { canonicalJson } from "@lcqm/ledger"
import { memoryStore } from "@lcqm/memory"
import {
  type OnProgress,
  openStory,
  type OutcomeCounts,
  pageDate,
  playStory,
  type StoryPlayed,
  storyOutcomes
} from "../src/index.ts"

/** A story, told to its end. */
export interface Told {
  readonly played: StoryPlayed
  readonly counts: OutcomeCounts
  readonly atPageDate: ReadonlyArray<CohortProgress>
  /** Of all events, in the store's order. */
  readonly digest: string
}

/** Opens and plays the story of a seed. */
export const play = async (seed: number, onProgress: OnProgress = () => undefined) => {
  const lcqm = openStory({ store: memoryStore(), seed })
  const played = await playStory({ lcqm, seed, onProgress })
  const events: Array<Recorded> = []
  for await (const event of lcqm.events()) events.push(event)
  return { lcqm, played, events }
}

/** SHA-256 of the canonical bytes of events, a line each. */
export const digestOf = (events: ReadonlyArray<Recorded>): string => {
  const hash = createHash("sha256")
  for (const event of events) hash.update(canonicalJson(stampedOf(event))).update("\n")
  return hash.digest("hex")
}

/** Plays the story of a seed, and answers with what is kept of it. */
export const tell = async (seed: number): Promise<Told> => {
  const { events, lcqm, played } = await play(seed)
  const atPageDate = valueOf(await lcqm.cohorts({ occurred: pageDate }))
  await lcqm.close()
  return { played, counts: storyOutcomes(events), atPageDate, digest: digestOf(events) }
}
