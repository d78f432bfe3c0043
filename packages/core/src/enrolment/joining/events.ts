// These names are the stored format. How a school comes into a scheme, moves, pauses and leaves.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import {
  CohortLabel,
  EnrolmentNumber,
  KeptText,
  PartialDate,
  Phase,
  SchemeId,
  Sha256,
  Urn,
  Version
} from "../../vocabulary/index.ts"

/** A version pinned for good: what a school began with it finishes on. */
export const Pin = Schema.Struct({ version: Version, hash: Sha256 }).annotate({ identifier: "Pin" })
export type Pin = typeof Pin.Type

/** A school was enrolled in a cohort of a scheme. Stored as `SchoolEnrolled.v1`. */
export const SchoolEnrolled = eventType(
  "SchoolEnrolled",
  1,
  "A school was enrolled in a cohort of a scheme.",
  {
    scheme: SchemeId,
    school: Urn,
    enrolment: EnrolmentNumber,
    cohort: CohortLabel,
    /** Absent where it was not stated; nothing is filled in. */
    phase: Schema.optionalKey(Phase),
    criteriaSet: Pin,
    ruleSet: Pin
  }
)

/** A school's enrolment was deferred. Stored as `EnrolmentDeferred.v1`. */
export const EnrolmentDeferred = eventType("EnrolmentDeferred", 1, "A school's enrolment was deferred.", {
  until: Schema.optionalKey(PartialDate),
  reason: KeptText
})

/** A school was transferred to another cohort. Stored as `EnrolmentTransferred.v1`. */
export const EnrolmentTransferred = eventType(
  "EnrolmentTransferred",
  1,
  "A school was transferred to another cohort.",
  { from: CohortLabel, to: CohortLabel, reason: Schema.optionalKey(KeptText) }
)

/** A school's enrolment was withdrawn. Stored as `EnrolmentWithdrawn.v1`. */
export const EnrolmentWithdrawn = eventType("EnrolmentWithdrawn", 1, "A school's enrolment was withdrawn.", {
  reason: KeptText
})

/** A deferred enrolment was resumed. Stored as `EnrolmentResumed.v1`. */
export const EnrolmentResumed = eventType("EnrolmentResumed", 1, "A deferred enrolment was resumed.", {})

/** The event types of this concern, newest versions. */
export const joiningEvents = [
  SchoolEnrolled,
  EnrolmentDeferred,
  EnrolmentTransferred,
  EnrolmentWithdrawn,
  EnrolmentResumed
] as const
