// These names are the stored format. A date that was recorded wrongly is corrected by another event; what was
// recorded stays as it was.
import { eventType } from "../../event-store/index.ts"
import { EventId, KeptText, PartialDate } from "../../vocabulary/index.ts"

/** A date of the enrolment was corrected: it had been recorded wrongly. Stored as `DateCorrected.v1`. */
export const DateCorrected = eventType(
  "DateCorrected",
  1,
  "A date of the enrolment was corrected: it had been recorded wrongly.",
  {
    /** The event whose date was wrong. */
    corrects: EventId,
    from: PartialDate,
    to: PartialDate,
    reason: KeptText
  }
)

/** The event types of this concern, newest versions. */
export const chronologyEvents = [DateCorrected] as const
