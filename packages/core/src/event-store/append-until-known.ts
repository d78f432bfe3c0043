// An append whose answer was lost may be recorded or not. The same bytes with the same expectation, sent again,
// tell: recorded once, whatever was lost. Everything that appends does so through here.
import { Effect, Schedule } from "effect"
import type { AppendError } from "./errors.ts"
import type { Stamped, StreamName } from "./event.ts"
import type { Appended, EventStore, Expected } from "./event-store.ts"

// A lost answer is asked for again quickly at first, then for about half a minute.
const untilKnown = Schedule.min([Schedule.exponential("20 millis"), Schedule.spaced("2 seconds")]).pipe(
  Schedule.upTo({ times: 20 })
)

const isUnknown = ({ _tag }: AppendError): boolean => _tag === "OutcomeUnknown"

/** Appends, and where the outcome is unknown appends the same again until it is known, for about half a minute. */
export const appendUntilKnown = (
  store: EventStore["Service"],
  stream: StreamName,
  expected: Expected,
  events: readonly [Stamped, ...Array<Stamped>]
): Effect.Effect<Appended, AppendError> => {
  const once = store.append(stream, expected, events)
  // Most are known at once, and are spared the loop of a retry.
  const again = Effect.retry(once, { schedule: untilKnown, while: isUnknown })
  return Effect.catchIf(once, isUnknown, () => again)
}
