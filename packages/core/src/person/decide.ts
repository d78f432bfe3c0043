// The rules of CPD attendance and of being an assessor.
import { Result } from "effect"
import { cohortFact, CohortUnknown } from "../cohort/decide.ts"
import { type FactRequest, handlerOf } from "../deciding/declaring/slice.ts"
import { DatesOutOfOrder } from "../deciding/loop/answers.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import { schoolFact } from "../enrolment/slice.ts"
import { underWay } from "../enrolment/standing.ts"
import { networkFact } from "../network/slice.ts"
import { isCertainlyBefore, type PartialDate } from "../vocabulary/index.ts"
import { asChampion, heldIn, recordedOnce } from "./attendance.ts"
import {
  AppointAssessor,
  CorrectCpdAttendance,
  DeclareInterest,
  EndInterest,
  ErasePerson,
  RecordCpdAttendance,
  RecordCpdCascade,
  RecordCpdDelivery,
  RegisterSigningKey,
  StandDownAssessor,
  TakeAssessment
} from "./commands.ts"
import type { PersonEvent } from "./events.ts"
import { personFold, type PersonState } from "./fold.ts"
import { arrangedFor, representedBy } from "./through-network.ts"

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

/** The person of a person's stream; undefined for another stream. */
export const personOfStream = (stream: string): string | undefined => /^person-(.+)$/.exec(stream)?.[1]

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
    decide: ({ data, occurredOn }, state, { cohort, school, today }) =>
      Result.gen(function* () {
        yield* asChampion(data, school.state)
        yield* heldIn(data, cohort.state, { occurredOn, today })
        yield* recordedOnce(data, state)
        return [{ type: "CpdAttended.v1", data: { ...data, mode: "direct" } }] as const
      })
  }),
  handle(RecordCpdCascade, {
    facts: ({ data }) => ({
      school: schoolFact(data.scheme, data.school),
      network: networkFact(data.network),
      representative: personFact(data.cascadedBy)
    }),
    decide: ({ data, occurredOn }, state, { network, representative, school }) =>
      Result.gen(function* () {
        const { cascadedBy, network: id, ...attending } = data
        yield* asChampion(data, school.state)
        const known = yield* arrangedFor(network.state, id, data, "representatives cascade", occurredOn)
        yield* representedBy(known, cascadedBy, representative.state, { ...attending, on: occurredOn })
        yield* recordedOnce(data, state)
        return [
          { type: "CpdAttended.v1", data: { ...attending, mode: { cascadedBy, network: id } } }
        ] as const
      })
  }),
  handle(RecordCpdDelivery, {
    facts: ({ data }) => ({
      cohort: cohortFact(data.scheme, data.cohort),
      school: schoolFact(data.scheme, data.school),
      network: networkFact(data.network)
    }),
    decide: ({ data, occurredOn }, state, { cohort, network, school }) =>
      Result.gen(function* () {
        const { network: deliveredTo, ...attending } = data
        yield* asChampion(data, school.state)
        if (!cohort.state.launched) return yield* Result.fail(CohortUnknown({ cohort: data.cohort }))
        yield* arrangedFor(network.state, deliveredTo, data, "delivered to the network", occurredOn)
        yield* recordedOnce(data, state)
        return [{ type: "CpdAttended.v1", data: { ...attending, mode: { deliveredTo } } }] as const
      })
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
  }),
  // Whoever is named anywhere can be erased, whether or not anything is recorded of them here.
  handle(ErasePerson, {
    decide: ({ data }, { erased }) => Result.succeed(erased ? [] : [{ type: "PersonErased.v1", data }])
  })
]
