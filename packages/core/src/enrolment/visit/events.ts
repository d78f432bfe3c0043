// These names are the stored format. The external assessor's visit.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { KeptText, PartialDate, PersonRef } from "../../vocabulary/index.ts"

/** A visit of an external assessor was arranged. Stored as `VisitArranged.v1`. */
export const VisitArranged = eventType("VisitArranged", 1, "A visit of an external assessor was arranged.", {
  assessor: PersonRef,
  on: PartialDate,
  /** Which of the assessor's assessments this is: taken from the assessor's own count. */
  ordinal: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
})

/** The visit was moved to another date. Stored as `VisitMoved.v1`. */
export const VisitMoved = eventType("VisitMoved", 1, "The visit was moved to another date.", {
  from: PartialDate,
  to: PartialDate,
  reason: Schema.optionalKey(KeptText)
})

/** The visit was cancelled. Stored as `VisitCancelled.v1`. */
export const VisitCancelled = eventType("VisitCancelled", 1, "The visit was cancelled.", { reason: KeptText })

/** The assessor visited the school. Stored as `VisitHeld.v1`. */
export const VisitHeld = eventType("VisitHeld", 1, "The assessor visited the school.", {})

/** Another assessor took over: what the former had judged falls. Stored as `AssessorReplaced.v1`. */
export const AssessorReplaced = eventType(
  "AssessorReplaced",
  1,
  "Another assessor took over: what the former had judged falls.",
  {
    assessor: PersonRef,
    formerly: PersonRef,
    /** When the new assessor is to visit the school. */
    on: PartialDate,
    ordinal: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)),
    reason: KeptText
  }
)

/** The event types of this concern, newest versions. */
export const visitEvents = [VisitArranged, VisitMoved, VisitCancelled, VisitHeld, AssessorReplaced] as const
