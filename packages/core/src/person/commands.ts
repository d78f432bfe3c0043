// What is asked for about a person: CPD attended or passed on, and being an assessor.
import { Schema } from "effect"
import { commandType } from "../deciding/declaring/command.ts"
import { PublicKey } from "../deciding/declaring/signing.ts"
import {
  CohortLabel,
  EnrolmentNumber,
  EventId,
  NetworkId,
  PersonRef,
  SchemeId,
  SessionNumber,
  Text,
  Urn
} from "../vocabulary/index.ts"
import { InterestKind, mostOwnSchools, RequestReference } from "./events.ts"

const person = { person: PersonRef }
const inScheme = { ...person, scheme: SchemeId }

/** Record that a person attended a CPD session for a school. */
export const RecordCpdAttendance = commandType(
  "RecordCpdAttendance",
  "Record that a person attended a CPD session for a school.",
  { ...inScheme, cohort: CohortLabel, session: SessionNumber, school: Urn }
)

/** Record that a network's representative, who attended a CPD session, passed it on to a school's Champion. */
export const RecordCpdCascade = commandType(
  "RecordCpdCascade",
  "Record that a network's representative, who attended a CPD session, passed it on to a school's Champion.",
  {
    ...inScheme,
    cohort: CohortLabel,
    session: SessionNumber,
    school: Urn,
    network: NetworkId,
    cascadedBy: PersonRef
  }
)

/** Record that a CPD session was delivered to a network, and a school's Champion was there. */
export const RecordCpdDelivery = commandType(
  "RecordCpdDelivery",
  "Record that a CPD session was delivered to a network, and a school's Champion was there.",
  { ...inScheme, cohort: CohortLabel, session: SessionNumber, school: Urn, network: NetworkId }
)

/** Strike out an attendance that was recorded in error. */
export const CorrectCpdAttendance = commandType(
  "CorrectCpdAttendance",
  "Strike out an attendance that was recorded in error.",
  { ...person, corrects: EventId, reason: Text }
)

/** Appoint a person assessor of the scheme. */
export const AppointAssessor = commandType("AppointAssessor", "Appoint a person assessor of the scheme.", {
  ...inScheme,
  schools: Schema.Array(Urn).check(Schema.isMaxLength(mostOwnSchools))
})

/** Record that an assessor stands down. */
export const StandDownAssessor = commandType("StandDownAssessor", "Record that an assessor stands down.", {
  ...inScheme,
  reason: Schema.optionalKey(Text)
})

/** Declare an interest of a person in a school. */
export const DeclareInterest = commandType(
  "DeclareInterest",
  "Declare an interest of a person in a school.",
  {
    ...person,
    school: Urn,
    interest: InterestKind
  }
)

/** Record that a person's interest in a school has ended. */
export const EndInterest = commandType(
  "EndInterest",
  "Record that a person's interest in a school has ended.",
  {
    ...person,
    school: Urn,
    interest: InterestKind
  }
)

/** Register the key a person signs with; it takes the place of an earlier one. */
export const RegisterSigningKey = commandType(
  "RegisterSigningKey",
  "Register the key a person signs with; it takes the place of an earlier one.",
  { ...person, publicKey: PublicKey }
)

/** Take on the assessment of a school. */
export const TakeAssessment = commandType("TakeAssessment", "Take on the assessment of a school.", {
  ...inScheme,
  school: Urn,
  enrolment: EnrolmentNumber
})

/** Erase a person, on their request: their key is forgotten, and what is sealed under it is never opened again. */
export const ErasePerson = commandType(
  "ErasePerson",
  "Erase a person, on their request: their key is forgotten, and what is sealed under it is never opened again.",
  { ...person, request: RequestReference }
)
