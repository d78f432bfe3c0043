// These names are the stored format. What becomes of the school itself: it closes, or another with a new URN takes its
// place, as after a merger. An award is the school's that was given it, until it is explicitly carried over.
import { eventType } from "../../../event-store/index.ts"
import {
  CohortLabel,
  EventId,
  KeptText,
  Level,
  PartialDate,
  SchemeId,
  Urn,
  Version
} from "../../../vocabulary/index.ts"

/** The school was replaced by another, with another URN. Stored as `SchoolReplaced.v1`. */
export const SchoolReplaced = eventType(
  "SchoolReplaced",
  1,
  "The school was replaced by another, with another URN.",
  { successor: Urn, reason: KeptText }
)

/** The school closed. Stored as `SchoolClosed.v1`. */
export const SchoolClosed = eventType("SchoolClosed", 1, "The school closed.", { reason: KeptText })

/** The award of the school it replaced was carried over. Stored as `AwardCarriedOver.v1`. */
export const AwardCarriedOver = eventType(
  "AwardCarriedOver",
  1,
  "The award of the school it replaced was carried over.",
  {
    scheme: SchemeId,
    school: Urn,
    /** The school that was given it. */
    from: Urn,
    /** The event by which it was given. */
    award: EventId,
    level: Level,
    indicated: Level,
    agreedOn: PartialDate,
    cohort: CohortLabel,
    criteriaSet: Version,
    ruleSet: Version,
    reason: KeptText
  }
)

/** The event types of this concern, newest versions. */
export const schoolEvents = [SchoolReplaced, SchoolClosed, AwardCarriedOver] as const
