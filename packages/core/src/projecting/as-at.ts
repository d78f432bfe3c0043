// Two clocks: what had happened by one day, as known at one moment. Folds are total, so leaving events out is
// all that an as-at needs.
import { type Effect, Stream } from "effect"
import type { EventStore, ReadError, Recorded } from "../event-store/index.ts"
import { type Instant, type PartialDate, spanOf } from "../vocabulary/index.ts"
import type { Projection } from "./projection.ts"

/** A point in both times; a clock that is left out is not looked at. */
export interface AsAt {
  /** Only what had happened by this date: an event counts from the first day it can have happened on. */
  readonly occurred?: PartialDate
  /** Only what was recorded by this instant. */
  readonly recorded?: Instant
}

/**
 * Whether an event counts as at a point: it can have happened by the last day of `occurred`, and was recorded by
 * `recorded`. An event dated to a month without a year can have happened by any day.
 */
export const countsAsAt = (
  { metadata }: Pick<Recorded, "metadata">,
  { occurred, recorded }: AsAt
): boolean => {
  if (recorded !== undefined && metadata.recordedAt > recorded) return false
  if (occurred === undefined) return true
  const { last } = spanOf(occurred)
  const { first } = spanOf(metadata.occurredOn)
  return last === null || first === null || first <= last
}

/** A projection's model as at a point, folded anew from the store. */
export const projectedAsAt = <Model>(
  store: EventStore["Service"],
  projection: Projection<Model>,
  asAt: AsAt
): Effect.Effect<Model, ReadError> =>
  Stream.runFold(
    store.readAll({ filter: { types: [...projection.types] } }),
    () => projection.empty(),
    (model, event) => {
      if (countsAsAt(event, asAt)) projection.apply(model, event)
      return model
    }
  )
