// Tells the whole story: every journey goes on on its own days, and all of them are played in the order of the days.
import { type Day, type Level, rankOf } from "@lcqm/core"
import { type Aftermath, dealAftermaths } from "./aftermaths.ts"
import { firstDay, lastDay } from "./calendar.ts"
import { livesOn } from "./journey/afterwards.ts"
import { type Concluded, concludes } from "./journey/agreeing.ts"
import { isDeferred, joins, pauses, withdraws } from "./journey/joining.ts"
import { beginJourney, type Journey, type Telling } from "./journey/journey.ts"
import { prepares } from "./journey/preparing.ts"
import { renews } from "./journey/renewing.ts"
import { isVisited } from "./journey/reviewing.ts"
import { assessesItself } from "./journey/self-assessing.ts"
import { awaitsVisit } from "./journey/visiting.ts"
import { openOffice, playOffice } from "./office.ts"
import { syntheticSchools } from "./schools.ts"
import { strandsOf } from "./telling/chance.ts"
import { Desk, StoryCannotGoOn } from "./telling/desk.ts"
import type { OpenedStory } from "./telling/open-story.ts"
import { dealLots } from "./turns.ts"

/** What was played. */
export interface StoryPlayed {
  readonly seed: number
  /** How many schools were enrolled. */
  readonly schools: number
  /** How many commands were accepted. */
  readonly commands: number
  /** How many events they recorded. */
  readonly events: number
  /** How many commands were refused, by the rejection's name: mistakes of people, which the story survives. */
  readonly refused: Readonly<Record<string, number>>
  /** The school whose award is worth explaining: judgements that differ, and a next level that failed. */
  readonly toExplain: { readonly school: string; readonly cohort: string; readonly level: Level }
}

/** How far the story is: days told of all its days. */
export type OnProgress = (done: number, total: number) => void

async function* travels(
  journey: Journey,
  aftermath: Aftermath | undefined,
  told: (concluded: Concluded) => void
): Telling {
  yield* joins(journey)
  yield* prepares(journey)
  const { chance, lot } = journey
  if (lot.ending === "deferred") return yield* isDeferred(journey)
  if (lot.ending === "withdrawn" && chance.happens(50)) return yield* withdraws(journey)
  yield* pauses(journey)
  yield* assessesItself(journey)
  if (lot.ending === "withdrawn") return yield* withdraws(journey)
  yield* awaitsVisit(journey)
  yield* isVisited(journey)
  let level: Level | null = null
  yield* concludes(journey, (concluded) => {
    level = concluded.level
    // Of an award whose evidence is another by now nothing is explained.
    if (aftermath === undefined) told(concluded)
  })
  yield* livesOn(journey, level, aftermath)
  if (level !== null && aftermath === "renewal") yield* renews(journey)
}

// All that are going on, each with the day on which it goes on; the first on a day is who was first in line.
const playInOrder = async (tellings: ReadonlyArray<Telling>, open: (day: Day) => void): Promise<void> => {
  const going = tellings.map((telling) => ({ telling, day: firstDay }))
  for (;;) {
    const next = going.reduce<(typeof going)[number] | undefined>(
      (first, each) => (first === undefined || each.day < first.day ? each : first),
      undefined
    )
    if (next === undefined) return
    open(next.day)
    const { done, value } = await next.telling.next()
    if (done === true) going.splice(going.indexOf(next), 1)
    else next.day = Math.max(next.day, value)
  }
}

// Of the awards at the indicated level whose next level failed, the one with the most to tell.
const worthExplaining = (concluded: ReadonlyArray<Concluded>): StoryPlayed["toExplain"] => {
  const [best] = concluded
    .flatMap(({ cohort, differing, explanation, level, school }) =>
      level === null || level !== explanation.level || explanation.next === null
        ? []
        : [{ cohort, differing, level, school }]
    )
    .toSorted(
      (a, b) =>
        b.differing - a.differing || rankOf(b.level) - rankOf(a.level) || Number(a.school) - Number(b.school)
    )
  if (best === undefined) throw new StoryCannotGoOn("No award of the story has a next level that failed.")
  const { cohort, level, school } = best
  return { school, cohort, level }
}

/**
 * Plays the story of 110 schools, through the public API only. The same seed plays the same story, to the byte.
 * @param options.lcqm Opened by `openStory` with the same seed, over a store without events.
 * @param options.onProgress Told as the story goes on: days told so far, and days in all.
 * @throws StoryCannotGoOn where the store holds events already, or Lcqm does not answer as the story expects.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { openStory, playStory } from "@lcqm/story-so-far"
 * const lcqm = openStory({ store: memoryStore(), seed: 7 })
 * const { schools } = await playStory({ lcqm, seed: 7 })
 * schools // => 110
 * ```
 */
export const playStory = async ({
  lcqm,
  onProgress,
  seed
}: {
  readonly lcqm: OpenedStory<unknown>
  readonly seed: number
  readonly onProgress?: OnProgress
}): Promise<StoryPlayed> => {
  for await (const { stream } of lcqm.events()) {
    throw new StoryCannotGoOn(`The store holds events already (${stream}): play the story into an empty one.`)
  }
  const strand = strandsOf(seed)
  strand() // the salt's, which openStory draws
  const desk = new Desk(lcqm)
  const office = openOffice(desk, strand())
  const dealt = dealLots(syntheticSchools, strand())
  const concluded: Array<Concluded> = []
  const begun = dealt.map(({ lot, school }) => beginJourney(school, lot, office, strand()))
  const playing = playOffice(office, strand())
  const aftermaths = dealAftermaths(dealt, strand())
  const journeys = begun.map((journey) =>
    travels(journey, aftermaths.get(journey.school.urn), (each) => concluded.push(each))
  )

  const total = lastDay - firstDay
  await playInOrder([playing, ...journeys], (day) => {
    lcqm.clock.open(day)
    onProgress?.(Math.min(day - firstDay, total), total)
  })
  onProgress?.(total, total)
  return {
    seed,
    schools: syntheticSchools.length,
    commands: desk.accepted,
    events: desk.events,
    refused: Object.fromEntries([...desk.refused].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    toExplain: worthExplaining(concluded)
  }
}
