// Parts of a history, in any order: what an as-at on two clocks may leave of it, and worse.
import { countsAsAt, type Fold, lcqmHandlers, type Recorded } from "@lcqm/core"
import { anyHistory, anyPartialDate, type PlayedHistory } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { byStream, emptyStoreLayer } from "./lcqm-over.ts"

/** How much of a history is left, and in which order. */
export type Disorder = "some left out" | "shuffled" | "some twice" | "as at a date"

/** A part of a history. */
export interface Disordered {
  readonly how: Disorder
  readonly events: ReadonlyArray<Recorded>
}

// The die decides about each event by itself, so that a failing subset shrinks to few events.
const disordered = ({ events }: PlayedHistory): fc.Arbitrary<Disordered> =>
  fc.oneof(
    fc
      .array(fc.boolean(), { minLength: events.length, maxLength: events.length })
      .map((kept) => ({ how: "some left out" as const, events: events.filter((_, i) => kept[i] === true) })),
    fc.shuffledSubarray([...events]).map((some) => ({ how: "shuffled" as const, events: some })),
    fc
      .tuple(fc.shuffledSubarray([...events]), fc.subarray([...events]))
      .map(([some, again]) => ({ how: "some twice" as const, events: [...some, ...again] })),
    anyPartialDate({ first: "2017-05-01", last: "2017-10-01" }).map((occurred) => ({
      how: "as at a date" as const,
      events: events.filter((event) => countsAsAt(event, { occurred }))
    }))
  )

/** A history and a part of it. */
export const anyDisorder = anyHistory({ store: emptyStoreLayer }).chain((played) =>
  fc.tuple(fc.constant(played), disordered(played))
)

/** The states that the streams of some events fold to, by the streams' fold. */
export const statesOf = (events: ReadonlyArray<Recorded>): ReadonlyMap<string, unknown> => {
  const folds = new Map(lcqmHandlers.flatMap(({ fold }) => [...fold.types].map((type) => [type, fold])))
  return new Map(
    [...byStream(events)].flatMap(([stream, own]) => {
      const fold = folds.get(own[0]?.type ?? "")
      return fold === undefined ? [] : [[stream, fold.fold(fold.initial, own)] as const]
    })
  )
}

/** The state of a stream, which may have no events. */
export const stateIn = (
  states: ReadonlyMap<string, unknown>,
  stream: string,
  fold: Fold<unknown>
): unknown => (states.has(stream) ? states.get(stream) : fold.initial)

/** Every way in which a history is taken apart. */
export const ways: ReadonlyArray<Disorder> = ["some left out", "shuffled", "some twice", "as at a date"]
