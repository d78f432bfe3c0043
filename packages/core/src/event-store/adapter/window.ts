// Ranges as a store's engine wants them: checked, defaults filled in, bounds as numbers. One reading of a range
// for every adapter, since a bound that is inclusive here and exclusive there loses an event.
import { Result, Schema } from "effect"
import { type Problem, shown } from "../../vocabulary/index.ts"
import { InvalidRange } from "../errors.ts"
import type { AllRange, EventFilter, StreamRange } from "../event-store.ts"
import { Position, Revision } from "../event.ts"

const isRevision = Schema.is(Revision)
const isPosition = Schema.is(Position)

/** A part of a stream: revisions from `low` to `high`, both inclusive. */
export interface StreamWindow {
  readonly backward: boolean
  readonly low: number
  readonly high: number
  readonly limit: number
}

/** A part of the store: ordinals above `after` and below `before`. */
export interface AllWindow {
  readonly backward: boolean
  readonly after: number
  readonly before: number
  readonly limit: number
}

const revisionProblem = (path: string, value: number | undefined): ReadonlyArray<Problem> =>
  value === undefined || isRevision(value)
    ? []
    : [{ path, expected: "a revision: a whole number from 0", got: shown(value) }]

const limitProblem = (value: number | undefined): ReadonlyArray<Problem> =>
  value === undefined || isRevision(value)
    ? []
    : [{ path: "limit", expected: "a count of events: a whole number from 0", got: shown(value) }]

const positionProblem = (path: string, value: Position | undefined): ReadonlyArray<Problem> =>
  value === undefined || isPosition(value)
    ? []
    : [{ path, expected: "a position: 20 digits", got: shown(value) }]

const directionProblem = (value: string | undefined): ReadonlyArray<Problem> =>
  value === undefined || value === "forward" || value === "backward"
    ? []
    : [{ path: "direction", expected: "forward or backward", got: shown(value) }]

/** The whole store, as errors name it where they would name a stream. */
const wholeStore = "the whole store"

/**
 * Reads a range of one stream: the revisions from `low` to `high`, at most `limit` of them, from the end that the
 * direction says. A bound that is no revision, or a limit that is no count, is an InvalidRange.
 * @example
 * ```ts
 * import { streamWindow } from "@lcqm/core"
 * import { Result } from "effect"
 * const lastTwo = streamWindow("school-lcqm-900001", { direction: "backward", limit: 2 })
 * Result.getOrThrow(lastTwo) // => { backward: true, low: 0, high: Infinity, limit: 2 }
 * ```
 */
export const streamWindow = (
  stream: string,
  range: StreamRange
): Result.Result<StreamWindow, InvalidRange> => {
  const problems = [
    ...directionProblem(range.direction),
    ...revisionProblem("from", range.from),
    ...revisionProblem("to", range.to),
    ...limitProblem(range.limit)
  ]
  if (problems.length > 0) return Result.fail(new InvalidRange({ stream, problems }))
  const backward = range.direction === "backward"
  const [low, high] = backward ? [range.to, range.from] : [range.from, range.to]
  return Result.succeed({ backward, low: low ?? 0, high: high ?? Infinity, limit: range.limit ?? Infinity })
}

/**
 * Reads a range of the whole store, for engines whose positions are running numbers (see {@link positionOf}).
 * @example
 * ```ts
 * import { allWindow, positionOf } from "@lcqm/core"
 * import { Result } from "effect"
 * const next = allWindow({ after: positionOf(7), limit: 100 })
 * Result.getOrThrow(next) // => { backward: false, after: 7, before: Infinity, limit: 100 }
 * ```
 */
export const allWindow = (range: AllRange): Result.Result<AllWindow, InvalidRange> => {
  const problems = [
    ...directionProblem(range.direction),
    ...positionProblem("after", range.after),
    ...positionProblem("before", range.before),
    ...limitProblem(range.limit)
  ]
  if (problems.length > 0) return Result.fail(new InvalidRange({ stream: wholeStore, problems }))
  return Result.succeed({
    backward: range.direction === "backward",
    after: range.after === undefined ? -1 : Number(range.after),
    before: range.before === undefined ? Infinity : Number(range.before),
    limit: range.limit ?? Infinity
  })
}

/**
 * Whether an event, as it is delivered (upcast, unless it was asked for as stored), is one that the filter asks for.
 * @example
 * ```ts
 * import { matcherOf } from "@lcqm/core"
 * const ofSchools = matcherOf({ streamPrefix: "school-" })
 * ofSchools({ type: "SchoolEnrolled.v1", stream: "school-lcqm-900001" }) // => true
 * ofSchools({ type: "CohortLaunched.v1", stream: "cohort-lcqm-1" }) // => false
 * ```
 */
export const matcherOf = (
  filter: EventFilter | undefined
): ((event: { readonly type: string; readonly stream: string }) => boolean) => {
  const types = filter?.types === undefined ? undefined : new Set(filter.types)
  const prefix = filter?.streamPrefix ?? ""
  return (event) => (types === undefined || types.has(event.type)) && event.stream.startsWith(prefix)
}
