// The rules of CPD attendance and of being an assessor.
import { Result } from "effect"
import { cohortFact, CohortUnknown, SessionNotScheduled } from "../cohort/decide.ts"
import { type FactRequest, handlerOf } from "../deciding/slice.ts"
import { rejection } from "../deciding/rejection.ts"
import { isCertainlyBefore } from "../vocabulary/index.ts"
import {
  AppointAssessor,
  CorrectCpdAttendance,
  DeclareInterest,
  EndInterest,
  RecordCpdAttendance,
  RegisterSigningKey,
  StandDownAssessor,
  TakeAssessment
} from "./commands.ts"
import type { PersonEvent } from "./events.ts"
import { personFold, type PersonState } from "./fold.ts"

/** Refused: attendance was to be recorded of a CPD session that was cancelled. */
export const SessionCancelled = rejection("SessionCancelled", (d: { cohort: string; session: number }) => [
  `CPD session ${d.session} of cohort ${d.cohort} was cancelled.`,
  "Record the attendance of a session that took place, or schedule this one again."
])

/** Refused: attendance was to be recorded of a CPD session that had not been held on the day it is said of. */
export const SessionNotYetHeld = rejection(
  "SessionNotYetHeld",
  (d: { cohort: string; session: number; on: string }) => [
    `CPD session ${d.session} of cohort ${d.cohort} is on ${d.on}, and had not been held by then.`,
    "Record the attendance once the session was held, with the date on which it was."
  ]
)

/** Refused: the attendance is recorded already. */
export const AttendanceRecorded = rejection(
  "AttendanceRecorded",
  (d: { cohort: string; session: number }) => [
    `Attendance of CPD session ${d.session} of cohort ${d.cohort} for this school is recorded already.`,
    "Nothing is to do; strike it out with CorrectCpdAttendance if it is wrong."
  ]
)

/** Refused: an attendance was to be struck out that is none, or was struck out before. */
export const AttendanceUnknown = rejection("AttendanceUnknown", (d: { corrects: string }) => [
  `Event ${d.corrects} is no attendance of this person, or is struck out already.`,
  "Name the id of the CpdAttended event that is wrong."
])

/** Refused: the person is an assessor of the scheme already. */
export const AlreadyAssessor = rejection("AlreadyAssessor", (d: { person: string; scheme: string }) => [
  `${d.person} is an assessor of ${d.scheme} already.`,
  "Nothing is to do; to change their schools have them stand down and appoint them again."
])

/** Refused: the person is not an assessor of the scheme. */
export const AssessorNotAppointed = rejection(
  "AssessorNotAppointed",
  (d: { person: string; scheme: string }) => [
    `${d.person} is not an assessor of ${d.scheme}.`,
    "Appoint them first (AppointAssessor), or name an assessor who is."
  ]
)

/** Refused: an interest was to be ended that the person has not declared. */
export const InterestNotDeclared = rejection(
  "InterestNotDeclared",
  (d: { person: string; school: string }) => [
    `${d.person} has no declared interest in school ${d.school}.`,
    "Nothing is to do; name a school in which an interest stands."
  ]
)

/** The stream of one person. */
export const personStream = (person: string): string => `person-${person}`

/** The person as a fact of another decision. */
export const personFact = (person: string): FactRequest<PersonState> => ({
  stream: personStream(person),
  fold: personFold
})

const handle = handlerOf<PersonState, { readonly person: string }, PersonEvent>({
  fold: personFold,
  streamOf: ({ person }) => personStream(person),
  rolesOf: (state, person) => (state.person === person && state.assesses.size > 0 ? ["Assessor"] : [])
})

/** How every command about a person is decided. */
export const personHandlers = [
  handle(RecordCpdAttendance, {
    facts: ({ data }) => ({ cohort: cohortFact(data.scheme, data.cohort) }),
    decide: ({ data, occurredOn }, state, { cohort, today }) => {
      const { cohort: label, school, scheme, session } = data
      if (!cohort.state.launched) return Result.fail(CohortUnknown({ cohort: label }))
      const planned = cohort.state.sessions.get(session)
      if (planned === undefined) return Result.fail(SessionNotScheduled({ cohort: label, session }))
      if (planned.cancelled) return Result.fail(SessionCancelled({ cohort: label, session }))
      if (isCertainlyBefore(today, planned.on) || isCertainlyBefore(occurredOn, planned.on)) {
        return Result.fail(SessionNotYetHeld({ cohort: label, session, on: planned.on }))
      }
      const known = state.attendances.some(
        (each) =>
          !each.struckOut &&
          each.scheme === scheme &&
          each.cohort === label &&
          each.session === session &&
          each.school === school
      )
      return known
        ? Result.fail(AttendanceRecorded({ cohort: label, session }))
        : Result.succeed([{ type: "CpdAttended.v1", data: { ...data, mode: "direct" } }])
    }
  }),
  handle(CorrectCpdAttendance, {
    decide: ({ data: { corrects, reason } }, { attendances }) =>
      attendances.some((each) => each.event === corrects && !each.struckOut)
        ? Result.succeed([{ type: "CpdAttendanceCorrected.v1", data: { corrects, reason } }])
        : Result.fail(AttendanceUnknown({ corrects }))
  }),
  handle(AppointAssessor, {
    decide: ({ data }, { assesses }) =>
      assesses.has(data.scheme)
        ? Result.fail(AlreadyAssessor({ person: data.person, scheme: data.scheme }))
        : Result.succeed([{ type: "AssessorAppointed.v1", data }])
  }),
  handle(StandDownAssessor, {
    decide: ({ data: { person, reason, scheme } }, { assesses }) =>
      assesses.has(scheme)
        ? Result.succeed([
            { type: "AssessorStoodDown.v1", data: { scheme, ...(reason === undefined ? {} : { reason }) } }
          ])
        : Result.fail(AssessorNotAppointed({ person, scheme }))
  }),
  handle(DeclareInterest, {
    decide: ({ data: { interest, school } }, { interests }) =>
      Result.succeed(
        interests.get(school) === interest
          ? []
          : [{ type: "InterestDeclared.v1", data: { school, interest } }]
      )
  }),
  handle(EndInterest, {
    decide: ({ data: { person, school } }, { interests }) =>
      interests.has(school)
        ? Result.succeed([{ type: "InterestEnded.v1", data: { school } }])
        : Result.fail(InterestNotDeclared({ person, school }))
  }),
  handle(RegisterSigningKey, {
    decide: ({ data: { publicKey } }, { signingKey }) =>
      Result.succeed(
        signingKey === publicKey ? [] : [{ type: "SigningKeyRegistered.v1", data: { publicKey } }]
      )
  }),
  handle(TakeAssessment, {
    decide: ({ data: { enrolment, person, scheme, school } }, { assesses, assessments }) => {
      if (!assesses.has(scheme)) return Result.fail(AssessorNotAppointed({ person, scheme }))
      const own = assessments.filter((each) => each.scheme === scheme)
      const taken = own.some((each) => each.school === school && each.enrolment === enrolment)
      return Result.succeed(
        taken
          ? []
          : [{ type: "AssessmentTaken.v1", data: { scheme, school, enrolment, ordinal: own.length + 1 } }]
      )
    }
  })
]
