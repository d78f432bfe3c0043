// The day that a view is told for: the last that an as-at can mean, else today.
import { type AsAt, type FullDate, isoDateOf, spanOf } from "@lcqm/core"
import { Effect } from "effect"
import { today } from "../command/give.ts"

/** The day of a view as at a moment. A month of no stated year has no last day, and is told for today. */
export const dayOfView = ({ occurred }: AsAt): Effect.Effect<FullDate> => {
  const last = occurred === undefined ? null : spanOf(occurred).last
  return last === null ? today : Effect.succeed(isoDateOf(last))
}
