// A runner while it is run: which subscriptions move which read models, and how it ends.
import { Cause, Deferred, Effect, type Scope, Semaphore } from "effect"
import type { EventStore } from "../event-store/index.ts"
import type { ProjectionFailure } from "./errors.ts"
import { type AnyFollower, companiesOf, fallOut, followTogether } from "./following.ts"

interface Run {
  readonly scope: Scope.Scope
  readonly over: Deferred.Deferred<never, ProjectionFailure>
}

/** Runs followers, one run at a time: a second one waits, and takes over when the first is interrupted. */
export class Running {
  readonly #store: EventStore["Service"]
  readonly #followers: ReadonlyArray<AnyFollower>
  readonly #one = Semaphore.makeUnsafe(1)
  #current: Run | undefined

  constructor(store: EventStore["Service"], followers: ReadonlyArray<AnyFollower>) {
    this.#store = store
    this.#followers = followers
  }

  /** Follows the store until it is interrupted, or the last follower has failed. */
  readonly run: Effect.Effect<never, ProjectionFailure> = Effect.suspend(() =>
    this.#one.withPermits(1)(
      Effect.scoped(
        Effect.gen({ self: this }, function* () {
          const run: Run = {
            scope: yield* Effect.scope,
            over: yield* Deferred.make<never, ProjectionFailure>()
          }
          // First in, last out: the subscriptions have ended by then.
          yield* Effect.addFinalizer(() => Effect.sync(() => this.#end()))
          this.#current = run
          yield* this.#launch(run, this.#followers)
          return yield* Deferred.await(run.over)
        })
      )
    )
  )

  /** Lets one go on, where it does not and there is a run. */
  resume(follower: AnyFollower): Effect.Effect<void> {
    return Effect.suspend(() =>
      this.#current === undefined || follower.company !== undefined
        ? Effect.void
        : this.#launch(this.#current, [follower])
    )
  }

  #launch(run: Run, followers: ReadonlyArray<AnyFollower>): Effect.Effect<void> {
    return Effect.gen({ self: this }, function* () {
      const trusted: Array<AnyFollower> = []
      for (const follower of followers) {
        yield* Effect.matchEffect(follower.lookUp, {
          onFailure: (failure) => fallOut(follower, failure),
          onSuccess: (isTrusted) => {
            if (!isTrusted) return this.#fork(run, this.#rebuildAndFollow(follower))
            trusted.push(follower)
            return Effect.void
          }
        })
      }
      for (const company of companiesOf(trusted)) yield* this.#fork(run, followTogether(this.#store, company))
      yield* this.#lookWhetherOver(run)
    })
  }

  #rebuildAndFollow(follower: AnyFollower): Effect.Effect<void> {
    return follower.ready.pipe(
      Effect.andThen(Effect.suspend(() => followTogether(this.#store, [follower]))),
      Effect.catch((failure) => fallOut(follower, failure))
    )
  }

  // A mistake of the program ends the run as loudly as it can.
  #fork(run: Run, following: Effect.Effect<void>): Effect.Effect<void> {
    return Effect.andThen(following, this.#lookWhetherOver(run)).pipe(
      Effect.tapCause((cause) =>
        Cause.hasInterruptsOnly(cause) ? Effect.void : Deferred.failCause(run.over, cause)
      ),
      Effect.forkIn(run.scope),
      Effect.asVoid
    )
  }

  #lookWhetherOver({ over }: Run): Effect.Effect<void> {
    return Effect.suspend(() => {
      const told = this.#followers.map(({ progress }) => progress)
      const failure = told.at(-1)?.failure
      const isOver = failure !== undefined && told.every(({ state }) => state === "failed")
      return isOver ? Effect.asVoid(Deferred.fail(over, failure)) : Effect.void
    })
  }

  #end(): void {
    this.#current = undefined
    for (const follower of this.#followers) {
      follower.company = undefined
      if (follower.progress.state !== "failed") follower.turn("resting")
    }
  }
}
