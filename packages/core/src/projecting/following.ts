// Live: one subscription for all read models that stand at the same place, so that each event is read and decoded
// once. Who fails falls out, stays where it is and says so; the others go on.
import { Effect, Stream } from "effect"
import type { Delivery, EventStore, Position, Recorded } from "../event-store/index.ts"
import type { ProjectionFailure } from "./errors.ts"
import type { Follower } from "./follower.ts"
import type { ReadModel } from "./read-model.ts"

/** A follower of any model: what is read for it does not depend on what it makes of it. */
export type AnyFollower = Omit<Follower<unknown>, "readModel"> & {
  readonly readModel: Pick<ReadModel<unknown>, "types">
}

interface Arrived {
  readonly events: ReadonlyArray<Recorded>
  /** How far they go. */
  readonly to: Position | undefined
  readonly isAtEnd: boolean
}

const arrivedIn = (deliveries: ReadonlyArray<Delivery>): Arrived => {
  const events: Array<Recorded> = []
  let to: Position | undefined
  let isAtEnd = false
  for (const delivery of deliveries) {
    isAtEnd = delivery._tag === "CaughtUp"
    if (delivery._tag === "Event") events.push(delivery.event)
    to =
      delivery._tag === "Event"
        ? delivery.event.position
        : delivery.position === "none"
          ? to
          : delivery.position
  }
  return { events, to, isAtEnd }
}

/** Those that stand at the same place, each such company by itself. */
export const companiesOf = <F extends Pick<AnyFollower, "at">>(
  followers: ReadonlyArray<F>
): ReadonlyArray<ReadonlyArray<F>> => {
  const companies = new Map<Position | undefined, Array<F>>()
  for (const follower of followers) {
    companies.set(follower.at, [...(companies.get(follower.at) ?? []), follower])
  }
  return [...companies.values()]
}

/** It cannot go on: it stays where it is, says why, and no subscription moves it. */
export const fallOut = (follower: AnyFollower, failure: ProjectionFailure): Effect.Effect<void> =>
  Effect.suspend(() => {
    follower.company = undefined
    follower.turn("failed", failure)
    return Effect.logError(failure.message)
  })

/**
 * Moves followers that stand at the same place, as events are recorded. Ends once none of them follows any more:
 * stopped, or failed.
 */
export const followTogether = (
  store: EventStore["Service"],
  followers: ReadonlyArray<AnyFollower>
): Effect.Effect<void> =>
  Effect.suspend(() => {
    const company = {}
    const isWithUs = (follower: AnyFollower): boolean => follower.company === company
    const types = [...new Set(followers.flatMap(({ readModel }) => [...readModel.types]))]
    const after = followers[0]?.at
    for (const follower of followers) {
      follower.company = company
      follower.turn("catching up")
    }
    const handOver = ({ events, isAtEnd, to }: Arrived): Effect.Effect<boolean> =>
      Effect.gen(function* () {
        for (const follower of followers) {
          if (!isWithUs(follower)) continue
          if (to !== undefined) {
            yield* follower.take(events, to).pipe(Effect.catch((failure) => fallOut(follower, failure)))
          }
          if (isWithUs(follower)) follower.arrived(isAtEnd)
        }
        yield* Effect.yieldNow
        return followers.some(isWithUs)
      })
    return store.subscribe(after === undefined ? "start" : { after }, { types }).pipe(
      Stream.chunks,
      Stream.takeWhileEffect((deliveries) => handOver(arrivedIn(deliveries))),
      Stream.runDrain,
      Effect.catch((failure) =>
        Effect.forEach(followers.filter(isWithUs), (follower) => fallOut(follower, failure), {
          discard: true
        })
      )
    )
  })
