// What can go wrong with a read model: each says which one, where it stands, and what to do. Nothing is skipped.
import { Data } from "effect"
import type { Position, ReadError, Revision, StreamName } from "../event-store/index.ts"

/** Two read models of one runner bear the same name. Their bookmarks would be one. */
export class DuplicateProjection extends Data.TaggedError("DuplicateProjection")<{ readonly name: string }> {
  override get message(): string {
    return `There are two projections of the name ${this.name}. Give one of them another name; nothing was started.`
  }
}

/**
 * A read model was to be moved from where it is not, to where it is already or to where there is no event yet.
 * Nothing was changed.
 * @example
 * ```ts
 * import { BookmarkMismatch } from "@lcqm/core"
 * const { message } = new BookmarkMismatch({ name: "register", version: 1, expected: "none", actual: "7", to: "9" })
 * message.includes("is at 7") // => true
 * ```
 */
export class BookmarkMismatch extends Data.TaggedError("BookmarkMismatch")<{
  readonly name: string
  readonly version: number
  readonly expected: string
  readonly actual: string
  readonly to: string
}> {
  override get message(): string {
    return `The read model ${this.name}, version ${this.version}, was to go from ${this.expected} to ${this.to}, and is at ${this.actual}. Nothing was changed; somebody else moves it, or the store is another. Read its bookmark and go on from there.`
  }
}

/** A read model has got further than its store: the store is another, or was restored from an older copy. */
export class BookmarkAhead extends Data.TaggedError("BookmarkAhead")<{
  readonly name: string
  readonly version: number
  readonly bookmark: Position
  readonly store: string
  /** The position of the store's last event. */
  readonly head: Position | "none"
}> {
  override get message(): string {
    return `The read model ${this.name}, version ${this.version}, is at ${this.bookmark}, and the store ${this.store} ends at ${this.head}. It was folded from another store, or this one was restored from an older copy; nothing was changed. Open the store it belongs to, or rebuild the read model.`
  }
}

/** A projection could not fold an event. It has stopped right before it; its bookmark has not gone past it. */
export class HandlerFailed extends Data.TaggedError("HandlerFailed")<{
  readonly name: string
  readonly version: number
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
  readonly type: string
  /** What the projection threw. */
  readonly cause: unknown
}> {
  override get message(): string {
    const said =
      this.cause instanceof Error ? `${this.cause.name}: ${this.cause.message}` : String(this.cause)
    return `The projection ${this.name}, version ${this.version}, cannot fold event ${this.revision} of ${this.stream} (${this.type}, position ${this.position}): ${said}. It has stopped before that event, and skips nothing. Mend the projection and let it go on; where it had folded wrongly before, raise its version too.`
  }
}

/** A read model has not caught up within the time it was given. It goes on. */
export class NotCaughtUp extends Data.TaggedError("NotCaughtUp")<{
  readonly name: string
  readonly version: number
  /** The position of the store's last event when the waiting began. */
  readonly target: Position
  /** How far it has got. */
  readonly bookmark: Position | "none"
  /** How long was waited, in milliseconds. */
  readonly waited: number
}> {
  override get message(): string {
    return `The read model ${this.name}, version ${this.version}, has come to ${this.bookmark} and not to ${this.target} within ${this.waited} ms. Wait longer, or read it as it is.`
  }
}

/** Why a read model has stopped. */
export type ProjectionFailure = HandlerFailed | BookmarkMismatch | BookmarkAhead | ReadError
