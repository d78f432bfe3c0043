// The rules of CPD attendance and of being an assessor.
import { Result } from "effect"
import { cohortFact, CohortUnknown, SessionNotScheduled } from "../cohort/decide.ts"
import { type FactRequest, handlerOf } from "../deciding/slice.ts"
import { DatesOutOfOrder } from "../deciding/answers.ts"
import { type Rejection, rejection } from "../deciding/rejection.ts"
import { schoolFact } from "../enrolment/slice.ts"
import { NotEnrolled, underWay } from "../enrolment/standing.ts"
import { isCertainlyBefore, type PartialDate } from "../vocabulary/index.ts"
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
  (d: { person: string; school: string; interest: string }) => [
    `${d.person} has declared no interest of that kind in school ${d.school} (${d.interest}).`,
    "Nothing is to do; name a school and a kind of interest that stands."
  ]
)

/** Refused: attendance for a school is that of its Champions. */
export const NotAChampionOfIt = rejection("NotAChampionOfIt", (d: { person: string; school: string }) => [
  `${d.person} is not the Champion of school ${d.school}, and never was.`,
  "Name the school whose Champion attended, or appoint the person Champion first (AppointChampion, ReplaceChampion)."
])

/** Refused: the assessment taken on is that of the school's current enrolment. */
export const NotThatEnrolment = rejection(
  "NotThatEnrolment",
  (d: { school: string; enrolment: number; current: number }) => [
    `School ${d.school} is in its enrolment ${d.current}, and the assessment of enrolment ${d.enrolment} was to be taken on.`,
    "Take on the assessment of the current enrolment."
  ]
)

/** The stream of one person. */
export const personStream = (person: string): string => `person-${person}`

/** The person as a fact of another decision. */
export const personFact = (person: string): FactRequest<PersonState> => ({
  stream: personStream(person),
  fold: personFold
})

// Nothing of a person is dated before what it follows.
const notBefore = (
  occurredOn: PartialDate,
  follows: string,
  on: PartialDate
): Result.Result<void, Rejection> =>
  isCertainlyBefore(occurredOn, on) ? Result.fail(DatesOutOfOrder({ occurredOn, follows, on })) : Result.void

const handle = handlerOf<PersonState, { readonly person: string }, PersonEvent>({
  fold: personFold,
  streamOf: ({ person }) => personStream(person),
  rolesOf: (state, person) => (state.person === person && state.assesses.size > 0 ? ["Assessor"] : [])
})

/** How every command about a person is decided. */
export const personHandlers = [
  handle(RecordCpdAttendance, {
    facts: ({ data }) => ({
      cohort: cohortFact(data.scheme, data.cohort),
      school: schoolFact(data.scheme, data.school)
    }),
    decide: ({ data, occurredOn }, state, { cohort, school: { state: at }, today }) => {
      const { cohort: label, person, school, scheme, session } = data
      if (at.enrolment === 0) return Result.fail(NotEnrolled({ school }))
      if (!at.champions.has(person)) return Result.fail(NotAChampionOfIt({ person, school }))
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
    decide: ({ data: { person, reason, scheme }, occurredOn }, { assesses }) =>
      Result.gen(function* () {
        const appointment = assesses.get(scheme)
        if (appointment === undefined) return yield* Result.fail(AssessorNotAppointed({ person, scheme }))
        yield* notBefore(occurredOn, "the appointment", appointment.on)
        return [
          { type: "AssessorStoodDown.v1", data: { scheme, ...(reason === undefined ? {} : { reason }) } }
        ]
      })
  }),
  handle(DeclareInterest, {
    decide: ({ data: { interest, school } }, { interests }) =>
      Result.succeed(
        interests.get(school)?.some(({ kind }) => kind === interest) === true
          ? []
          : [{ type: "InterestDeclared.v1", data: { school, interest } }]
      )
  }),
  handle(EndInterest, {
    decide: ({ data: { interest, person, school }, occurredOn }, { interests }) =>
      Result.gen(function* () {
        const standing = interests.get(school)?.find(({ kind }) => kind === interest)
        if (standing === undefined) {
          return yield* Result.fail(InterestNotDeclared({ person, school, interest }))
        }
        yield* notBefore(occurredOn, "its declaration", standing.on)
        return [{ type: "InterestEnded.v1", data: { school, interest } }]
      })
  }),
  handle(RegisterSigningKey, {
    decide: ({ data: { publicKey } }, { signingKey }) =>
      Result.succeed(
        signingKey === publicKey ? [] : [{ type: "SigningKeyRegistered.v1", data: { publicKey } }]
      )
  }),
  handle(TakeAssessment, {
    facts: ({ data }) => ({ school: schoolFact(data.scheme, data.school) }),
    decide: ({ data, occurredOn }, { assesses, assessments }, { school: { state: at } }) =>
      Result.gen(function* () {
        const { enrolment, person, scheme, school } = data
        const appointment = assesses.get(scheme)
        if (appointment === undefined) return yield* Result.fail(AssessorNotAppointed({ person, scheme }))
        const own = assessments.filter((each) => each.scheme === scheme)
        if (own.some((each) => each.school === school && each.enrolment === enrolment)) return []
        // A deferred enrolment is resumed: who assesses it may be found meanwhile.
        const { enrolment: current } = yield* underWay({ ...at, deferred: false }, school)
        if (enrolment !== current) return yield* Result.fail(NotThatEnrolment({ school, enrolment, current }))
        yield* notBefore(occurredOn, "the appointment", appointment.on)
        return [{ type: "AssessmentTaken.v1", data: { scheme, school, enrolment, ordinal: own.length + 1 } }]
      })
  })
]
