// What the model-based laws do to a store, and what they compare of its answers: nothing that one right store
// may say differently from another, as a position's text or an error's wording.
import { exactly, type Head, noStream, type Position, type Stamped } from "@lcqm/core"
import { Effect, Result, Stream } from "effect"
import type { Store } from "../law.ts"
import type { Batch } from "../stamping.ts"
import { eventsOf, firstDeliveries } from "../waiting.ts"

/** A command, with everything filled in; an expected revision of -1 is "no stream"; bounds are places in the log. */
export type Asked =
  | { readonly _tag: "Append"; readonly stream: string; readonly expected: number; readonly events: Batch }
  | {
      readonly _tag: "Read"
      readonly stream: string
      readonly backward: boolean
      readonly from: number
      readonly to: number
      readonly limit: number
    }
  | {
      readonly _tag: "ReadAll"
      readonly backward: boolean
      readonly after: number
      readonly before: number
      readonly limit: number
      readonly prefix: string
    }
  | { readonly _tag: "Subscribe"; readonly after: number }
  | { readonly _tag: "Head"; readonly stream: string }
  | { readonly _tag: "Restart" }

/** An event as the comparison sees it. */
export interface Seen {
  readonly id: string
  readonly stream: string
  readonly revision: number
  readonly data: string
  readonly recordedAt: string
}

/** An answer as the comparison sees it. Revisions of -1 stand for "none". */
export interface Answer {
  readonly [field: string]: number | string | boolean | ReadonlyArray<Seen>
}

/** What is compared of an event. */
export const seenOf = ({ data, id, metadata, revision, stream }: Stamped): Seen => ({
  id,
  stream,
  revision,
  data: JSON.stringify(data),
  recordedAt: metadata.recordedAt
})

const numbered = (revision: number | "none"): number => (revision === "none" ? -1 : revision)

/** A store with what has been learnt of its positions: the place in the log of each. */
export class Played {
  readonly store: Store
  readonly positions: Array<Position>

  constructor(store: Store, positions: Array<Position> = []) {
    this.store = store
    this.positions = positions
  }

  /** Asks the store. What it refuses by a typed error is an answer; a defect is none. */
  answer(asked: Asked): Effect.Effect<Answer, unknown> {
    const { positions, store } = this
    const at = (place: number): Position | undefined => positions[place]
    const placeOf = (position: Head["position"]): number =>
      position === "none" ? -1 : positions.indexOf(position)
    switch (asked._tag) {
      case "Append":
        return Effect.map(Effect.result(this.#append(asked)), (answered): Answer => {
          if (Result.isSuccess(answered)) {
            const { created, events, repeated } = answered.success
            if (!repeated) positions.push(...events.map(({ position }) => position))
            return { events: events.map(seenOf), created, repeated }
          }
          const error = answered.failure
          if (error._tag === "WrongExpectedRevision") {
            const { actual, expected } = error
            return { refused: error._tag, expected: numbered(expected), actual: numbered(actual) }
          }
          return error._tag === "EventIdConflict"
            ? { refused: error._tag, id: error.id }
            : { refused: error._tag }
        })
      case "Read": {
        const { backward, from, limit, stream, to } = asked
        const range = { direction: backward ? "backward" : "forward", from, to, limit } as const
        return Effect.map(store.readStream(stream, range), ({ events, exists, revision }) => ({
          events: events.map(seenOf),
          exists,
          revision: numbered(revision)
        }))
      }
      case "ReadAll": {
        const [after, before] = [at(asked.after), at(asked.before)]
        const read = store.readAll({
          direction: asked.backward ? "backward" : "forward",
          limit: asked.limit,
          filter: { streamPrefix: asked.prefix },
          ...(after === undefined ? {} : { after }),
          ...(before === undefined ? {} : { before })
        })
        return Effect.map(Stream.runCollect(read), (events) => ({ events: events.map(seenOf) }))
      }
      case "Subscribe": {
        const after = at(asked.after)
        const subscription = store.subscribe(after === undefined ? "start" : { after })
        return Effect.map(firstDeliveries(subscription, { caughtUp: 1 }), (deliveries) => {
          const last = deliveries.at(-1)
          const caughtUpAt = last?._tag === "CaughtUp" ? placeOf(last.position) : -2
          return { events: eventsOf(deliveries).map(seenOf), caughtUpAt }
        })
      }
      case "Head":
        return Effect.map(Effect.all([store.head(asked.stream), store.head()]), ([own, whole]) => ({
          revision: numbered(own.revision),
          count: placeOf(whole.position) + 1
        }))
      case "Restart":
        return Effect.succeed({})
    }
  }

  #append({ events, expected, stream }: Extract<Asked, { readonly _tag: "Append" }>) {
    return this.store.append(stream, expected === -1 ? noStream : exactly(expected), events)
  }
}
