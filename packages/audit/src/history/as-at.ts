// What was known at one moment about what had happened by one day: the state of a school on two clocks.
import { type AsAt, countsAsAt, type EnrolmentState } from "@lcqm/core"
import { type SchoolHistory, stateOf } from "./school-history.ts"

/** A school at a point in either time, or in both. */
export interface SchoolAsAt {
  readonly at: AsAt
  /** The revisions of the events that count at that point. */
  readonly counts: ReadonlyArray<number>
  readonly state: EnrolmentState
}

/**
 * A school's state as at a point: `recorded` leaves out what was recorded later, `occurred` what had not happened.
 * @example
 * ```ts
 * import { asAt, schoolHistory } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const key = { scheme: "lcqm", school: "900001" }
 * const asked = Effect.flatMap(EventStore, (store) => schoolHistory(store, key))
 * const history = await Effect.runPromise(Effect.provide(asked, memoryStore()))
 * asAt(history, { recorded: "2018-07-31T23:59:59.999Z", occurred: "2018-06-20" }).state.stage // => "not enrolled"
 * ```
 */
export const asAt = (history: SchoolHistory, at: AsAt): SchoolAsAt => {
  const events = history.events.filter((event) => countsAsAt(event, at))
  return { at, counts: events.map(({ revision }) => revision), state: stateOf(history, events) }
}
