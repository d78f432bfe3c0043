// Read models that are kept in the process: nothing is written, and a new process folds them anew.
import { Effect } from "effect"
import type { Position } from "../event-store/index.ts"
import { BookmarkMismatch, HandlerFailed } from "./errors.ts"
import type { Projection } from "./projection.ts"
import type { Build, ReadModel, ReadModelStep } from "./read-model.ts"

class InMemory<Model> implements Build {
  readonly projection: Projection<Model>
  readonly model: Model
  /** Set where a handler failed: the model may hold half of what it makes of that event. */
  spoiled: HandlerFailed | undefined
  at: Position | undefined

  constructor(projection: Projection<Model>) {
    this.projection = projection
    this.model = projection.empty()
  }

  get bookmark(): Effect.Effect<Position | undefined> {
    return Effect.sync(() => this.at)
  }

  step(step: ReadModelStep): Effect.Effect<void, HandlerFailed | BookmarkMismatch> {
    return Effect.suspend(() => {
      const failure = this.#fold(step)
      return failure === undefined ? Effect.void : Effect.fail(failure)
    })
  }

  #fold({ events, from, to }: ReadModelStep): HandlerFailed | BookmarkMismatch | undefined {
    const { model, projection } = this
    const { name, version } = projection
    if (this.spoiled !== undefined) return this.spoiled
    if (from !== this.at || (from !== undefined && to <= from)) {
      return new BookmarkMismatch({ name, version, expected: from ?? "none", actual: this.at ?? "none", to })
    }
    for (const event of events) {
      try {
        projection.apply(model, event)
      } catch (cause) {
        const { position, revision, stream, type } = event
        this.spoiled = new HandlerFailed({ name, version, stream, revision, position, type, cause })
        return this.spoiled
      }
      this.at = event.position
    }
    this.at = to
    return undefined
  }
}

/**
 * Keeps a projection's model in memory. Each call makes a model of its own.
 * @example
 * ```ts
 * import { inMemory, projectionOf } from "@lcqm/core"
 * const schools = projectionOf({ name: "schools", version: 1, empty: () => new Set<string>() }, {
 *   "SchoolEnrolled.v1": (model, { stream }) => void model.add(stream)
 * })
 * inMemory(schools).name // => "schools"
 * ```
 */
export const inMemory = <Model>(projection: Projection<Model>): ReadModel<Model> => {
  const { name, types, version } = projection
  let current = new InMemory(projection)
  return {
    name,
    version,
    types,
    current: {
      bookmark: Effect.suspend(() => current.bookmark),
      step: (step) => Effect.suspend(() => current.step(step))
    },
    trusted: Effect.sync(() => current.spoiled === undefined),
    read: (look) =>
      Effect.suspend(() =>
        current.spoiled === undefined ? Effect.sync(() => look(current.model)) : Effect.fail(current.spoiled)
      ),
    beside: Effect.sync(() => {
      const beside = new InMemory(projection)
      return {
        bookmark: beside.bookmark,
        step: (step: ReadModelStep) => beside.step(step),
        publish: Effect.sync(() => void (current = beside))
      }
    })
  }
}
