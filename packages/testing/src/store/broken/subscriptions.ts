// Stores whose readers of the whole miss, repeat, wait wrongly or never hear of the end.
import type { Delivery, Head } from "@lcqm/core"
import { Effect, Stream } from "effect"
import type { BrokenStore } from "./broken-store.ts"
import { hiding } from "./hiding.ts"

const spinning: Effect.Effect<never> = Effect.forever(Effect.yieldNow)

/** Stores whose subscriptions or global reads are wrong. */
export const brokenSubscriptions: ReadonlyArray<BrokenStore> = [
  {
    name: "skips-a-late-commit",
    wrong:
      "An event can become visible after one with a higher position was read: readers who went on miss it.",
    fails: ["G04"],
    broken: (good) => {
      const uncommitted = new Set<string>()
      let turn = 0
      return {
        ...good,
        readAll: hiding(good, ({ id }) => uncommitted.has(id)).readAll,
        append: (stream, expected, events) =>
          Effect.suspend(() => {
            turn += 1
            if (turn % 3 !== 0) return good.append(stream, expected, events)
            const ids = events.map(({ id }) => id)
            ids.forEach((id) => uncommitted.add(id))
            return Effect.tap(good.append(stream, expected, events), () => Effect.sleep(4)).pipe(
              Effect.ensuring(Effect.sync(() => ids.forEach((id) => uncommitted.delete(id))))
            )
          })
      }
    }
  },
  {
    name: "dies-silently",
    wrong: "A subscription ends, without an error, once it has caught up.",
    fails: ["U03", "U01", "U04", "U06", "U07", "U08", "U11", "M1", "M3", "M4"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) =>
        Stream.takeUntil(good.subscribe(from, filter), ({ _tag }) => _tag === "CaughtUp")
    })
  },
  {
    name: "ends-quietly-with-the-store",
    wrong: "When the store closes, its subscriptions end as if there were nothing more to come.",
    fails: ["U11", "L05"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) =>
        Stream.catchTag(good.subscribe(from, filter), "StoreUnavailable", () => Stream.empty)
    })
  },
  {
    name: "loses-the-seam",
    wrong: "What is appended while the backlog is handed over is in neither the backlog nor the live part.",
    fails: ["U04"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) => {
        if (from === "end") return good.subscribe(from, filter)
        const range = { ...(from === "start" ? {} : from), ...(filter === undefined ? {} : { filter }) }
        const backlog = Stream.map(good.readAll(range), (event): Delivery => ({ _tag: "Event", event }))
        return Stream.concat(backlog, good.subscribe("end", filter))
      }
    })
  },
  {
    name: "repeats-the-bookmark",
    wrong: "A subscription behind a bookmark begins with the bookmark's own event.",
    fails: ["U05", "B10", "U09", "U12", "U13", "M1", "M3", "M4"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) =>
        typeof from === "string" || Number(from.after) === 0
          ? good.subscribe(from, filter)
          : good.subscribe(
              { after: String(BigInt(/^\d+$/.test(from.after) ? from.after : 1) - 1n).padStart(20, "0") },
              filter
            )
    })
  },
  {
    name: "waits-by-working",
    wrong: "A subscription asks again and again, without a pause, whether there is something.",
    fails: ["U07"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) =>
        Stream.merge(good.subscribe(from, filter), Stream.drain(Stream.fromEffect(spinning)), {
          haltStrategy: "left"
        })
    })
  },
  {
    name: "bookmark-stands-still",
    wrong: "With a filter, the place it has caught up with is that of the last event that passed.",
    fails: ["G06"],
    broken: (good) => ({
      ...good,
      subscribe: (from, filter) => {
        if (filter === undefined) return good.subscribe(from)
        let last: Head["position"] = "none"
        return Stream.map(good.subscribe(from, filter), (delivery): Delivery => {
          if (delivery._tag === "CaughtUp") return { _tag: "CaughtUp", position: last }
          last = delivery.event.position
          return delivery
        })
      }
    })
  },
  {
    name: "keeps-its-subscribers",
    wrong: "What was set up for a subscription stays when the subscriber has gone.",
    fails: ["B14"],
    broken: (good) => {
      const buffers: Array<Array<string>> = []
      return {
        ...good,
        subscribe: (from, filter) =>
          Stream.suspend(() => {
            buffers.push(Array.from({ length: 1000 }, (_, i) => `slot ${i} of ${buffers.length}`))
            return good.subscribe(from, filter)
          })
      }
    }
  }
]
