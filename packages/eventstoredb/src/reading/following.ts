// Subscriptions: everything from a place on, and a word whenever there is no more for now. The server filters by the
// store's prefix only, so that the word speaks of the whole store; what else a filter asks for is chosen here.
import {
  allWindow,
  type Delivery,
  type EventFilter,
  positionOf,
  type ReadError,
  type SubscribeFrom
} from "@lcqm/core"
import { Effect, Option, Stream } from "effect"
import type { Connection } from "../connection/connection.ts"
import { chosenBy, type Decoding, eventsIn, type Unreadable } from "./decoding.ts"
import { receptionOf } from "./log-sources.ts"
import type { WholeStore } from "./whole-store.ts"

/** What following a store needs. */
export interface Followed {
  readonly connection: Connection
  readonly decoding: Decoding
  readonly whole: WholeStore
}

const goOn = Option.some<void>(undefined)

/** Every event from there on, for as long as the stream is drawn. */
export const subscribe = (
  { connection, decoding, whole }: Followed,
  from: SubscribeFrom,
  filter: EventFilter | undefined
): Stream.Stream<Delivery, ReadError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      yield* Effect.fromResult(allWindow(typeof from === "string" ? {} : from))
      const begin = from === "end" ? yield* whole.last : from === "start" ? -1n : BigInt(from.after)
      const reception = yield* receptionOf(connection, decoding.prefix, begin)
      const chosen = chosenBy(decoding, filter)
      let told: bigint | undefined
      let unreadable: Unreadable | undefined
      return Stream.paginate<void, Delivery, ReadError>(undefined, () => {
        if (unreadable !== undefined) return Effect.fail(unreadable)
        return Effect.map(reception.next(), ({ caughtUp, records }) => {
          const found = eventsIn(decoding, records, chosen, false)
          unreadable = found.unreadable
          const deliveries: Array<Delivery> = found.events.map((event) => ({ _tag: "Event", event }))
          // Only what was handed over counts: the server's own words come before the last events do.
          if (caughtUp && unreadable === undefined && told !== reception.after) {
            told = reception.after
            deliveries.push({ _tag: "CaughtUp", position: told < 0n ? "none" : positionOf(told) })
          }
          return [deliveries, goOn] as const
        })
      })
    })
  )
