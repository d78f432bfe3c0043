// Why events are not brought from one place into another. What a store itself refuses keeps its own name.
import { Data } from "effect"
import type { AppendError, ReadError } from "../event-store/index.ts"

/** An event as it is named where two stores differ. */
export interface EventThere {
  readonly stream: string
  readonly revision: number
  readonly type: string
}

const named = (event: EventThere | undefined): string =>
  event === undefined ? "nothing more" : `event ${event.revision} of ${event.stream} (${event.type})`

/** The destination is neither empty nor the beginning of what is to be brought. Nothing was written. */
export class StoresPart extends Data.TaggedError("StoresPart")<{
  /** The destination. */
  readonly store: string
  /** How many events are the same in both. */
  readonly same: number
  /** What the source has next; undefined where it ends there. */
  readonly source: EventThere | undefined
  /** What the destination has next: it is never undefined, since an end is a beginning of the source. */
  readonly destination: EventThere
}> {
  override get message(): string {
    return (
      `${this.store} holds another history: after ${this.same} ${this.same === 1 ? "event" : "events"} that are the ` +
      `same, it has ${named(this.destination)}, and the source has ${named(this.source)}. Nothing was written; ` +
      "choose a store that is empty or holds only the beginning of the source."
    )
  }
}

/** A line of a file of events is not one as it was exported: cut short, edited, or in the wrong place. */
export class LineNotAnEvent extends Data.TaggedError("LineNotAnEvent")<{
  /** Counted from 1. */
  readonly line: number
  readonly expected: string
  readonly got: string
}> {
  override get message(): string {
    return (
      `Line ${this.line} is not an event as it was exported: expected ${this.expected}, got ${this.got}. ` +
      "Nothing was written; export the events again, or fetch the file anew."
    )
  }
}

/** The events are well-formed, and not those they are said to be. Nothing was written. */
export class RootDiffers extends Data.TaggedError("RootDiffers")<{
  readonly expected: string
  readonly got: string
  readonly events: number
}> {
  override get message(): string {
    return (
      `The root of these ${this.events} events is ${this.got}, and not ${this.expected}: one of them was changed, ` +
      "or some are missing. Nothing was written; fetch the events anew, or ask for their root."
    )
  }
}

/** What stands in the destination after a copy is not what was read: others wrote to one of the two meanwhile. */
export class CopyDiffers extends Data.TaggedError("CopyDiffers")<{
  readonly store: string
  readonly expected: { readonly events: number; readonly root: string }
  readonly got: { readonly events: number; readonly root: string }
}> {
  override get message(): string {
    const { expected, got } = this
    return (
      `After copying, ${this.store} holds ${got.events} events with root ${got.root}, where ${expected.events} with ` +
      `root ${expected.root} were brought: others have written to it meanwhile. Copy into a store that nobody else uses.`
    )
  }
}

/** Why a copy did not come about. What was appended before it failed is a beginning of the source. */
export type CopyError = StoresPart | CopyDiffers | AppendError | ReadError

/** Why an import did not come about. */
export type ImportError = LineNotAnEvent | RootDiffers | CopyError
