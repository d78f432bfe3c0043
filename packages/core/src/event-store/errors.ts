// Everything that can go wrong at a store, as values. Each says which stream, what was expected, what came and
// what to do; none is thrown where it was to be expected.
import { Data } from "effect"
import type { Problem } from "../vocabulary/index.ts"

/** The stream was not where the append expected it. `none` is a stream without events. */
export class WrongExpectedRevision extends Data.TaggedError("WrongExpectedRevision")<{
  readonly stream: string
  readonly expected: number | "none"
  readonly actual: number | "none"
}> {
  override get message(): string {
    return `Stream ${this.stream} was expected at revision ${this.expected}, and is at ${this.actual}. Read what is new, decide again, and append expecting ${this.actual}.`
  }
}

/** The id is recorded already, with another content or in another place. Nothing was written. */
export class EventIdConflict extends Data.TaggedError("EventIdConflict")<{
  readonly stream: string
  readonly id: string
  readonly reason: string
}> {
  override get message(): string {
    return `Event id ${this.id} cannot be appended to ${this.stream}: ${this.reason}. An id names one event for ever; use a new one.`
  }
}

/** The event or the append is over the limit named. Nothing was written. */
export class EventTooLarge extends Data.TaggedError("EventTooLarge")<{
  readonly stream: string
  readonly what: "event" | "append"
  readonly limit: number
  readonly got: number
  readonly unit: "bytes" | "events"
}> {
  override get message(): string {
    return `An ${this.what} to ${this.stream} may have at most ${this.limit} ${this.unit}, and has ${this.got}. Nothing was written; keep documents elsewhere and refer to them, or append in several steps.`
  }
}

/** The event is not what its type's schema or the stream asks for. Nothing was written. */
export class InvalidEvent extends Data.TaggedError("InvalidEvent")<{
  readonly stream: string
  readonly type: string
  readonly problems: ReadonlyArray<Problem>
}> {
  override get message(): string {
    return `An event ${this.type} cannot be appended to ${this.stream}: ${this.problems
      .map(
        ({ path, expected, got }) => `${path === "" ? "the whole" : path}: expected ${expected}, got ${got}`
      )
      .join("; ")}. Nothing was written.`
  }
}

/** The answer to an append was lost: it may be recorded or not. Sending the same bytes again tells. */
export class OutcomeUnknown extends Data.TaggedError("OutcomeUnknown")<{
  readonly stream: string
  readonly reason: string
}> {
  override get message(): string {
    return `Whether the append to ${this.stream} was recorded is not known: ${this.reason}. Append the same events with the same expectation; that is recorded once.`
  }
}

/** The store cannot be reached or used now. */
export class StoreUnavailable extends Data.TaggedError("StoreUnavailable")<{
  readonly store: string
  readonly reason: string
  readonly retryable: boolean
}> {
  override get message(): string {
    return `The store ${this.store} cannot be used: ${this.reason}. ${this.retryable ? "Trying again may help." : "Trying again will not help."}`
  }
}

/** The store refuses this caller. */
export class AccessDenied extends Data.TaggedError("AccessDenied")<{
  readonly store: string
  readonly doing: string
}> {
  override get message(): string {
    return `The store ${this.store} denies ${this.doing}. Look how it was opened, and what the account it was opened with may do.`
  }
}

/** A recorded event cannot be what was recorded: changed, cut, deleted, or of a type nobody here knows. */
export class CorruptEvent extends Data.TaggedError("CorruptEvent")<{
  readonly stream: string
  readonly revision: number
  readonly reason: string
  /** The store it was read from, where that is known. */
  readonly store?: string
}> {
  override get message(): string {
    const where = this.store === undefined ? "" : ` in ${this.store}`
    return `Event ${this.revision} of ${this.stream}${where} cannot be trusted: ${this.reason}. Nothing was skipped; restore the store from a backup, or ask who changed it.`
  }
}

/** A recorded event is of a type or version this program does not know: it was written by a later one. */
export class UnknownEventType extends Data.TaggedError("UnknownEventType")<{
  readonly stream: string
  readonly revision: number
  readonly type: string
  readonly known: ReadonlyArray<string>
  /** Present where its bytes were found to be those that were hashed when it was recorded: it was not edited since. */
  readonly asHashed?: true
}> {
  override get message(): string {
    const versions =
      this.known.length === 0 ? "no version of it is known" : `known are ${this.known.join(", ")}`
    return `Event ${this.revision} of ${this.stream} is of type ${this.type}, which this version cannot read (${versions}). Use a version that knows it; events are never skipped.`
  }
}

/** What was asked for is no range of this store, as a negative revision. */
export class InvalidRange extends Data.TaggedError("InvalidRange")<{
  readonly stream: string
  readonly problems: ReadonlyArray<Problem>
}> {
  override get message(): string {
    return `This range of ${this.stream} cannot be read: ${this.problems
      .map(({ path, expected, got }) => `${path}: expected ${expected}, got ${got}`)
      .join("; ")}.`
  }
}

/** The engine does not offer what was asked for. */
export class UnsupportedByStore extends Data.TaggedError("UnsupportedByStore")<{
  readonly store: string
  readonly what: string
}> {
  override get message(): string {
    return `The store ${this.store} does not offer ${this.what}.`
  }
}

/** Why a store answers nothing at all. */
export type StoreFailure = StoreUnavailable | AccessDenied | UnsupportedByStore

/** Why an append was not recorded, or may not have been. */
export type AppendError =
  | WrongExpectedRevision
  | EventIdConflict
  | EventTooLarge
  | InvalidEvent
  | OutcomeUnknown
  | CorruptEvent
  | StoreFailure

/** Why a read did not answer. */
export type ReadError = CorruptEvent | UnknownEventType | InvalidRange | StoreFailure
