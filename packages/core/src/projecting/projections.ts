// The runner of projections: read models over one store, each with its own bookmark. They are brought up to date when
// they are asked, or follow the store live; whoever reads them need not know which.
import { Duration, Effect } from "effect"
import type { EventStore } from "../event-store/index.ts"
import { allCaughtUp, caughtUp } from "./catching-up.ts"
import { DuplicateProjection, NotCaughtUp, type ProjectionFailure } from "./errors.ts"
import { Follower } from "./follower.ts"
import type { Progress } from "./progress.ts"
import type { ReadModel, ReadModelKey } from "./read-model.ts"
import { Running } from "./running.ts"

/** A read model that a runner moves. */
export interface RunningProjection<Model> extends ReadModelKey {
  /** Looks at the model as of its bookmark, as fresh as the runner keeps it. */
  readonly read: ReadModel<Model>["read"]
  /** The same once everything is folded that was recorded before this call: who has written reads what was written. */
  readonly readCaughtUp: <A>(look: (model: Model) => A) => Effect.Effect<A, ProjectionFailure>
  /** Waits until everything is folded that was recorded before this call. */
  readonly catchUp: Effect.Effect<void, ProjectionFailure>
  /** The same, for so long and no longer: ten seconds unless told otherwise. */
  readonly awaitCaughtUp: (within?: Duration.Input) => Effect.Effect<void, NotCaughtUp | ProjectionFailure>
  /**
   * Builds the model anew beside the old one, which is read and goes on until the new one takes its place. Drops what
   * no event gives. A rebuild that fails or is interrupted leaves the old one as it is.
   */
  readonly rebuild: Effect.Effect<void, ProjectionFailure>
  /** Stops following, until it is resumed or the runner is run anew. */
  readonly stop: Effect.Effect<void>
  /** Goes on following from its bookmark, after it was stopped or has failed, where the runner is run. */
  readonly resume: Effect.Effect<void>
  readonly progress: () => Progress
}

/** Read models by what the program calls them. */
export interface ReadModels {
  readonly [key: string]: ReadModel<unknown>
}

/** The read models of one store, and what moves them all. */
export interface Projections<Models extends ReadModels> {
  readonly models: {
    readonly [Key in keyof Models]: Models[Key] extends ReadModel<infer Model>
      ? RunningProjection<Model>
      : never
  }
  /** Brings every read model up to the end of the store as of now. Those that stand together share one reading. */
  readonly catchUp: Effect.Effect<void, ProjectionFailure>
  /**
   * Follows the store with every read model: what there is, then what comes, until it is interrupted. Run again, it
   * goes on from the bookmarks. A read model that cannot go on stays where it is, is logged and says so; the others
   * go on. Fails once the last of them has failed.
   */
  readonly run: Effect.Effect<never, ProjectionFailure>
}

/** How a runner tells of itself. */
export interface ProjectionsOptions {
  /** Called whenever a read model has moved or changed what it is doing: once a page of events, not once an event. */
  readonly onProgress?: (progress: Progress) => void
}

/**
 * Makes a runner of read models over a store. Nothing runs until it is asked.
 * @example
 * ```ts
 * import { awardRegister, codecOf, inMemory, lcqmCatalogue, projectionsOver, registeredAwards } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { makeMemoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const store = makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
 * const program = Effect.gen(function* () {
 *   const { models } = yield* projectionsOver(store, { register: inMemory(awardRegister) })
 *   return yield* models.register.readCaughtUp(registeredAwards)
 * })
 * await Effect.runPromise(program) // => []
 * ```
 */
export const projectionsOver = <const Models extends ReadModels>(
  store: EventStore["Service"],
  models: Models,
  { onProgress = () => {} }: ProjectionsOptions = {}
): Effect.Effect<Projections<Models>, DuplicateProjection> =>
  Effect.suspend(() => {
    const names = new Set<string>()
    for (const { name } of Object.values(models)) {
      if (names.has(name)) return Effect.fail(new DuplicateProjection({ name }))
      names.add(name)
    }
    const followers = Object.entries(models).map(
      ([key, readModel]) => [key, new Follower(store, readModel, onProgress)] as const
    )
    const all = followers.map(([, follower]) => follower)
    const running = new Running(store, all)
    const handles = followers.map(([key, follower]) => [key, handleOf(store, follower, running)] as const)
    return Effect.succeed({
      // Each handle was made of the read model under the same key.
      models: Object.fromEntries(handles) as Projections<Models>["models"],
      catchUp: allCaughtUp(store, all),
      run: running.run
    })
  })

const handleOf = <Model>(
  store: EventStore["Service"],
  follower: Follower<Model>,
  running: Running
): RunningProjection<Model> => {
  const { name, read, version } = follower.readModel
  const catchUp = Effect.suspend(() => caughtUp(store, follower))
  return {
    name,
    version,
    read,
    catchUp,
    readCaughtUp: (look) => Effect.andThen(catchUp, read(look)),
    awaitCaughtUp: Effect.fnUntraced(function* (within = "10 seconds") {
      const { position: target } = yield* store.head()
      if (target === "none") return
      yield* Effect.timeoutOrElse(catchUp, {
        duration: within,
        orElse: () => {
          const waited = Duration.toMillis(within)
          return Effect.fail(
            new NotCaughtUp({ name, version, target, bookmark: follower.at ?? "none", waited })
          )
        }
      })
    }),
    rebuild: follower.rebuild,
    stop: Effect.sync(() => follower.stop()),
    resume: running.resume(follower),
    progress: () => follower.progress
  }
}
