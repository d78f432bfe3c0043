// These names are the stored format. What has happened to a person in the scheme: CPD stays with the person,
// and an assessor's count and interests are kept here. Never a name: only pseudonyms.
import { Schema } from "effect"
import { PublicKey } from "../deciding/declaring/signing.ts"
import { type BodyOf, eventType } from "../event-store/index.ts"
import {
  CohortLabel,
  EnrolmentNumber,
  EventId,
  KeptText,
  NetworkId,
  PersonRef,
  SchemeId,
  SessionNumber,
  Urn
} from "../vocabulary/index.ts"

/**
 * How a CPD session reached the person: they were there; a network's representative who was there passed it on; or it
 * was delivered to their network. The second and third are our bridge from the networks' training to the scheme's CPD.
 */
export const AttendanceMode = Schema.Union([
  Schema.Literal("direct"),
  Schema.Struct({ cascadedBy: PersonRef, network: NetworkId }),
  Schema.Struct({ deliveredTo: NetworkId })
]).annotate({
  identifier: "AttendanceMode",
  description:
    "How a CPD session reached the person: direct is being there; or by whom it was cascaded; or to which network delivered."
})
export type AttendanceMode = typeof AttendanceMode.Type

/** Why a person has an interest in a school, and so is not external to it. */
export const InterestKind = Schema.Literals([
  "employment",
  "governance",
  "family",
  "coaching",
  "business",
  "other"
]).annotate({
  identifier: "InterestKind",
  description: "Why a person is not external to a school.",
  message: "employment, governance, family, coaching, business or other"
})
export type InterestKind = typeof InterestKind.Type

/** More schools than one assessor belongs to. */
export const mostOwnSchools = 50

/** A person attended a CPD session for a school. Stored as `CpdAttended.v1`. */
export const CpdAttended = eventType("CpdAttended", 1, "A person attended a CPD session for a school.", {
  scheme: SchemeId,
  person: PersonRef,
  cohort: CohortLabel,
  session: SessionNumber,
  school: Urn,
  mode: AttendanceMode
})

/** An attendance was struck out: it had been recorded in error. Stored as `CpdAttendanceCorrected.v1`. */
export const CpdAttendanceCorrected = eventType(
  "CpdAttendanceCorrected",
  1,
  "An attendance was struck out: it had been recorded in error.",
  { corrects: EventId, reason: KeptText }
)

/** A person was appointed assessor of a scheme. Stored as `AssessorAppointed.v1`. */
export const AssessorAppointed = eventType(
  "AssessorAppointed",
  1,
  "A person was appointed assessor of a scheme.",
  {
    scheme: SchemeId,
    person: PersonRef,
    /** The schools the assessor belongs to, to which they are not external. */
    schools: Schema.Array(Urn).check(Schema.isMaxLength(mostOwnSchools))
  }
)

/** An assessor stood down. Stored as `AssessorStoodDown.v1`. */
export const AssessorStoodDown = eventType("AssessorStoodDown", 1, "An assessor stood down.", {
  scheme: SchemeId,
  reason: Schema.optionalKey(KeptText)
})

/** A person declared an interest in a school. Stored as `InterestDeclared.v1`. */
export const InterestDeclared = eventType(
  "InterestDeclared",
  1,
  "A person declared an interest in a school.",
  {
    school: Urn,
    interest: InterestKind
  }
)

/** A person's interest in a school ended; another of theirs may stand. Stored as `InterestEnded.v1`. */
export const InterestEnded = eventType(
  "InterestEnded",
  1,
  "A person's interest in a school ended; another of theirs may stand.",
  { school: Urn, interest: InterestKind }
)

/** The key a person signs with was registered. Stored as `SigningKeyRegistered.v1`. */
export const SigningKeyRegistered = eventType(
  "SigningKeyRegistered",
  1,
  "The key a person signs with was registered.",
  { publicKey: PublicKey }
)

// The counter is taken before it is used: an assessment that then never happens leaves a harmless gap.
/** An assessor took on the assessment of a school. Stored as `AssessmentTaken.v1`. */
export const AssessmentTaken = eventType(
  "AssessmentTaken",
  1,
  "An assessor took on the assessment of a school.",
  {
    scheme: SchemeId,
    school: Urn,
    enrolment: EnrolmentNumber,
    ordinal: Schema.Int.check(Schema.isGreaterThanOrEqualTo(1))
  }
)

/** What a request to be erased is filed under, where it is kept: never a name, and no words of the request. */
export const RequestReference = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/u, {
    expected:
      "what the request is filed under: 1 to 64 letters, digits, dots, slashes, hyphens or underscores"
  })
).annotate({
  identifier: "RequestReference",
  holds: "identifier",
  description: "What a request to be erased is filed under."
})
export type RequestReference = typeof RequestReference.Type

// The event is recorded first and the key forgotten then: an erasure that was cut off between the two is seen, and
// done to its end, by whoever reads the events.
/** A person was erased: what is sealed under their key is never opened again. Stored as `PersonErased.v1`. */
export const PersonErased = eventType(
  "PersonErased",
  1,
  "A person was erased: what is sealed under their key is never opened again.",
  { person: PersonRef, request: RequestReference }
)

/** The event types of this concern, newest versions. */
export const personEvents = [
  CpdAttended,
  CpdAttendanceCorrected,
  AssessorAppointed,
  AssessorStoodDown,
  InterestDeclared,
  InterestEnded,
  SigningKeyRegistered,
  AssessmentTaken,
  PersonErased
] as const
/** An event of this concern: its stored type and its data. */
export type PersonEvent = BodyOf<(typeof personEvents)[number]>
