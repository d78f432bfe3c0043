// A store whose readers do not get some events: what many ways of losing one come down to.
import type { Recorded } from "@lcqm/core"
import { Effect, Stream } from "effect"
import type { Store } from "../law.ts"

/** The store without the events that are hidden at the time of the read. */
export const hiding = (good: Store, isHidden: (event: Recorded) => boolean): Store => ({
  ...good,
  readStream: (stream, range) =>
    Effect.map(good.readStream(stream, range), (slice) =>
      Object.freeze({ ...slice, events: Object.freeze(slice.events.filter((event) => !isHidden(event))) })
    ),
  readAll: (range) => Stream.filter(good.readAll(range), (event) => !isHidden(event)),
  subscribe: (from, filter) =>
    Stream.filter(good.subscribe(from, filter), (each) => each._tag === "CaughtUp" || !isHidden(each.event))
})
