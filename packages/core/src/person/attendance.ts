// What every record of CPD needs, however the session reached the person: a Champion, of a school that is enrolled,
// and a session that was held; and it is recorded once.
import { Result } from "effect"
import { CohortUnknown, SessionNotScheduled } from "../cohort/decide.ts"
import type { CohortState } from "../cohort/fold.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import { NotEnrolled } from "../enrolment/standing.ts"
import type { EnrolmentState } from "../enrolment/state.ts"
import { isCertainlyBefore, type PartialDate, type SessionNumber } from "../vocabulary/index.ts"
import type { PersonState } from "./fold.ts"

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

/** Refused: attendance for a school is that of its Champions. */
export const NotAChampionOfIt = rejection("NotAChampionOfIt", (d: { person: string; school: string }) => [
  `${d.person} is not the Champion of school ${d.school}, and never was.`,
  "Name the school whose Champion attended, or appoint the person Champion first (AppointChampion, ReplaceChampion)."
])

/** What every command about an attendance says. */
export interface Attending {
  readonly person: string
  readonly scheme: string
  readonly cohort: string
  readonly session: SessionNumber
  readonly school: string
}

/** Whether the person attends for the school as its Champion, present or former. */
export const asChampion = (
  { person, school }: Attending,
  at: EnrolmentState
): Result.Result<void, Rejection> => {
  if (at.enrolment === 0) return Result.fail(NotEnrolled({ school }))
  return at.champions.has(person) ? Result.void : Result.fail(NotAChampionOfIt({ person, school }))
}

/** Whether the session is one that the cohort has held, today and on the day it is said of. */
export const heldIn = (
  { cohort, session }: Attending,
  { launched, sessions }: CohortState,
  on: { readonly occurredOn: PartialDate; readonly today: PartialDate }
): Result.Result<void, Rejection> => {
  if (!launched) return Result.fail(CohortUnknown({ cohort }))
  const planned = sessions.get(session)
  if (planned === undefined) return Result.fail(SessionNotScheduled({ cohort, session }))
  if (planned.cancelled) return Result.fail(SessionCancelled({ cohort, session }))
  return isCertainlyBefore(on.today, planned.on) || isCertainlyBefore(on.occurredOn, planned.on)
    ? Result.fail(SessionNotYetHeld({ cohort, session, on: planned.on }))
    : Result.void
}

/** Whether it is not recorded yet, in whatever way the session reached the person. */
export const recordedOnce = (
  { cohort, scheme, school, session }: Attending,
  { attendances }: PersonState
): Result.Result<void, Rejection> =>
  attendances.some(
    (each) =>
      !each.struckOut &&
      each.scheme === scheme &&
      each.cohort === cohort &&
      each.session === session &&
      each.school === school
  )
    ? Result.fail(AttendanceRecorded({ cohort, session }))
    : Result.void
