// These names are the stored format. An award is renewed by another enrolment, into which evidence may be carried
// forward; how old that is stands in its event.
import { Schema } from "effect"
import { eventType } from "../../../event-store/index.ts"
import { CohortLabel, EnrolmentNumber, EventId, EvidenceId, PartialDate } from "../../../vocabulary/index.ts"
import { EvidenceKind } from "../../evidence/events.ts"
import { Pin } from "../../joining/events.ts"

/** The renewal of an award was begun: the award stands meanwhile, until it lapses. Stored as `RenewalBegun.v1`. */
export const RenewalBegun = eventType(
  "RenewalBegun",
  1,
  "The renewal of an award was begun: the award stands meanwhile, until it lapses.",
  {
    /** The event of the award that is renewed. */
    renews: EventId,
    enrolment: EnrolmentNumber,
    cohort: CohortLabel,
    criteriaSet: Pin,
    ruleSet: Pin
  }
)

/** Evidence of the award that is renewed was carried forward. Stored as `EvidenceCarriedForward.v1`. */
export const EvidenceCarriedForward = eventType(
  "EvidenceCarriedForward",
  1,
  "Evidence of the award that is renewed was carried forward.",
  {
    evidence: EvidenceId,
    kind: EvidenceKind,
    producedOn: PartialDate,
    /** Whole months since it was produced, at least; absent where its date or the day's is not known. */
    ageMonths: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)))
  }
)

/** The event types of this concern, newest versions. */
export const renewalEvents = [RenewalBegun, EvidenceCarriedForward] as const
