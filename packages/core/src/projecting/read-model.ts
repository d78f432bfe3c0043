// Where a read model is kept, as the runner sees it: a model and its bookmark that move together or not at all.
// In memory and in a SQLite file are two ways; whoever keeps models elsewhere implements this.
import type { Effect, Scope } from "effect"
import type { Position, Recorded, StoreFailure } from "../event-store/index.ts"
import type { BookmarkMismatch, HandlerFailed } from "./errors.ts"

/** Which read model: another version is another, and is built anew. */
export interface ReadModelKey {
  readonly name: string
  /** Raised whenever the projection makes something else of the same events. */
  readonly version: number
}

/** A step of a read model, from its bookmark to a later one. */
export interface ReadModelStep {
  /** Where it is now; undefined before the first step. */
  readonly from: Position | undefined
  /** Where it is then: behind `from`, and not before the last of the events. */
  readonly to: Position
  /** Every event between the two that is of a declared type, in order; there may be none. */
  readonly events: ReadonlyArray<Recorded>
}

/** A build of a read model: the one that is read, or one that is made beside it. */
export interface Build {
  /** How far it has got; undefined where it has not begun. */
  readonly bookmark: Effect.Effect<Position | undefined, StoreFailure>
  /**
   * Folds the events and moves the bookmark, both or neither. Where one event cannot be folded, those before it
   * are, and the bookmark stands at the last of them.
   */
  readonly step: (step: ReadModelStep) => Effect.Effect<void, HandlerFailed | BookmarkMismatch | StoreFailure>
}

/** A build beside the one that is read. What was not published is gone with its scope. */
export interface BuildBeside extends Build {
  /** Puts it in the place of the one that is read, bookmark and all, at once for every reader. */
  readonly publish: Effect.Effect<void, BookmarkMismatch | StoreFailure>
}

/** A read model where it is kept. */
export interface ReadModel<Model> extends ReadModelKey {
  /** The event types its projection reads; no others are folded. */
  readonly types: ReadonlySet<string>
  /** The build that is read. */
  readonly current: Build
  /**
   * Whether what is kept can be gone on from. Not where another version folded it, or a failed handler may have
   * left half an event in it: then it is built anew.
   */
  readonly trusted: Effect.Effect<boolean, StoreFailure>
  /** Looks at the model as of its bookmark. The model is only lent: what is looked at must not be kept or changed. */
  readonly read: <A>(look: (model: Model) => A) => Effect.Effect<A, HandlerFailed | StoreFailure>
  /** Begins another build from nothing, for as long as the scope lasts. */
  readonly beside: Effect.Effect<BuildBeside, StoreFailure, Scope.Scope>
}
