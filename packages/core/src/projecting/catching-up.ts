// Up to the end of the store as of now, without a subscription: read models that stand at the same place share one
// reading of the store, so that building four anew costs little more than building one.
import { Effect } from "effect"
import type { EventStore, Position, Recorded } from "../event-store/index.ts"
import type { ProjectionFailure } from "./errors.ts"
import { type AnyFollower, companiesOf } from "./following.ts"
import { passOver } from "./pass.ts"

type Store = EventStore["Service"]

/** Waits until everything is folded that was recorded before this call: by its subscription, or by reading now. */
export const caughtUp = Effect.fnUntraced(function* (
  store: Store,
  follower: AnyFollower
): Effect.fn.Return<void, ProjectionFailure> {
  const { position: head } = yield* store.head()
  const isThere = (): boolean => head === "none" || (follower.at !== undefined && follower.at >= head)
  yield* follower.until(() => follower.company === undefined || isThere())
  // One that stands behind the end of the store says so when it looks.
  if (follower.company === undefined && (follower.at ?? "none") !== head) yield* follower.pass
})

const passTogether = Effect.fnUntraced(function* (
  store: Store,
  followers: ReadonlyArray<AnyFollower>
): Effect.fn.Return<ReadonlyArray<ProjectionFailure>> {
  const failures: Array<ProjectionFailure> = []
  let going = followers
  const fails = (those: ReadonlyArray<AnyFollower>, failure: ProjectionFailure) =>
    Effect.sync(() => {
      for (const follower of those) follower.turn("failed", failure)
      going = going.filter((follower) => !those.includes(follower))
      failures.push(failure)
    })
  const take = (events: ReadonlyArray<Recorded>, to: Position) =>
    Effect.forEach(
      going,
      (follower) => follower.take(events, to).pipe(Effect.catch((failure) => fails([follower], failure))),
      { discard: true }
    )
  const types = new Set(followers.flatMap(({ readModel }) => [...readModel.types]))
  for (const follower of followers) follower.turn("catching up")
  yield* passOver({ store, after: followers[0]?.at, types, take }).pipe(
    Effect.catch((failure) => fails(going, failure))
  )
  for (const follower of going) follower.turn("resting")
  return failures
})

/** Brings all of them up to the end of the store as of now. Fails with the first failure, once the others are there. */
export const allCaughtUp = Effect.fnUntraced(function* (
  store: Store,
  followers: ReadonlyArray<AnyFollower>
): Effect.fn.Return<void, ProjectionFailure> {
  const [trusted, others]: [Array<AnyFollower>, Array<AnyFollower>] = [[], []]
  const failures: Array<ProjectionFailure> = []
  for (const follower of followers) {
    if (follower.company !== undefined) others.push(follower)
    else {
      const looked = yield* Effect.result(follower.lookUp)
      if (looked._tag === "Failure") failures.push(looked.failure)
      else (looked.success ? trusted : others).push(follower)
    }
  }
  for (const company of companiesOf(trusted)) failures.push(...(yield* passTogether(store, company)))
  for (const follower of others) {
    const result = yield* Effect.result(caughtUp(store, follower))
    if (result._tag === "Failure") failures.push(result.failure)
  }
  const [first] = failures
  if (first !== undefined) return yield* Effect.fail(first)
})
