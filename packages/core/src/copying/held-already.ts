// How much of a history a store holds already: all that it holds must be the beginning of it, event by event.
import { Effect, Stream } from "effect"
import type { EventStore, ReadError, Recorded } from "../event-store/index.ts"
import { type EventThere, StoresPart } from "./errors.ts"

/** How much is held: the last event of the source that is, and how many. */
export interface Held {
  readonly events: number
  readonly last: Recorded | undefined
}

// Not the event itself: an error tells where, and no more of what people wrote.
const named = ({ revision, stream, type }: Recorded): EventThere => ({ stream, revision, type })

/** How much of the source the store holds, each event passed on; refused where it holds anything else. */
export const heldAlready = <E>(
  store: EventStore["Service"],
  source: Stream.Stream<Recorded, E>,
  pass: (event: Recorded) => void
): Effect.Effect<Held, StoresPart | ReadError | E> =>
  Effect.gen(function* () {
    const part = (same: number, ours: Recorded | undefined, theirs: Recorded) =>
      new StoresPart({
        store: store.name,
        same,
        source: ours === undefined ? undefined : named(ours),
        destination: named(theirs)
      })
    let events = 0
    let last: { readonly ours: Recorded; readonly theirs: Recorded } | undefined
    const there = store.readAll({ asStored: true })
    const pairs = Stream.zipWith(source, there, (ours, theirs) => ({ ours, theirs }))
    yield* Stream.runForEachArray(pairs, (met) =>
      Effect.gen(function* () {
        for (const pair of met) {
          // A leaf hash stands for an event's bytes, and they for all that it is.
          if (pair.ours.leafHash !== pair.theirs.leafHash) return yield* part(events, pair.ours, pair.theirs)
          pass(pair.ours)
          events += 1
          last = pair
        }
      })
    )
    // Where the source ended first the store may go on.
    const after = last === undefined ? {} : { after: last.theirs.position }
    const [theirs] = yield* Stream.runCollect(store.readAll({ ...after, limit: 1, asStored: true }))
    if (theirs !== undefined) return yield* part(events, undefined, theirs)
    return { events, last: last?.ours }
  })
